#include "catch.hpp"
#include "mesh/bvh.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using engine::Bvh;
using engine::PartMesh;
using engine::Ray;

namespace {

PartMesh shipped_fast() {
    auto mesh = engine::read_part_mesh(PALPATE_SHARE_DIR "/body/neutral-fast.mesh");
    REQUIRE(mesh.ok());
    return std::move(mesh).value();
}

/// Every triangle seen along one direction, so that a ray is a point: the slow and sure way.
class BruteForce {
  public:
    BruteForce(const PartMesh &mesh, glm::dvec3 direction) : direction_(direction) {
        const glm::dvec3 up =
            std::abs(direction.y) < .9 ? glm::dvec3{0, 1, 0} : glm::dvec3{1, 0, 0};
        u_ = glm::normalize(glm::cross(direction, up));
        v_ = glm::cross(direction, u_);
        for (const auto &t : mesh.triangle) {
            std::array<glm::dvec3, 3> p;
            for (std::size_t k = 0; k < 3; ++k)
                p[k] = seen(mesh.position[t[k]]);
            corner_.push_back(p);
            low_.push_back(glm::min(p[0], glm::min(p[1], p[2])));
            high_.push_back(glm::max(p[0], glm::max(p[1], p[2])));
        }
    }

    /// Distance of the nearest triangle in front of the origin, or infinity.
    double distance(glm::dvec3 origin) const {
        const glm::dvec3 o = seen(origin);
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < corner_.size(); ++i) {
            if (o.x < low_[i].x || o.x > high_[i].x || o.y < low_[i].y || o.y > high_[i].y)
                continue;
            const double d = depth(corner_[i], o) - o.z;
            if (d > 0)
                nearest = std::min(nearest, d);
        }
        return nearest;
    }

  private:
    glm::dvec3 seen(glm::dvec3 p) const {
        return {glm::dot(p, u_), glm::dot(p, v_), glm::dot(p, direction_)};
    }
    static double side(glm::dvec3 a, glm::dvec3 b, glm::dvec3 p) {
        return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    }
    static double depth(const std::array<glm::dvec3, 3> &t, glm::dvec3 p) {
        const double a = side(t[1], t[2], p), b = side(t[2], t[0], p), c = side(t[0], t[1], p);
        const bool inside = (a >= 0 && b >= 0 && c >= 0) || (a <= 0 && b <= 0 && c <= 0);
        if (!inside || a + b + c == 0)
            return -std::numeric_limits<double>::infinity();
        return (a * t[0].z + b * t[1].z + c * t[2].z) / (a + b + c);
    }

    glm::dvec3 direction_, u_, v_;
    std::vector<std::array<glm::dvec3, 3>> corner_;
    std::vector<glm::dvec3> low_, high_;
};

/// A square of two triangles in the plane z = 0, from -100 to 100.
PartMesh square() {
    PartMesh mesh;
    mesh.position = {{-100, -100, 0}, {100, -100, 0}, {100, 100, 0}, {-100, 100, 0}};
    mesh.triangle = {{0, 1, 2}, {0, 2, 3}};
    mesh.tag = {4, 7};
    return mesh;
}

} // namespace

