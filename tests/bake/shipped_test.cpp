// What every figure in both qualities has to be, as the build has baked it.
#include "bake/body_data.hpp"
#include "bake/symmetry.hpp"
#include "catch.hpp"
#include "shipped.hpp"
#include "topology.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

using engine::PartMesh;

namespace {

std::array<glm::vec3, 3> corners(const PartMesh &mesh, std::size_t triangle) {
    const auto &[a, b, c] = mesh.triangle[triangle];
    return {mesh.position[a], mesh.position[b], mesh.position[c]};
}

/// The least height over the longest edge: 0.87 when all edges are alike, 0 when it is a line.
float slenderness(const PartMesh &mesh, std::size_t triangle) {
    const auto [a, b, c] = corners(mesh, triangle);
    const float longest = std::max({glm::distance(a, b), glm::distance(b, c), glm::distance(c, a)});
    return 2 * area(mesh, triangle) / (longest * longest);
}

/// True when a triangle faces away from the skin around it.
bool is_turned_over(const PartMesh &mesh, std::size_t triangle) {
    const auto [a, b, c] = corners(mesh, triangle);
    glm::vec3 outwards{0};
    for (const auto v : mesh.triangle[triangle])
        outwards += mesh.normal[v];
    return glm::dot(glm::cross(b - a, c - a), outwards) <= 0;
}

/// Its shape alone: what differs between the figures of one mesh.
void check_shape(const PartMesh &mesh) {
    std::size_t slender = 0, turned_over = 0;
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i) {
        REQUIRE(area(mesh, i) > 1e-5f); // square millimetres
        REQUIRE(slenderness(mesh, i) > 5e-4f);
        slender += slenderness(mesh, i) < .01f;
        turned_over += is_turned_over(mesh, i);
    }
    CHECK(slender < mesh.triangle.size() / 1000);
    CHECK(turned_over < mesh.triangle.size() / 500);
    CHECK(volume(mesh) > 45e6); // cubic millimetres: grown people from slim to heavy
    CHECK(volume(mesh) < 110e6);
    for (std::size_t i = 0; i < mesh.position.size(); ++i) {
        REQUIRE(glm::length(mesh.normal[i]) == Approx(1).epsilon(1e-3));
        REQUIRE(mesh.ambient_occlusion[i] >= 0);
        REQUIRE(mesh.ambient_occlusion[i] <= 1);
    }
}

/// Every edge between two tags is in the list once, and nothing else is.
void check_borders(const PartMesh &mesh) {
    using Border = std::tuple<Edge, engine::Tag, engine::Tag>;
    const auto edges = directed_edges(mesh);
    std::set<Border> expected, listed;
    for (const auto &[edge, owners] : edges) {
        const engine::Tag first = mesh.tag[owners[0]];
        const engine::Tag second = mesh.tag[edges.at({edge.second, edge.first})[0]];
        if (first != second)
            expected.insert(Border{edge, first, second});
    }
    for (const auto &[vertex, first, second] : mesh.border) {
        listed.insert(Border{{vertex[0], vertex[1]}, first, second});
        listed.insert(Border{{vertex[1], vertex[0]}, second, first});
    }
    CHECK(listed == expected);
    CHECK(2 * mesh.border.size() == expected.size());
    for (const float distance : mesh.border_distance) {
        REQUIRE(distance >= 0);
        REQUIRE(distance <= 25);
    }
}

/// Every part has skin: paired ones on both sides, each on its own; those of the midline only one.
void check_sides(const PartMesh &mesh) {
    const auto data = bake::read_body_data(PALPATE_SOURCE_DIR "/assets/body/body.json");
    REQUIRE(data.ok());
    std::vector<float> reach(mesh.tag_count()); // the sum of area times x
    std::vector<std::size_t> triangles(mesh.tag_count());
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i) {
        const auto [a, b, c] = corners(mesh, i);
        reach[mesh.tag[i]] += area(mesh, i) * (a.x + b.x + c.x);
        ++triangles[mesh.tag[i]];
    }
    REQUIRE(mesh.part_name.size() == data->regions.size());
    for (std::size_t part = 0; part < mesh.part_name.size(); ++part) {
        const auto &region = data->regions[part];
        CAPTURE(region.id);
        CHECK(mesh.part_name[part] == region.id);
        CHECK(triangles[2 * part] > 0);
        CHECK((triangles[2 * part + 1] > 0) == !region.mid);
        if (!region.mid) {
            CHECK(reach[2 * part] > 0);
            CHECK(reach[2 * part + 1] < 0);
        }
    }
}

void check_mesh(const char *quality, std::size_t triangles) {
    const PartMesh mesh = shipped_figure("neutral", quality);
    CHECK(mesh.triangle.size() <= triangles);
    CHECK(mesh.triangle.size() > triangles * 9 / 10);
    CHECK(is_closed(mesh));
    CHECK(component_count(mesh) == 1);
    CHECK(euler_characteristic(mesh) == 2);
    check_borders(mesh);
    check_sides(mesh);
    check_shape(mesh);
}

} // namespace

TEST_CASE("the shipped fast mesh is one closed surface with all its parts and borders") {
    check_mesh("fast", 50'000);
}

TEST_CASE("the shipped high mesh is one closed surface with all its parts and borders") {
    check_mesh("high", 120'000);
}

TEST_CASE("every shipped figure is a sound and symmetric shape of its mesh") {
    for (const char *quality : {"high", "fast"}) {
        const auto original = bake::mirror_originals(shipped_figure("neutral", quality));
        for (const char *figure : shipped_shapes) {
            CAPTURE(figure, quality);
            const PartMesh mesh = shipped_figure(figure, quality);
            check_shape(mesh);
            for (std::size_t v = 0; v < original.size(); ++v)
                if (original[v] == v)
                    REQUIRE(mesh.position[v].x >= 0);
                else
                    REQUIRE(mesh.position[v] == mesh.position[original[v]] * bake::mirrored);
        }
    }
}
