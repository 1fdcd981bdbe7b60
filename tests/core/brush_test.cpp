#include "catch.hpp"
#include "mesh/painted.hpp"
#include "spheres.hpp"

#include <algorithm>
#include <numeric>

using namespace engine;

namespace {

constexpr float radius = 100;
constexpr double pi = std::numbers::pi;
constexpr SurfacePoint middle_of_first{0, {1.0F / 3, 1.0F / 3, 1.0F / 3}};

double cap(double way) {
    return 2 * pi * radius * radius * (1 - std::cos(way / radius));
}

/// Middles of triangles, corners and points on sides, spread over the mesh.
std::vector<SurfacePoint> seeds(const PartMesh &mesh) {
    std::vector<SurfacePoint> found;
    const auto step = static_cast<std::uint32_t>(mesh.triangle.size() / 5);
    for (std::uint32_t i = 0; i < 5; ++i) {
        found.push_back({i * step, {1.0F / 3, 1.0F / 3, 1.0F / 3}});
        found.push_back({i * step + 1, {1, 0, 0}});
        found.push_back({i * step + 2, {.5F, .5F, 0}});
        found.push_back({i * step + 3, {.7F, .1F, .2F}});
    }
    return found;
}

/// The largest error of a cap's area over all seeds, as a share of it.
double worst_cap_error(const PartMesh &mesh, float way) {
    const Surface surface(mesh);
    Brush brush(surface);
    double worst = 0;
    for (const SurfacePoint &seed : seeds(mesh)) {
        Painted painted(surface);
        painted.add(brush.footprint(seed, way));
        worst = std::max(worst, std::abs(painted.area_mm2() / cap(way) - 1));
    }
    return worst;
}

/// The area of all caps together, by small pieces of the sphere.
double union_of_caps(const std::vector<glm::vec3> &middles, float way) {
    constexpr int rings = 700, columns = 1400;
    double area = 0;
    for (int ring = 0; ring < rings; ++ring) {
        const double polar = pi * (ring + .5) / rings;
        int within = 0;
        for (int column = 0; column < columns; ++column) {
            const double turn = 2 * pi * (column + .5) / columns;
            const glm::vec3 p(std::sin(polar) * std::sin(turn), std::cos(polar),
                              std::sin(polar) * std::cos(turn));
            within += std::ranges::any_of(middles, [&](glm::vec3 middle) {
                return glm::dot(p, glm::normalize(middle)) > std::cos(way / radius);
            });
        }
        area += within * (2 * pi / columns) * (pi / rings) * std::sin(polar);
    }
    return area * radius * radius;
}

double area_of(const std::vector<TagArea> &tags) {
    return std::accumulate(tags.begin(), tags.end(), 0.0,
                           [](double sum, const TagArea &tag) { return sum + tag.mm2; });
}

/// Two walls that meet at the bottom, `opening` degrees apart: tag 0 is the left one, 1 the right.
PartMesh valley(float opening_deg) {
    constexpr int along = 40, up = 20;
    constexpr float step = 5;
    const float half = opening_deg / 2 * std::numbers::pi_v<float> / 180;
    PartMesh mesh;
    for (int i = -up; i <= up; ++i)
        for (int k = 0; k <= along; ++k) {
            const float way = static_cast<float>(i) * step;
            mesh.position.push_back({way * std::sin(half), std::abs(way) * std::cos(half),
                                     -static_cast<float>(k) * step});
            const float side = i < 0 ? 1.0F : i > 0 ? -1.0F : 0.0F;
            mesh.normal.push_back(
                glm::normalize(glm::vec3(side * std::cos(half), std::sin(half), 0)));
        }
    const auto at = [](int i, int k) {
        return static_cast<std::uint32_t>((i + up) * (along + 1) + k);
    };
    for (int i = -up; i < up; ++i)
        for (int k = 0; k < along; ++k)
            for (const auto &t : {std::array{at(i, k), at(i + 1, k), at(i, k + 1)},
                                  {at(i + 1, k), at(i + 1, k + 1), at(i, k + 1)}}) {
                mesh.triangle.push_back(t);
                mesh.tag.push_back(i < 0 ? 0 : 1);
            }
    mesh.part_name = {"wall"};
    return mesh;
}

/// What a brush of 40 mm covers of both walls, 15 mm above the bottom of the left one.
std::vector<TagArea> painted_in_valley(float opening_deg, std::span<const Tag> barred = {}) {
    const PartMesh mesh = valley(opening_deg);
    const Surface surface(mesh);
    const Bvh bvh(mesh);
    const float half = opening_deg / 2 * std::numbers::pi_v<float> / 180;
    const std::vector<Stroke> strokes{
        {15.0F * glm::vec3(-std::sin(half), std::cos(half), 0) + glm::vec3(0, 0, -100), 40}};
    return extent(surface, bvh, strokes, [&](Tag) { return barred; }).tags();
}

} // namespace

