// The hierarchy against a search that knows nothing of it. 100,000 rays against each of 50,000
// triangles would take hours, so the rays share 100 directions: along one direction a ray is a
// point of the plane and a triangle a shadow on it, and squares of that plane keep lists of the
// shadows that touch them. Only the lists are a short cut; no triangle that a ray could meet is
// left out. Some hundred rays more have directions of their own and are tried on every triangle.

#include "catch.hpp"
#include "mesh/bvh.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <utility>

using namespace engine;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

const PartMesh &body() {
    static const PartMesh mesh = [] {
        auto read = read_part_mesh(PALPATE_SHARE_DIR "/body/neutral-fast.mesh");
        REQUIRE(read.ok());
        return std::move(read).value();
    }();
    return mesh;
}

/// The mesh seen along a direction: x and y in the picture, z the way of the light.
class Shadow {
  public:
    Shadow(const PartMesh &mesh, glm::dvec3 direction) : mesh_(mesh), direction_(direction) {
        const glm::dvec3 other =
            std::abs(direction.y) < .9 ? glm::dvec3{0, 1, 0} : glm::dvec3{1, 0, 0};
        u_ = glm::normalize(glm::cross(direction, other));
        v_ = glm::cross(direction, u_);
        for (const glm::vec3 p : mesh.position)
            seen_.push_back(seen(p));
    }

    glm::dvec3 seen(glm::dvec3 p) const {
        return {glm::dot(p, u_), glm::dot(p, v_), glm::dot(p, direction_)};
    }
    glm::dvec3 corner(std::uint32_t triangle, std::size_t k) const {
        return seen_[mesh_.triangle[triangle][k]];
    }
    std::size_t triangles() const { return mesh_.triangle.size(); }

    /// How deep the triangle lies under the point; infinite beside it. `slack` mm beside its sides
    /// count as on it.
    double depth(std::uint32_t triangle, glm::dvec2 point, double slack = 0) const {
        const glm::dvec3 a = corner(triangle, 0), b = corner(triangle, 1), c = corner(triangle, 2);
        const double whole = cross(b - a, c - a);
        if (whole == 0)
            return infinity; // seen from its edge
        const double turn = whole > 0 ? 1 : -1;
        double weight[3];
        const glm::dvec3 corners[] = {a, b, c};
        for (std::size_t k = 0; k < 3; ++k) {
            const glm::dvec3 start = corners[(k + 1) % 3], end = corners[(k + 2) % 3];
            const double area = cross(end - start, glm::dvec3(point, 0) - start);
            if (area * turn < -slack * glm::length(glm::dvec2(end - start)))
                return infinity;
            weight[k] = area / whole;
        }
        return weight[0] * a.z + weight[1] * b.z + weight[2] * c.z;
    }

  private:
    static double cross(glm::dvec3 p, glm::dvec3 q) { return p.x * q.y - p.y * q.x; }

    const PartMesh &mesh_;
    glm::dvec3 direction_, u_, v_;
    std::vector<glm::dvec3> seen_;
};

/// Lists of the triangles whose shadows touch each square of the plane.
class Squares {
  public:
    explicit Squares(const Shadow &shadow) : lists_(columns * columns) {
        for (std::uint32_t t = 0; t < shadow.triangles(); ++t) {
            const glm::dvec3 a = shadow.corner(t, 0), b = shadow.corner(t, 1),
                             c = shadow.corner(t, 2);
            const auto low = square(glm::min(a, glm::min(b, c)) - slack);
            const auto high = square(glm::max(a, glm::max(b, c)) + slack);
            for (int y = low.y; y <= high.y; ++y)
                for (int x = low.x; x <= high.x; ++x)
                    lists_[static_cast<std::size_t>(y * columns + x)].push_back(t);
        }
    }
    const std::vector<std::uint32_t> &at(glm::dvec2 point) const {
        const auto place = square(point);
        return lists_[static_cast<std::size_t>(place.y * columns + place.x)];
    }

  private:
    static constexpr int columns = 200;
    static constexpr double size = 20, slack = .01; // mm
    /// What lies outside of all squares belongs to the outermost ones.
    static glm::ivec2 square(glm::dvec2 p) {
        return glm::clamp(glm::ivec2(glm::floor(p / size)) + columns / 2, 0, columns - 1);
    }
    std::vector<std::vector<std::uint32_t>> lists_;
};

struct Expected {
    double distance = infinity;
    std::uint32_t triangle = 0;
};

