#include "catch.hpp"
#include "render/body_geometry.hpp"

using namespace app;

namespace {

/// Four triangles around the point in the middle of a square, with three parts: 0, 2 and 4.
engine::PartMesh fan() {
    engine::PartMesh mesh;
    mesh.position = {{0, 0, 0}, {10, 0, 0}, {0, 10, 0}, {-10, 0, 0}, {0, -10, 0}};
    mesh.normal.assign(5, {0, 0, 1});
    mesh.ambient_occlusion = {1, 0.5F, 0, 1, 1};
    mesh.border_distance.assign(5, 0);
    mesh.triangle = {{0, 1, 2}, {0, 2, 3}, {0, 3, 4}, {0, 4, 1}};
    mesh.tag = {0, 0, 2, 4};
    mesh.border = {{{3, 0}, 0, 2}, {{0, 4}, 2, 4}, {{0, 1}, 4, 0}};
    mesh.part_name = {"a", "b", "c"};
    return mesh;
}

} // namespace

TEST_CASE("vertices are doubled along borders, so that each has one tag") {
    const auto mesh = fan();
    const Skin skin = skin_of(mesh);
    CHECK(skin.vertices.size() == 4 + 3 + 3); // parts of two, one and one triangles
    REQUIRE(skin.indices.size() == 12);
    for (std::size_t i = 0; i < skin.indices.size(); ++i) {
        const SkinVertex &vertex = skin.vertices[skin.indices[i]];
        CHECK(vertex.tag == mesh.tag[i / 3]);
        CHECK(vertex.position == mesh.position[mesh.triangle[i / 3][i % 3]]);
    }
    const SkinVertex &second = skin.vertices[skin.indices[1]];
    CHECK(second.openness == 32767);
    CHECK(second.normal[2] == 32767);
}

TEST_CASE("the border around a group leaves out what is inside, and runs on from edge to edge") {
    const auto mesh = fan();
    const Borders apart = all_borders(mesh, {});
    CHECK(apart.between.size() == 3);
    CHECK(apart.within.empty());
    const std::vector<std::uint16_t> group{7, 7, 7, 7, 9, 9}; // parts 0 and 2 belong together
    const Borders grouped = all_borders(mesh, group);
    CHECK(grouped.between.size() == 2);
    REQUIRE(grouped.within.size() == 1);
    CHECK(grouped.within[0].start == mesh.position[3]);

    const std::vector<engine::Tag> one{2}, two{2, 4}, all{0, 2, 4};
    const auto around_one = border_around(mesh, one);
    REQUIRE(around_one.size() == 2);
    CHECK(around_one[0].along == 0);
    CHECK(around_one[0].end == around_one[1].start);
    CHECK(around_one[1].along == Approx(10));

    const auto around_two = border_around(mesh, two);
    REQUIRE(around_two.size() == 2);
    for (const LineEdge &edge : around_two) // not the edge between 2 and 4, to (0, -10, 0)
        CHECK((edge.start.y == 0 && edge.end.y == 0));
    CHECK(border_around(mesh, all).empty());
}
