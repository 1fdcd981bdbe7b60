#include "bake/slice.hpp"

#include "bake/mesh_tools.hpp"
#include "base/check.hpp"

#include <glm/common.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bake {
namespace {

using EdgeKey = std::uint64_t;

/// Where the cut enters and leaves a triangle, and through which edges.
struct Step {
    EdgeKey from = 0, to = 0;
    glm::vec2 point{0}; ///< on `from`
};

float cross(glm::vec2 o, glm::vec2 a, glm::vec2 b) {
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/// Half of the hull: the points, sorted, without those to the right of the way.
template <class Iterator>
void append_chain(std::vector<glm::vec2> &hull, Iterator from, const Iterator &to) {
    const std::size_t start = hull.size();
    for (; from != to; ++from) {
        while (hull.size() >= start + 2 && cross(hull[hull.size() - 2], hull.back(), *from) <= 0)
            hull.pop_back();
        hull.push_back(*from);
    }
    hull.pop_back(); // the other half begins with it
}

std::vector<glm::vec2> convex_hull(std::vector<glm::vec2> points) {
    std::sort(points.begin(), points.end(),
              [](glm::vec2 a, glm::vec2 b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    std::vector<glm::vec2> hull;
    append_chain(hull, points.begin(), points.end());
    append_chain(hull, points.rbegin(), points.rend());
    return hull;
}

/// How the cut crosses one triangle. A height of exactly 0 counts as above, so that every vertex is
/// on one side.
std::optional<Step> crossing(const engine::PartMesh &mesh, const Triangle &triangle,
                             const std::vector<float> &height, const Plane &plane) {
    Step step;
    bool crosses = false;
    for (std::size_t e = 0; e < 3; ++e) {
        const std::uint32_t a = triangle[e], b = triangle[(e + 1) % 3];
        const bool a_below = height[a] < 0, b_below = height[b] < 0;
        if (a_below == b_below)
            continue;
        crosses = true;
        if (a_below) {
            // From the lower to the higher index, so that both triangles find the same point.
            const auto [first, second] = std::minmax(a, b);
            const float t = height[first] / (height[first] - height[second]);
            step.from = edge_key(a, b);
            step.point = plane.local(glm::mix(mesh.position[first], mesh.position[second], t));
        } else {
            step.to = edge_key(a, b);
        }
    }
    return crosses ? std::optional(step) : std::nullopt;
}

} // namespace

Plane horizontal_plane(float y) {
    return {{0, y, 0}, {1, 0, 0}, {0, 0, 1}};
}

Plane midline_plane() {
    return {{0, 0, 0}, {0, 1, 0}, {0, 0, 1}};
}

Plane cross_plane(glm::vec3 origin, glm::vec3 axis) {
    constexpr glm::vec3 left{1, 0, 0};
    const glm::vec3 across = glm::normalize(left - axis * glm::dot(left, axis));
    return {origin, across, glm::cross(axis, across)};
}

Loop::Loop(std::vector<glm::vec2> points)
    : points_(std::move(points)), hull_(convex_hull(points_)), low_(points_[0]), high_(low_) {
    for (const glm::vec2 p : points_) {
        low_ = glm::min(low_, p);
        high_ = glm::max(high_, p);
    }
}

float Loop::girth() const {
    float length = 0;
    for (std::size_t i = 0; i < hull_.size(); ++i)
        length += glm::distance(hull_[i], hull_[(i + 1) % hull_.size()]);
    return length;
}

float Loop::breadth() const {
    float widest = 0;
    for (const glm::vec2 a : hull_)
        for (const glm::vec2 b : hull_)
            widest = std::max(widest, glm::distance(a, b));
    return widest;
}

std::vector<Loop> slice(const engine::PartMesh &mesh, const Plane &plane) {
    const glm::vec3 normal = plane.normal();
    std::vector<float> height(mesh.position.size());
    std::transform(mesh.position.begin(), mesh.position.end(), height.begin(),
                   [&](glm::vec3 p) { return glm::dot(p - plane.origin, normal); });

    std::vector<Step> steps;
    std::unordered_map<EdgeKey, std::size_t> step_from;
    for (const Triangle &triangle : mesh.triangle)
        if (const auto step = crossing(mesh, triangle, height, plane)) {
            step_from[step->from] = steps.size();
            steps.push_back(*step);
        }

    std::vector<Loop> loops;
    std::vector<bool> taken(steps.size());
    for (std::size_t start = 0; start < steps.size(); ++start) {
        std::vector<glm::vec2> points;
        for (std::size_t i = start; !taken[i];) {
            taken[i] = true;
            points.push_back(steps[i].point);
            const auto next = step_from.find(steps[i].to);
            engine::check(next != step_from.end(), "slice: the mesh is closed");
            i = next->second;
        }
        if (points.size() >= 3)
            loops.emplace_back(std::move(points));
    }
    return loops;
}

Loop outline_near(const engine::PartMesh &mesh, const Plane &plane, glm::vec2 place) {
    const std::vector<Loop> loops = slice(mesh, plane);
    engine::check(!loops.empty(), "outline_near: the plane meets the mesh");
    return *std::min_element(loops.begin(), loops.end(), [&](const Loop &a, const Loop &b) {
        return glm::distance(a.center(), place) < glm::distance(b.center(), place);
    });
}

} // namespace bake