TEST_CASE("a cap painted on a sphere has the area of the cap") {
    const PartMesh fine = icosphere(5, radius), coarse = icosphere(4, radius);
    const PartMesh uneven = uneven_sphere(5, radius, .3F), thin = globe(120, 60, radius);
    for (const float way : {8.0F, 15.0F, 40.0F, 140.0F}) {
        INFO("geodesic radius " << way << " mm");
        CHECK(worst_cap_error(fine, way) < .005);
        CHECK(worst_cap_error(coarse, way) < .02);
        CHECK(worst_cap_error(uneven, way) < .02);
        CHECK(worst_cap_error(thin, way) < .02);
    }
    // Triangles as long as the brush is wide: still near.
    CHECK(worst_cap_error(icosphere(3, radius), 30) < .02);
}

TEST_CASE("the ways to the corners are those along the sphere") {
    const PartMesh mesh = uneven_sphere(5, radius, .3F);
    const Surface surface(mesh);
    Brush brush(surface);
    const glm::vec3 middle = glm::normalize(surface.position(middle_of_first));
    const Footprint &footprint = brush.footprint(middle_of_first, 90);
    REQUIRE(footprint.pieces.size() > 1000);
    float worst = 0;
    for (const Footprint::Piece &piece : footprint.pieces)
        for (std::size_t k = 0; k < 3; ++k) {
            const glm::vec3 p = mesh.position[mesh.triangle[piece.triangle][k]] / radius;
            const float way = radius * std::acos(std::min(glm::dot(p, middle), 1.0F));
            worst = std::max(worst, std::abs(piece.distance[k] - way));
        }
    CHECK(worst < .5F);
}

TEST_CASE("overlapping strokes are counted once") {
    const PartMesh mesh = icosphere(5, radius);
    const Surface surface(mesh);
    Brush brush(surface);
    Painted painted(surface);
    painted.add(brush.footprint(middle_of_first, 30));
    const double once = painted.area_mm2();
    painted.add(brush.footprint(middle_of_first, 30));
    CHECK(painted.area_mm2() == Approx(once).epsilon(1e-9));
    painted.add(brush.footprint({1, {1, 0, 0}}, 4)); // inside of what is there
    CHECK(painted.area_mm2() == Approx(once).epsilon(1e-9));

    const Bvh bvh(mesh);
    const std::vector<glm::vec3> row{{0, 20, 98}, {10, 20, 98}, {25, 20, 95}, {-60, 0, -80}};
    std::vector<Stroke> strokes;
    for (const glm::vec3 point : row)
        strokes.push_back({point, 22});
    CHECK(extent(surface, bvh, strokes).area_mm2() == Approx(union_of_caps(row, 22)).epsilon(.01));
    // In any order, and after painting something else first.
    std::ranges::reverse(strokes);
    CHECK(extent(surface, bvh, strokes).area_mm2() == Approx(union_of_caps(row, 22)).epsilon(.01));
    painted.clear();
    CHECK(painted.area_mm2() == 0);
    CHECK(painted.tags().empty());
    painted.add(brush.footprint(middle_of_first, 30));
    CHECK(painted.area_mm2() == Approx(once).epsilon(1e-9));
}

