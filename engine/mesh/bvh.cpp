#include "mesh/bvh.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numbers>
#include <numeric>
#include <optional>
#include <vector>

namespace engine {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr std::uint32_t max_leaf = 4;
constexpr int bin_count = 16;
/// From this depth on nodes are halved by count: with fewer than 2^24 triangles the tree then
/// cannot get deeper than the traversal stack.
constexpr int max_uneven_depth = 40;
constexpr float traversal_cost = 1; ///< of a node, in ray-triangle tests

struct Box {
    glm::vec3 low{infinity}, high{-infinity};

    void add(glm::vec3 p) {
        low = glm::min(low, p);
        high = glm::max(high, p);
    }
    void add(const Box &b) {
        low = glm::min(low, b.low);
        high = glm::max(high, b.high);
    }
    float half_area() const {
        const glm::vec3 d = high - low;
        return d.x < 0 ? 0 : d.x * d.y + d.y * d.z + d.z * d.x;
    }
};

struct Bin {
    Box box;
    std::uint32_t count = 0;
};

struct Split {
    int axis = -1; ///< -1: a leaf is cheaper
    int bin = 0;   ///< bins below it go left
    float low = 0, bins_per_mm = 0;

    int bin_of(glm::vec3 center) const {
        return std::clamp(int((center[axis] - low) * bins_per_mm), 0, bin_count - 1);
    }
};

/// Bounds and centres of the triangles, needed only while building.
struct Prims {
    std::vector<Box> box;
    std::vector<glm::vec3> center;

    explicit Prims(const PartMesh &mesh) {
        box.reserve(mesh.triangle.size());
        center.reserve(mesh.triangle.size());
        for (const auto &t : mesh.triangle) {
            Box b;
            for (const std::uint32_t v : t)
                b.add(mesh.position[v]);
            box.push_back(b);
            center.push_back((b.low + b.high) * 0.5f);
        }
    }
};

using Slots = std::vector<std::uint32_t>;

/// The cheapest place to cut along the axis of `candidate`, if it beats `best_cost`.
void try_axis(const Prims &prims, const Slots &slots, std::uint32_t first, std::uint32_t count,
              Split candidate, float &best_cost, Split &best) {
    std::array<Bin, bin_count> bins;
    for (std::uint32_t i = first; i < first + count; ++i) {
        Bin &bin = bins[std::size_t(candidate.bin_of(prims.center[slots[i]]))];
        bin.box.add(prims.box[slots[i]]);
        ++bin.count;
    }
    std::array<float, bin_count> right_cost{};
    Bin side;
    for (std::size_t b = bin_count - 1; b > 0; --b) {
        side.box.add(bins[b].box);
        side.count += bins[b].count;
        right_cost[b] = side.box.half_area() * float(side.count);
    }
    side = {};
    for (std::size_t b = 1; b < bin_count; ++b) {
        side.box.add(bins[b - 1].box);
        side.count += bins[b - 1].count;
        const float cost = side.box.half_area() * float(side.count) + right_cost[b];
        if (side.count > 0 && side.count < count && cost < best_cost) {
            best_cost = cost;
            best = candidate;
            best.bin = int(b);
        }
    }
}

Split best_split(const Prims &prims, const Slots &slots, std::uint32_t first, std::uint32_t count,
                 const Box &node) {
    Box centers;
    for (std::uint32_t i = first; i < first + count; ++i)
        centers.add(prims.center[slots[i]]);
    Split best;
    float best_cost = infinity;
    if (count <= max_leaf)
        best_cost = (float(count) - traversal_cost) * node.half_area();
    for (int axis = 0; axis < 3; ++axis) {
        const float extent = centers.high[axis] - centers.low[axis];
        if (extent > 0)
            try_axis(prims, slots, first, count,
                     Split{axis, 0, centers.low[axis], float(bin_count) / extent}, best_cost, best);
    }
    return best;
}

/// Ray and triangle as in Woop, Benthin, Wald, "Watertight Ray/Triangle Intersection" (2013): the
/// triangle is sheared so that the ray becomes the z axis, so neighbours agree on shared edges.
class ShearedRay {
  public:
    explicit ShearedRay(const Ray &ray) : origin_(ray.origin) {
        const glm::vec3 size = glm::abs(ray.direction);
        z_ = size.x > size.y ? (size.x > size.z ? 0 : 2) : (size.y > size.z ? 1 : 2);
        x_ = (z_ + 1) % 3;
        y_ = (z_ + 2) % 3;
        scale_ = 1 / ray.direction[z_];
        shear_ = {ray.direction[x_] * scale_, ray.direction[y_] * scale_};
    }