Expected search(const Shadow &shadow, const std::vector<std::uint32_t> &candidates,
                const Ray &ray) {
    const glm::dvec3 from = shadow.seen(ray.origin);
    Expected nearest;
    for (const std::uint32_t t : candidates) {
        const double distance = shadow.depth(t, from) - from.z;
        if (distance > 0 && distance < nearest.distance)
            nearest = {distance, t};
    }
    return nearest;
}

/// The same triangle, or one that the ray touches within 0.001 mm, as near as that.
bool agree(const Shadow &shadow, const Ray &ray, const std::optional<Hit> &hit,
           const Expected &expected) {
    constexpr double same_mm = 1e-3;
    const glm::dvec3 from = shadow.seen(ray.origin);
    if (hit && expected.distance < infinity && hit->triangle == expected.triangle)
        return std::abs(hit->distance - expected.distance) < .05; // in float, maybe at a slant
    if (!hit && expected.distance == infinity)
        return true;
    if (!hit)
        return false;
    const double touched = shadow.depth(hit->triangle, from, same_mm) - from.z;
    return touched <= expected.distance + same_mm;
}

class Rays {
  public:
    float between(float low, float high) {
        return low + (high - low) * static_cast<float>(random_()) / 4294967296.0F;
    }
    /// The first six along the axes.
    glm::vec3 direction(int index) {
        if (index < 6) {
            glm::vec3 axis{0};
            axis[index / 2] = index % 2 == 0 ? 1.0F : -1.0F;
            return axis;
        }
        for (;;) {
            const glm::vec3 d{between(-1, 1), between(-1, 1), between(-1, 1)};
            if (glm::length(d) > .1F && glm::length(d) < 1)
                return glm::normalize(d);
        }
    }
    /// Through the box of the body, from outside of it or from within.
    Ray any(glm::vec3 direction) {
        const glm::vec3 through{between(-560, 560), between(-20, 1720), between(-200, 200)};
        return {through - direction * between(0, 1500), direction};
    }
    /// Along the skin: past a vertex at the rim of what is seen, or just beside it.
    Ray grazing(glm::vec3 direction, const std::vector<std::uint32_t> &rim) {
        const auto at = static_cast<std::size_t>(between(0, static_cast<float>(rim.size()) - 1));
        const glm::vec3 past = body().position[rim[at]] + body().normal[rim[at]] * between(-2, 1);
        return {past - direction * between(1, 1500), direction};
    }

  private:
    std::mt19937 random_{3}; // NOLINT: the same rays each time
};

std::vector<std::uint32_t> rim_of(glm::vec3 direction) {
    std::vector<std::uint32_t> rim;
    for (std::uint32_t v = 0; v < body().position.size(); ++v)
        if (std::abs(glm::dot(body().normal[v], direction)) < .05F)
            rim.push_back(v);
    return rim;
}

} // namespace

TEST_CASE("100,000 rays hit what a search through all triangles finds") {
    constexpr int directions = 100, rays_each = 1000;
    const Bvh bvh(body());
    Rays rays;
    int hits = 0, misses = 0, wrong = 0, other_triangle = 0;
    for (int d = 0; d < directions; ++d) {
        const glm::vec3 direction = rays.direction(d);
        const Shadow shadow(body(), direction);
        const Squares squares(shadow);
        const auto rim = rim_of(direction);
        REQUIRE(rim.size() > 50);
        for (int i = 0; i < rays_each; ++i) {
            const Ray ray = i % 4 == 0 ? rays.grazing(direction, rim) : rays.any(direction);
            const auto hit = bvh.hit(ray);
            const Expected expected = search(shadow, squares.at(shadow.seen(ray.origin)), ray);
            ++(hit ? hits : misses);
            wrong += !agree(shadow, ray, hit, expected);
            other_triangle += hit && hit->triangle != expected.triangle;
        }
    }
    CHECK(hits > 20'000);
    CHECK(misses > 20'000);
    CHECK(wrong == 0);
    CHECK(other_triangle < 50); // rays at the edge between two
}

TEST_CASE("rays of any direction hit what each single triangle says") {
    const Bvh bvh(body());
    Rays rays;
    std::vector<std::uint32_t> all(body().triangle.size());
    for (std::uint32_t t = 0; t < all.size(); ++t)
        all[t] = t;
    int hits = 0, wrong = 0;
    for (int i = 0; i < 150; ++i) {
        const Ray ray = rays.any(rays.direction(6));
        const Shadow shadow(body(), ray.direction);
        const auto hit = bvh.hit(ray);
        hits += hit.has_value();
        wrong += !agree(shadow, ray, hit, search(shadow, all, ray));
    }
    CHECK(hits > 25);
    CHECK(wrong == 0);
}