TEST_CASE("the area of a brush grows smoothly with its radius") {
    const PartMesh mesh = uneven_sphere(4, radius, .3F);
    const Surface surface(mesh);
    Brush brush(surface);
    double before = brush.footprint(middle_of_first, 10).area_mm2;
    for (float way = 10.25F; way < 60; way += .25F) {
        const double area = brush.footprint(middle_of_first, way).area_mm2;
        const double ring = cap(way) - cap(way - .25);
        CHECK(area - before > ring * .6);
        CHECK(area - before < ring * 1.4);
        before = area;
    }
}

TEST_CASE("an extent tells how much of each tag is covered") {
    const PartMesh mesh = icosphere(5, radius);
    const Surface surface(mesh);
    const Bvh bvh(mesh);
    const Stroke on_the_border{{0, 0, radius}, 40};
    const Painted painted = extent(surface, bvh, {&on_the_border, 1});
    const std::vector<TagArea> tags = painted.tags();
    REQUIRE(tags.size() == 2);
    CHECK(tags[0].tag == 0);
    CHECK(tags[1].tag == 1);
    CHECK(area_of(tags) == Approx(painted.area_mm2()).epsilon(1e-9));
    for (const TagArea &tag : tags) {
        CHECK(tag.mm2 == Approx(cap(40) / 2).epsilon(.05));
        CHECK(tag.share == Approx(tag.mm2 / surface.area(tag.tag)));
    }
    const Stroke above{{0, radius, 0}, 40};
    const auto one = extent(surface, bvh, {&above, 1}).tags();
    REQUIRE(one.size() == 1);
    CHECK(one[0].tag == 0);
    CHECK(extent(surface, bvh, {}).tags().empty());
}

TEST_CASE("a brush never comes out on the other side") {
    const PartMesh mesh = icosphere(5, radius);
    const Surface surface(mesh);
    Brush brush(surface);
    const glm::vec3 middle = surface.position(middle_of_first);
    const Footprint &footprint = brush.footprint(middle_of_first, 500);
    CHECK(footprint.area_mm2 > 2 * pi * radius * radius * .95);
    CHECK(footprint.area_mm2 < 2 * pi * radius * radius);
    for (const Footprint::Piece &piece : footprint.pieces)
        for (const std::uint32_t vertex : mesh.triangle[piece.triangle])
            CHECK(glm::dot(mesh.position[vertex], middle) > -.1F);
}

TEST_CASE("a brush stays on its wall of a valley, and fills a hollow") {
    for (const float opening : {20.0F, 60.0F, 90.0F}) {
        INFO(opening << " degrees between the walls");
        const auto tags = painted_in_valley(opening);
        REQUIRE(tags.size() == 1);
        CHECK(tags[0].tag == 0);
    }
    // In a wide one it runs over the bottom, but not as far as on flat ground.
    const auto wide = painted_in_valley(110);
    REQUIRE(wide.size() == 2);
    const auto hollow = painted_in_valley(150);
    REQUIRE(hollow.size() == 2);
    CHECK(area_of(hollow) == Approx(pi * 40 * 40).epsilon(.01)); // unfolded it is a flat circle
    // The part of a circle beyond a line 15 mm from its middle.
    const double beyond = 40 * 40 * std::acos(15.0 / 40) - 15 * std::sqrt(40.0 * 40 - 15 * 15);
    CHECK(hollow[1].mm2 == Approx(beyond).epsilon(.02));
    CHECK(wide[1].mm2 < .75 * beyond);
}

TEST_CASE("a brush does not enter tags that are barred") {
    const std::vector<Tag> right{1};
    const auto tags = painted_in_valley(150, right);
    REQUIRE(tags.size() == 1);
    CHECK(tags[0].tag == 0);
    const double beyond = 40 * 40 * std::acos(15.0 / 40) - 15 * std::sqrt(40.0 * 40 - 15 * 15);
    CHECK(tags[0].mm2 == Approx(pi * 40 * 40 - beyond).epsilon(.02));
}