    /// Distance along the ray, or infinity.
    float distance(glm::vec3 a, glm::vec3 b, glm::vec3 c) const {
        a = sheared(a), b = sheared(b), c = sheared(c);
        // In double: the products of two floats are exact, so an edge has one sign seen from both
        // of its triangles.
        const double u = cross(c, b), v = cross(a, c), w = cross(b, a);
        if ((u < 0 || v < 0 || w < 0) && (u > 0 || v > 0 || w > 0))
            return infinity;
        const double sum = u + v + w;
        if (sum == 0)
            return infinity;
        const double t = (u * a.z + v * b.z + w * c.z) / sum;
        return t > 0 ? float(t) : infinity;
    }

  private:
    glm::vec3 sheared(glm::vec3 p) const {
        p -= origin_;
        return {p[x_] - shear_.x * p[z_], p[y_] - shear_.y * p[z_], p[z_] * scale_};
    }
    static double cross(glm::vec3 p, glm::vec3 q) {
        return double(p.x) * double(q.y) - double(p.y) * double(q.x);
    }

    glm::vec3 origin_;
    int x_, y_, z_;
    float scale_;
    glm::vec2 shear_;
};

/// Where the ray enters the box, or infinity when it misses it or enters behind `limit`.
float entry(glm::vec3 low, glm::vec3 high, glm::vec3 origin, glm::vec3 inverse, float limit) {
    const glm::vec3 a = (low - origin) * inverse, b = (high - origin) * inverse;
    const glm::vec3 near3 = glm::min(a, b), far3 = glm::max(a, b);
    const float enter = std::max({near3.x, near3.y, near3.z, 0.0f});
    // A little longer, so that rounding never drops a triangle that lies in the box's side.
    const float leave = std::min({far3.x, far3.y, far3.z, limit}) * 1.000002f;
    return enter <= leave ? enter : infinity;
}

/// 1 / direction, with no component that is infinite (0 * infinity is not a number).
glm::vec3 inverse_of(glm::vec3 direction) {
    glm::vec3 inverse;
    for (int i = 0; i < 3; ++i)
        inverse[i] = 1 / (std::abs(direction[i]) > 1e-20f ? direction[i] : 1e-20f);
    return inverse;
}

} // namespace

Bvh::Bvh(const PartMesh &mesh) : mesh_(mesh), slots_(mesh.triangle.size()) {
    if (slots_.empty())
        return;
    const Prims prims(mesh);
    std::iota(slots_.begin(), slots_.end(), 0u);
    nodes_.reserve(slots_.size());

    struct Task {
        std::uint32_t first, count;
        std::int64_t parent; ///< whose right child it is, or -1
        int depth;
    };
    std::vector<Task> tasks{{0, std::uint32_t(slots_.size()), -1, 0}};
    while (!tasks.empty()) {
        const Task task = tasks.back();
        tasks.pop_back();
        if (task.parent >= 0)
            nodes_[std::size_t(task.parent)].first = std::uint32_t(nodes_.size());
        Box box;
        for (std::uint32_t i = task.first; i < task.first + task.count; ++i)
            box.add(prims.box[slots_[i]]);
        const auto begin = slots_.begin() + task.first, end = begin + task.count;

        const Split split = task.depth < max_uneven_depth
                                ? best_split(prims, slots_, task.first, task.count, box)
                                : Split{};
        if (split.axis < 0 && task.count <= max_leaf) {
            nodes_.push_back({box.low, task.first, box.high, task.count});
            continue;
        }
        auto middle = begin + task.count / 2;
        if (split.axis >= 0)
            middle = std::partition(begin, end, [&](std::uint32_t t) {
                return split.bin_of(prims.center[t]) < split.bin;
            });
        const auto left_count = std::uint32_t(middle - begin);
        const auto self = std::int64_t(nodes_.size());
        nodes_.push_back({box.low, 0, box.high, 0});
        tasks.push_back({task.first + left_count, task.count - left_count, self, task.depth + 1});
        tasks.push_back({task.first, left_count, -1, task.depth + 1});
    }
}

