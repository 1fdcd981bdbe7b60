#include "bake/ambient_occlusion.hpp"
#include "bake/borders.hpp"
#include "bake/refine.hpp"
#include "bake/simplify.hpp"
#include "catch.hpp"
#include "sphere.hpp"
#include "topology.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

using engine::PartMesh;

namespace {

constexpr double sphere_volume =
    4. / 3 * std::numbers::pi * sphere_radius * sphere_radius * sphere_radius;

/// Closed pieces without handles that do not touch each other.
bool is_manifold(const PartMesh &mesh) {
    return is_closed(mesh) && euler_characteristic(mesh) == 2 * long(component_count(mesh));
}

/// Tag 0 in the upper half, 1 in the lower.
PartMesh two_part_sphere() {
    PartMesh mesh = bake::surface_nets(sphere_grid(5));
    bake::set_normals(mesh);
    for (const auto &t : mesh.triangle) {
        const float y = mesh.position[t[0]].y + mesh.position[t[1]].y + mesh.position[t[2]].y;
        mesh.tag.push_back(y > 0 ? 0 : 1);
    }
    mesh.part_name = {"half"};
    return mesh;
}

} // namespace

TEST_CASE("surface nets of a sphere are closed, without handles, the right way out") {
    const PartMesh mesh = bake::surface_nets(sphere_grid(5));
    CHECK(is_closed(mesh));
    CHECK(component_count(mesh) == 1);
    CHECK(euler_characteristic(mesh) == 2);
    CHECK(volume(mesh) == Approx(sphere_volume).epsilon(.03));
    for (const glm::vec3 p : mesh.position)
        REQUIRE(std::fabs(sphere_field(p)) < 1.5f);
    // The right half mirrors the left.
    const float left =
        std::max_element(mesh.position.begin(), mesh.position.end(), [](auto a, auto b) {
            return a.x < b.x;
        })->x;
    const float right =
        std::min_element(mesh.position.begin(), mesh.position.end(), [](auto a, auto b) {
            return a.x < b.x;
        })->x;
    CHECK(left == -right);
}

TEST_CASE("ambiguous cells are filled until the surface is a manifold") {
    // Two inside corners that touch only along a body diagonal, and two along a face diagonal.
    for (const auto [x, y, z] : {std::array{1, 1, 1}, std::array{0, 1, 1}}) {
        bake::Grid grid;
        for (auto &axis : grid.axis)
            for (int i = 0; i < 8; ++i)
                axis.push_back(float(i));
        grid.value.assign(8 * 8 * 8, 1.f);
        grid.value[grid.index(3, 3, 3)] = -1;
        grid.value[grid.index(3 + x, 3 + y, 3 + z)] = -1;
        CHECK_FALSE(is_manifold(bake::surface_nets(grid)));
        bake::fill_ambiguous_cells(grid, 1);
        CHECK(is_manifold(bake::surface_nets(grid)));
    }
}

TEST_CASE("only the largest component is kept") {
    PartMesh mesh = bake::surface_nets(sphere_grid(5));
    const std::size_t triangles = mesh.triangle.size(), vertices = mesh.position.size();
    const auto first = std::uint32_t(mesh.position.size());
    for (const glm::vec3 p : {glm::vec3{90, 0, 0}, {99, 0, 0}, {90, 9, 0}, {90, 0, 9}})
        mesh.position.insert(mesh.position.begin(), p); // in front, so that indices move
    for (auto &t : mesh.triangle)
        for (auto &v : t)
            v += 4;
    for (const auto &t : {std::array{0u, 2u, 1u}, {0u, 1u, 3u}, {1u, 2u, 3u}, {2u, 0u, 3u}})
        mesh.triangle.push_back(t);
    REQUIRE(component_count(mesh) == 2);
    bake::keep_largest_component(mesh);
    CHECK(mesh.triangle.size() == triangles);
    CHECK(mesh.position.size() == vertices);
    CHECK(first == vertices);
    CHECK(is_closed(mesh));
    CHECK(component_count(mesh) == 1);
}

