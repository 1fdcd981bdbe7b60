#include "mesh/brush.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace engine {
namespace {

constexpr float endless = std::numeric_limits<float>::infinity();
/// Skin that faces the middle, and is faced by it, steeper than this (sine) lies across a fold.
constexpr float fold_sine = 0.5F;
constexpr float worth_it_mm = 1e-3F; ///< shorter ways than by this are not followed

/// The way to `to` across the edge from `a` to `b`, when `da` and `db` are the ways to its ends:
/// the source is unfolded into the plane of the triangle, where the way is straight. Infinite when
/// it does not cross the edge. (The wave is a circle, as in Novotni and Klein, "Computing Geodesic
/// Distances on Triangular Meshes", 2002.)
float way_across(glm::vec3 a, glm::vec3 b, glm::vec3 to, float da, float db) {
    const float length = glm::distance(a, b);
    if (length <= 0)
        return endless;
    const glm::vec3 along = (b - a) / length;
    const float to_x = glm::dot(to - a, along);
    const float to_y = glm::distance(to, a + along * to_x);
    const float source_x = (da * da - db * db + length * length) / (2 * length);
    const float source_y = std::sqrt(std::max(da * da - source_x * source_x, 0.0F));
    const float sum_y = source_y + to_y;
    if (sum_y <= 0)
        return endless;
    const float crossing = source_x + (to_x - source_x) * source_y / sum_y;
    if (crossing < 0 || crossing > length)
        return endless;
    return std::hypot(to_x - source_x, sum_y);
}

} // namespace

Brush::Brush(const Surface &surface)
    : surface_(surface),
      vertex_round_(surface.mesh().position.size(), 0),
      triangle_round_(surface.mesh().triangle.size(), 0),
      distance_(surface.mesh().position.size()),
      reach_(surface.mesh().position.size()) {}

const Footprint &Brush::footprint(const SurfacePoint &center, float radius_mm,
                                  std::span<const Tag> barred) {
    start(center);
    walk(radius_mm, barred);
    measure(radius_mm);
    return footprint_;
}

void Brush::start(const SurfacePoint &center) {
    ++round_;
    front_.clear();
    touched_.clear();
    center_ = surface_.position(center);
    normal_ = surface_.normal(center);
    for (const std::uint32_t vertex : surface_.mesh().triangle[center.triangle]) {
        vertex_round_[vertex] = round_;
        reach_[vertex] = Reach::open;
        distance_[vertex] = endless;
        lower(vertex, glm::distance(surface_.mesh().position[vertex], center_));
    }
    triangle_round_[center.triangle] = round_;
    touched_.push_back(center.triangle);
}

/// Dijkstra's order; where a shorter way comes late, which happens at obtuse corners, it is
/// followed again.
void Brush::walk(float radius_mm, std::span<const Tag> barred) {
    float limit = radius_mm; // so that all corners of the triangles on the border are reached
    while (!front_.empty()) {
        std::pop_heap(front_.begin(), front_.end());
        const Front top = front_.back();
        front_.pop_back();
        if (top.distance > limit)
            break;
        if (top.distance > distance_[top.vertex])
            continue; // a shorter way was found since
        if (top.distance <= radius_mm)
            limit = std::max(limit, radius_mm + longest_side(top.vertex));
        leave(top.vertex, barred);
    }
}

void Brush::leave(std::uint32_t vertex, std::span<const Tag> barred) {
    const PartMesh &mesh = surface_.mesh();
    for (const std::uint32_t t : surface_.triangles_at(vertex)) {
        if (std::ranges::binary_search(barred, mesh.tag[t]))
            continue;
        if (triangle_round_[t] != round_) {
            triangle_round_[t] = round_;
            touched_.push_back(t);
        }
        const auto &corner = mesh.triangle[t];
        for (std::size_t k = 0; k < 3; ++k) {
            if (corner[k] != vertex)
                continue;
            relax(vertex, corner[(k + 1) % 3], corner[(k + 2) % 3]);
            relax(vertex, corner[(k + 2) % 3], corner[(k + 1) % 3]);
        }
    }
}

void Brush::relax(std::uint32_t from, std::uint32_t other, std::uint32_t to) {
    if (!within_reach(to))
        return;
    const auto &position = surface_.mesh().position;
    float way = distance_[from] + glm::distance(position[from], position[to]);
    if (known(other))
        way = std::min(way, way_across(position[from], position[other], position[to],
                                       distance_[from], distance_[other]));
    lower(to, way);
}

void Brush::lower(std::uint32_t vertex, float distance) {
    if (distance + worth_it_mm >= distance_[vertex])
        return;
    distance_[vertex] = distance;
    front_.push_back({distance, vertex});
    std::push_heap(front_.begin(), front_.end());
}

bool Brush::within_reach(std::uint32_t vertex) {
    if (vertex_round_[vertex] != round_) {
        vertex_round_[vertex] = round_;
        distance_[vertex] = endless;
        const glm::vec3 normal = surface_.mesh().normal[vertex];
        const glm::vec3 step = surface_.mesh().position[vertex] - center_;
        const float least = fold_sine * glm::length(step);
        const bool away = glm::dot(normal, normal_) <= 0;
        const bool folded = glm::dot(step, normal_) > least && glm::dot(-step, normal) > least;
        reach_[vertex] = away || folded ? Reach::out : Reach::open;
    }
    return reach_[vertex] == Reach::open;
}

bool Brush::known(std::uint32_t vertex) const {
    return vertex_round_[vertex] == round_ && distance_[vertex] < endless;
}

float Brush::longest_side(std::uint32_t vertex) const {
    const PartMesh &mesh = surface_.mesh();
    float longest = 0;
    for (const std::uint32_t t : surface_.triangles_at(vertex))
        for (const std::uint32_t other : mesh.triangle[t])
            longest = std::max(longest, glm::distance(mesh.position[vertex], mesh.position[other]));
    return longest;
}

void Brush::measure(float radius_mm) {
    const PartMesh &mesh = surface_.mesh();
    footprint_.radius_mm = radius_mm;
    footprint_.pieces.clear();
    footprint_.area_mm2 = 0;
    std::ranges::sort(touched_); // the same sum, to the last bit, whatever the way
    for (const std::uint32_t t : touched_) {
        const auto &[a, b, c] = mesh.triangle[t];
        if (!known(a) || !known(b) || !known(c))
            continue;
        const std::array<float, 3> distance{distance_[a], distance_[b], distance_[c]};
        double share = 1;
        if (*std::ranges::max_element(distance) > radius_mm) {
            Coverage coverage;
            coverage.add({mesh.position[a], mesh.position[b], mesh.position[c]}, distance,
                         radius_mm);
            share = coverage.share();
        }
        if (share <= 0)
            continue;
        footprint_.pieces.push_back({t, static_cast<float>(share), distance});
        footprint_.area_mm2 += share * surface_.triangle_area(t);
    }
}

} // namespace engine
