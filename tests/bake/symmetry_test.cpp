#include "bake/refine.hpp"
#include "bake/simplify.hpp"
#include "bake/symmetry.hpp"
#include "catch.hpp"
#include "sphere.hpp"
#include "topology.hpp"

#include <algorithm>
#include <cmath>

using engine::PartMesh;

namespace {

/// Part 0 above, part 1 below; right halves are odd. It lies a bit to the left, so that triangles
/// cross the midline anywhere.
PartMesh tagged_sphere() {
    PartMesh mesh = bake::surface_nets(sphere_grid(5));
    bake::set_normals(mesh);
    for (glm::vec3 &p : mesh.position)
        p.x += 1.3f;
    for (const auto &t : mesh.triangle) {
        const glm::vec3 middle = mesh.position[t[0]] + mesh.position[t[1]] + mesh.position[t[2]];
        mesh.tag.push_back(engine::Tag((middle.y > 0 ? 0 : 2) + (middle.x < 0 ? 1 : 0)));
    }
    mesh.part_name = {"upper", "lower"};
    return mesh;
}

bool lies_left(const PartMesh &mesh) {
    return std::all_of(mesh.position.begin(), mesh.position.end(),
                       [](glm::vec3 p) { return p.x >= 0; });
}

} // namespace

TEST_CASE("half of a sphere and its image are a whole that is the same on both sides") {
    const PartMesh sphere = tagged_sphere();
    const PartMesh half = bake::left_half(sphere, 0);
    CHECK(lies_left(half));
    CHECK(half.triangle.size() > sphere.triangle.size() / 2);
    CHECK(half.triangle.size() < sphere.triangle.size() * 2 / 3);
    CHECK(std::set(half.tag.begin(), half.tag.end()) == std::set<engine::Tag>{0, 2});

    const PartMesh whole = bake::with_mirror_image(half, {false, true});
    CHECK(is_closed(whole));
    CHECK(euler_characteristic(whole) == 2);
    CHECK(component_count(whole) == 1);
    CHECK(std::set(whole.tag.begin(), whole.tag.end()) == std::set<engine::Tag>{0, 1, 2});
    CHECK(whole.part_name == sphere.part_name);
    // A sphere whose middle lies 1.3 to the left of the mirror: two larger halves.
    const double disc = 3.14159 * sphere_radius * sphere_radius;
    CHECK(volume(whole) == Approx(volume(sphere) + 2 * 1.3 * disc).epsilon(.002));
    for (std::size_t i = 0; i < whole.position.size(); ++i)
        REQUIRE(glm::dot(whole.normal[i], glm::normalize(whole.position[i])) > .95f);

    const auto images = bake::mirror_images(half), originals = bake::mirror_originals(whole);
    REQUIRE(images.size() == half.position.size());
    REQUIRE(originals.size() == whole.position.size());
    for (std::uint32_t v = 0; v < images.size(); ++v) {
        CHECK(whole.position[images[v]] == half.position[v] * bake::mirrored);
        CHECK(originals[images[v]] == v);
        CHECK(originals[v] == v);
    }
}

TEST_CASE("a whole cut again is the same half, vertex by vertex") {
    const PartMesh half = bake::left_half(tagged_sphere(), 0);
    const PartMesh again = bake::left_half(bake::with_mirror_image(half, {true, false}), 0);
    CHECK(again.position == half.position);
    CHECK(again.triangle == half.triangle);
    CHECK(again.tag == half.tag);
}

TEST_CASE("vertices near the midline are moved into it") {
    const PartMesh sphere = tagged_sphere(); // its vertices nearest to the midline: at x = -1.2
    const auto in_plane = [](const PartMesh &mesh) {
        return std::count_if(mesh.position.begin(), mesh.position.end(),
                             [](glm::vec3 p) { return p.x == 0; });
    };
    const auto near = std::count_if(sphere.position.begin(), sphere.position.end(),
                                    [](glm::vec3 p) { return std::fabs(p.x) < 2; });
    REQUIRE(near > 40);
    CHECK(in_plane(bake::left_half(sphere, 1)) != near); // triangles are cut instead
    const PartMesh half = bake::left_half(sphere, 2);
    CHECK(in_plane(half) == near);
    CHECK(is_closed(bake::with_mirror_image(half, {false, false})));
}

TEST_CASE("simplifying a half keeps its rim in the midline, so that it still fits its image") {
    PartMesh half = bake::left_half(tagged_sphere(), .1f);
    const std::size_t goal = half.triangle.size() / 3;
    bake::simplify(half, {goal, 40, [](glm::vec3) { return 1.f; }});
    CHECK(half.triangle.size() <= goal);
    CHECK(lies_left(half));
    const PartMesh whole = bake::with_mirror_image(half, {false, false});
    CHECK(is_closed(whole));
    CHECK(euler_characteristic(whole) == 2);
    const PartMesh before =
        bake::with_mirror_image(bake::left_half(tagged_sphere(), .1f), {false, false});
    CHECK(volume(whole) == Approx(volume(before)).epsilon(.03));
}
