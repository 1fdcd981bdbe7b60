#include "base/file.hpp"
#include "catch.hpp"
#include "mesh/mesh_shape.hpp"
#include "temp_folder.hpp"

#include <glm/geometric.hpp>

#include <cmath>

namespace {

engine::PartMesh triangle_mesh() {
    engine::PartMesh mesh;
    mesh.position = {{0, 0, 0}, {10, 0, 0}, {0, 10, 0}};
    mesh.normal.assign(3, {0, 0, 1});
    mesh.ambient_occlusion = {1, .5f, 0};
    mesh.border_distance = {1, 2, 3};
    mesh.triangle = {{0, 1, 2}};
    mesh.tag = {0};
    mesh.part_name = {"one"};
    return mesh;
}

engine::MeshShape larger_shape() {
    return {{{0, 0, 0}, {30, 0, 0}, {0, 30, 0}}, {{1, 0, 0}, {0, 0, 1}, {0, 0, 1}}, {.5f, .5f, 1}};
}

} // namespace

TEST_CASE("a mesh takes a shape between two") {
    engine::PartMesh mesh = triangle_mesh();
    set_shape(mesh, shape_of(triangle_mesh()), larger_shape(), .25f);
    CHECK(mesh.position[1] == glm::vec3(15, 0, 0));
    CHECK(mesh.ambient_occlusion[2] == Approx(.25f));
    CHECK(glm::length(mesh.normal[0]) == Approx(1));
    CHECK(mesh.normal[0].x == Approx(.25f / std::sqrt(.25f * .25f + .75f * .75f)));
    CHECK(mesh.border_distance == triangle_mesh().border_distance);
}

TEST_CASE("a shape comes back from its file as it was") {
    const test::TempFolder folder;
    const auto file = folder.path() / "larger.shape";
    REQUIRE(write_mesh_shape(larger_shape(), triangle_mesh(), file).ok());
    const auto shape = engine::read_mesh_shape(file, triangle_mesh());
    REQUIRE(shape.ok());
    CHECK(shape->position == larger_shape().position);
    CHECK(shape->normal == larger_shape().normal);
    CHECK(shape->ambient_occlusion == larger_shape().ambient_occlusion);
}

TEST_CASE("a shape of other triangles, cut short, longer or with a wrong number is refused") {
    const test::TempFolder folder;
    const auto file = folder.path() / "larger.shape";
    REQUIRE(write_mesh_shape(larger_shape(), triangle_mesh(), file).ok());
    const auto refused = [&](const engine::PartMesh &mesh) {
        const auto shape = engine::read_mesh_shape(file, mesh);
        return shape.ok() ? std::string("read") : shape.error().message;
    };
    engine::PartMesh other = triangle_mesh();
    other.triangle = {{1, 2, 0}};
    CHECK(refused(other).find("does not belong") != std::string::npos);

    const std::string bytes = engine::read_file(file, 1000).value();
    for (const std::string &wrong : {bytes.substr(0, bytes.size() - 1), bytes + "x"}) {
        REQUIRE(engine::write_file_durably(file, wrong).ok());
        CHECK(refused(triangle_mesh()).find("length is wrong") != std::string::npos);
    }
    REQUIRE(engine::write_file_durably(file, bytes.substr(0, 7)).ok());
    CHECK(refused(triangle_mesh()).find("too short") != std::string::npos);

    std::string not_a_number = bytes;
    not_a_number.replace(bytes.size() - 4, 4, "\xff\xff\xff\xff");
    REQUIRE(engine::write_file_durably(file, not_a_number).ok());
    CHECK(refused(triangle_mesh()).find("not a number") != std::string::npos);
}
