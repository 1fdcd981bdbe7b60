#include "bake/measure.hpp"
#include "bake/skin.hpp"
#include "bake/slice.hpp"
#include "boxes.hpp"
#include "catch.hpp"
#include "sphere.hpp"

#include <cmath>
#include <numbers>

using engine::PartMesh;

TEST_CASE("a box cut level has the box's sizes, girth and diagonal") {
    PartMesh box;
    add_box(box, {5, 10, 0}, {30, 100, 40});
    const auto loops = bake::slice(box, bake::horizontal_plane(20));
    REQUIRE(loops.size() == 1);
    CHECK(loops[0].size() == glm::vec2{30, 40});
    CHECK(loops[0].center() == glm::vec2{5, 0});
    CHECK(loops[0].girth() == Approx(140));
    CHECK(loops[0].breadth() == Approx(50));
    CHECK(bake::slice(box, bake::horizontal_plane(61)).empty());
}

TEST_CASE("an oblique cut of a box is longer by the slope") {
    PartMesh box;
    add_box(box, {0, 0, 0}, {30, 100, 40});
    // The cut follows the slope of .3 radians: it runs 1 / cos(.3) further.
    const glm::vec3 axis{std::sin(.3f), std::cos(.3f), 0};
    const auto loops = bake::slice(box, bake::cross_plane({0, 0, 0}, axis));
    REQUIRE(loops.size() == 1);
    CHECK(loops[0].size().x == Approx(30 / std::cos(.3f)));
    CHECK(loops[0].size().y == Approx(40));
}

TEST_CASE("two boxes give two outlines, and the nearest one is found") {
    PartMesh boxes;
    add_box(boxes, {-50, 0, 0}, {20, 100, 20});
    add_box(boxes, {50, 0, 0}, {30, 100, 30});
    CHECK(bake::slice(boxes, bake::horizontal_plane(0)).size() == 2);
    CHECK(bake::outline_near(boxes, bake::horizontal_plane(0), {60, 0}).girth() == Approx(120));
    CHECK(bake::outline_near(boxes, bake::horizontal_plane(0), {-10, 0}).girth() == Approx(80));
}

TEST_CASE("a tape spans a hollow") {
    // Two blocks on a common base, cut upright through all three: a U seen from the front.
    PartMesh u;
    u.position = {{0, 0, 0},   {30, 0, 0},  {30, 30, 0}, {20, 30, 0},
                  {20, 10, 0}, {10, 10, 0}, {10, 30, 0}, {0, 30, 0}};
    for (std::size_t i = 0; i < 8; ++i)
        u.position.push_back(u.position[i] + glm::vec3{0, 0, 10});
    for (std::uint32_t i = 0; i < 8; ++i) {
        const std::uint32_t next = (i + 1) % 8;
        u.triangle.push_back({i, next, next + 8});
        u.triangle.push_back({i, next + 8, i + 8});
    }
    for (const auto &[a, b, c] : {std::array{0u, 4u, 1u},
                                  {1u, 4u, 2u},
                                  {2u, 4u, 3u},
                                  {0u, 5u, 4u},
                                  {0u, 7u, 5u},
                                  {7u, 6u, 5u}}) {
        u.triangle.push_back({a, b, c});
        u.triangle.push_back({a + 8, c + 8, b + 8});
    }
    const bake::Plane upright{{0, 0, 5}, {1, 0, 0}, {0, 1, 0}};
    const auto loops = bake::slice(u, upright);
    REQUIRE(loops.size() == 1);
    CHECK(loops[0].girth() == Approx(120)); // around the hollow it would be 160
}

TEST_CASE("the greatest girth of a sphere is that of its great circle, whatever the axis") {
    const PartMesh sphere = bake::surface_nets(sphere_grid(3));
    const float girth = 2 * std::numbers::pi_v<float> * sphere_radius;
    for (const glm::vec3 axis : {glm::vec3{0, 1, 0}, {0, 0, 1}, {.6f, .48f, .64f}}) {
        const auto loops = bake::slice(sphere, bake::cross_plane({0, 0, 0}, axis));
        REQUIRE(loops.size() == 1);
        CHECK(loops[0].girth() == Approx(girth).epsilon(.01));
        CHECK(loops[0].breadth() == Approx(2 * sphere_radius).epsilon(.01));
    }
    const auto cap = bake::slice(sphere, bake::horizontal_plane(.8f * sphere_radius));
    REQUIRE(cap.size() == 1);
    CHECK(cap[0].girth() == Approx(.6f * girth).epsilon(.02));
}

TEST_CASE("landmarks are those of the left half's skin") {
    PartMesh mesh;
    mesh.position = {{0, 0, 0}, {6, 0, 0}, {0, 6, 0}, {-6, 0, 0}, {6, 6, 3}};
    mesh.triangle = {{0, 1, 2}, {0, 2, 3}, {1, 4, 2}};
    mesh.tag = {0, 1, 2};
    mesh.part_name = {"pair", "other", "unused"};
    mesh.border = {{{1, 2}, 0, 2}, {{0, 2}, 0, 1}};
    const bake::Skin skin(mesh);
    CHECK(skin.has("pair"));
    CHECK_FALSE(skin.has("unused"));
    CHECK(skin.box().low.x == -6);
    CHECK(skin.at("pair").box.low == glm::vec3{0, 0, 0});
    CHECK(skin.at("pair").centroid == glm::vec3{2, 2, 0});
    CHECK(skin.at("other").corners.size() == 3);
    CHECK(bake::border_middle(mesh, "other", {"pair"}) == glm::vec3{3, 3, 0});
}