TEST_CASE("normals point outwards") {
    PartMesh mesh = bake::surface_nets(sphere_grid(5));
    bake::set_normals(mesh);
    for (std::size_t i = 0; i < mesh.position.size(); ++i) {
        REQUIRE(glm::length(mesh.normal[i]) == Approx(1).epsilon(1e-4));
        REQUIRE(glm::dot(mesh.normal[i], glm::normalize(mesh.position[i])) > .97f);
    }
}

TEST_CASE("simplifying reaches its goal, stays closed and keeps the border") {
    PartMesh mesh = two_part_sphere();
    const std::size_t goal = mesh.triangle.size() / 3;
    const auto count = [](const PartMesh &m, engine::Tag tag) {
        return std::count(m.tag.begin(), m.tag.end(), tag);
    };
    REQUIRE(count(mesh, 0) > 100);
    bake::simplify(mesh, {goal, 40, [](glm::vec3) { return 1.f; }});
    CHECK(mesh.triangle.size() <= goal);
    CHECK(mesh.triangle.size() >= goal - 2);
    CHECK(is_closed(mesh));
    CHECK(euler_characteristic(mesh) == 2);
    CHECK(volume(mesh) == Approx(sphere_volume).epsilon(.05));
    CHECK(count(mesh, 0) > 20);
    CHECK(count(mesh, 1) > 20);
    CHECK(mesh.part_name == std::vector<std::string>{"half"});
    bake::set_borders(mesh);
    REQUIRE(mesh.border.size() >= 8);
    for (const auto &edge : mesh.border)
        for (const auto v : edge.vertex)
            CHECK(std::fabs(mesh.position[v].y) < 8);
}

TEST_CASE("a goal that is already met changes nothing") {
    PartMesh mesh = two_part_sphere();
    const auto before = mesh.triangle;
    const auto vertex = bake::simplify(mesh, {before.size(), 40, [](glm::vec3) { return 1.f; }});
    auto after = mesh.triangle;
    for (auto &triangle : after)
        for (auto &v : triangle)
            v = vertex[v];
    CHECK((after == before));
}

TEST_CASE("borders run with their first triangle and distances grow away from them") {
    PartMesh mesh = two_part_sphere();
    bake::set_borders(mesh);
    const auto edges = directed_edges(mesh);
    for (const auto &edge : mesh.border) {
        const auto &[a, b] = edge.vertex;
        CHECK(mesh.tag[edges.at({a, b}).front()] == edge.first);
        CHECK(mesh.tag[edges.at({b, a}).front()] == edge.second);
        CHECK(edge.first != edge.second);
        CHECK(mesh.border_distance[a] == 0);
    }
    for (std::size_t i = 0; i < mesh.position.size(); ++i) {
        const float height = std::fabs(mesh.position[i].y);
        if (height > 35)
            REQUIRE(mesh.border_distance[i] == 25);
        if (height > 8 && height < 20) {
            REQUIRE(mesh.border_distance[i] > height - 6);
            REQUIRE(mesh.border_distance[i] < height + 8);
        }
    }
}

TEST_CASE("a sphere alone is open to the light, one inside a shell is not") {
    PartMesh mesh = two_part_sphere();
    bake::set_ambient_occlusion(mesh, 1);
    for (const float open : mesh.ambient_occlusion)
        REQUIRE(open > .9f);

    const std::size_t inner = mesh.position.size();
    for (std::size_t i = 0; i < inner; ++i) {
        mesh.position.push_back(mesh.position[i] * 2.f);
        mesh.normal.push_back(mesh.normal[i]);
    }
    for (std::size_t i = 0, n = mesh.triangle.size(); i < n; ++i) {
        auto t = mesh.triangle[i];
        for (auto &v : t)
            v += std::uint32_t(inner);
        mesh.triangle.push_back(t);
    }
    bake::set_ambient_occlusion(mesh, 1);
    for (std::size_t i = 0; i < inner; ++i)
        REQUIRE(mesh.ambient_occlusion[i] < .1f);
}