TEST_CASE("the hierarchy finds what a search of all triangles finds") {
    const PartMesh mesh = shipped_fast();
    const Bvh bvh(mesh);
    std::mt19937 random(1);
    const auto between = [&](float low, float high) {
        return low + (high - low) * float(random() % 100'000) / 100'000.f;
    };
    constexpr int directions = 40, rays_per_direction = 200;
    int hits = 0, misses = 0;
    for (int d = 0; d < directions; ++d) {
        // Some along the axes, where a ray is parallel to the sides of boxes.
        glm::vec3 direction{between(-1, 1), between(-1, 1), between(-1, 1)};
        if (d < 3)
            direction = {d == 0, d == 1, d == 2};
        direction = glm::normalize(direction);
        const BruteForce brute(mesh, direction);
        for (int i = 0; i < rays_per_direction; ++i) {
            const glm::vec3 through{between(-600, 600), between(0, 1700), between(-150, 150)};
            const Ray ray{through - direction * between(0, 2000), direction};
            const auto hit = bvh.hit(ray);
            const double expected = brute.distance(ray.origin);
            REQUIRE(hit.has_value() == std::isfinite(expected));
            if (!hit) {
                ++misses;
                continue;
            }
            ++hits;
            REQUIRE(hit->distance == Approx(expected).margin(.02));
            REQUIRE(hit->tag == mesh.tag[hit->triangle]);
            REQUIRE(glm::length(ray.origin + ray.direction * hit->distance - hit->point) < .01f);
        }
    }
    CHECK(hits > 500);
    CHECK(misses > 500);
}

TEST_CASE("rays at vertices and edges of a closed mesh never slip through") {
    const PartMesh mesh = shipped_fast();
    const Bvh bvh(mesh);
    const glm::vec3 inside{0, 1100, 0};
    std::size_t slipped = 0;
    for (std::size_t i = 0; i < mesh.triangle.size(); i += 10) {
        const auto &t = mesh.triangle[i];
        const glm::vec3 corner = mesh.position[t[0]];
        const glm::vec3 middle = (corner + mesh.position[t[1]]) * .5f;
        for (const glm::vec3 aim : {corner, middle})
            slipped += !bvh.hit({inside, glm::normalize(aim - inside)});
    }
    CHECK(slipped == 0);
}

TEST_CASE("a hit names the nearest triangle, its part and the point, from both sides") {
    const PartMesh mesh = square();
    const Bvh bvh(mesh);
    const auto front = bvh.hit({{50, -50, 300}, {0, 0, -1}});
    REQUIRE(front);
    CHECK(front->triangle == 0);
    CHECK(front->tag == 4);
    CHECK(front->distance == 300);
    CHECK(front->point == glm::vec3{50, -50, 0});
    const auto back = bvh.hit({{-50, 50, -20}, {0, 0, 1}});
    REQUIRE(back);
    CHECK(back->tag == 7);
    CHECK(back->distance == 20);
    CHECK_FALSE(bvh.hit({{50, -50, 300}, {0, 0, 1}}));
    CHECK_FALSE(bvh.hit({{101, 0, 300}, {0, 0, -1}}));
    CHECK_FALSE(Bvh(PartMesh{}).hit({{0, 0, 1}, {0, 0, -1}}));
}

TEST_CASE("many triangles in one place still make a hierarchy") {
    PartMesh mesh = square();
    for (int i = 0; i < 5000; ++i) {
        mesh.triangle.push_back({0, 1, 2});
        mesh.tag.push_back(2);
    }
    const auto hit = Bvh(mesh).hit({{50, -50, 300}, {0, 0, -1}});
    REQUIRE(hit);
    CHECK(hit->distance == 300);
}

TEST_CASE("a near miss within the slop hits, one outside of it does not") {
    const PartMesh mesh = square();
    const Bvh bvh(mesh);
    engine::OrbitView view;
    view.target = {0, 0, 0};
    view.height_mm = 400;
    const engine::Rect viewport{10, 20, 400, 400}; // a pixel is a millimetre
    const glm::vec2 right_edge{10 + 300, 20 + 200};

    const auto direct = bvh.hit_near(view, viewport, right_edge - glm::vec2{30, 20}, 0);
    REQUIRE(direct);
    CHECK(direct->point.x == Approx(70).margin(.1));
    CHECK(direct->point.y == Approx(20).margin(.1));
    const glm::vec2 outside = right_edge + glm::vec2{10, 0};
    CHECK_FALSE(bvh.hit_near(view, viewport, outside, 0));
    CHECK_FALSE(bvh.hit_near(view, viewport, outside, 9));
    const auto near = bvh.hit_near(view, viewport, outside, 24);
    REQUIRE(near);
    CHECK(near->point.x > 95); // of the nearest ring that meets the square
    CHECK(near->point.x <= 100);
}