void Bvh::refit() {
    for (std::size_t i = nodes_.size(); i-- > 0;) { // children come after their parents
        Node &node = nodes_[i];
        Box box;
        for (std::uint32_t slot = node.first; slot < node.first + node.count; ++slot)
            for (const std::uint32_t v : mesh_.triangle[slots_[slot]])
                box.add(mesh_.position[v]);
        if (node.count == 0)
            for (const std::size_t child : {i + 1, std::size_t{node.first}})
                box.add(Box{nodes_[child].low, nodes_[child].high});
        node.low = box.low;
        node.high = box.high;
    }
}

std::optional<Hit> Bvh::hit(const Ray &ray) const {
    if (nodes_.empty())
        return std::nullopt;
    const ShearedRay sheared(ray);
    const glm::vec3 inverse = inverse_of(ray.direction);
    float nearest = infinity;
    std::uint32_t triangle = 0;

    struct Entry {
        std::uint32_t node;
        float distance;
    };
    std::array<Entry, stack_size> stack;
    std::size_t depth = 0;
    const auto push = [&](std::uint32_t node) {
        const float distance =
            entry(nodes_[node].low, nodes_[node].high, ray.origin, inverse, nearest);
        if (distance < infinity)
            stack[depth++] = {node, distance};
    };
    push(0);
    while (depth > 0) {
        const Entry top = stack[--depth];
        if (top.distance > nearest)
            continue;
        const Node &node = nodes_[top.node];
        if (node.count == 0) {
            const std::size_t before = depth;
            push(node.first);
            push(top.node + 1);
            if (depth == before + 2 && stack[before].distance < stack[before + 1].distance)
                std::swap(stack[before], stack[before + 1]); // the nearer child comes off first
            continue;
        }
        for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
            const auto &t = mesh_.triangle[slots_[i]];
            const float distance =
                sheared.distance(mesh_.position[t[0]], mesh_.position[t[1]], mesh_.position[t[2]]);
            if (distance < nearest || (distance == nearest && slots_[i] < triangle))
                nearest = distance, triangle = slots_[i];
        }
    }
    if (nearest == infinity)
        return std::nullopt;
    return Hit{triangle, nearest, ray.origin + ray.direction * nearest, mesh_.tag[triangle]};
}

std::optional<Hit> Bvh::hit_near(const OrbitView &view, const Rect &viewport, glm::vec2 pixel,
                                 float slop_px) const {
    if (const auto direct = hit(ray_at(view, viewport, pixel)))
        return direct;
    constexpr float ring_step_px = 4;
    constexpr int rays_per_ring = 16;
    const int rings = int(std::ceil(std::max(slop_px, 0.0f) / ring_step_px));
    for (int ring = 1; ring <= rings; ++ring) {
        const float radius = slop_px * float(ring) / float(rings);
        std::optional<Hit> nearest;
        for (int i = 0; i < rays_per_ring; ++i) {
            const float angle = 2 * std::numbers::pi_v<float> * float(i) / float(rays_per_ring);
            const glm::vec2 offset{radius * std::cos(angle), radius * std::sin(angle)};
            const auto found = hit(ray_at(view, viewport, pixel + offset));
            if (found && (!nearest || found->distance < nearest->distance))
                nearest = found;
        }
        if (nearest)
            return nearest;
    }
    return std::nullopt;
}

} // namespace engine
