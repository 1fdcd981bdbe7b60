#include "mesh/bvh.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace engine {
namespace {

/// Squared distance from a point to a box.
float box_distance2(glm::vec3 low, glm::vec3 high, glm::vec3 point) {
    const glm::vec3 away = glm::max(glm::max(low - point, point - high), glm::vec3(0));
    return glm::dot(away, away);
}

} // namespace

std::optional<Nearest> Bvh::nearest(glm::vec3 point, std::span<const Tag> allowed) const {
    if (nodes_.empty())
        return std::nullopt;
    float best2 = std::numeric_limits<float>::infinity();
    Nearest best{};
    const auto try_triangle = [&](std::uint32_t triangle) {
        const Tag tag = mesh_.tag[triangle];
        if (!allowed.empty() && !std::ranges::binary_search(allowed, tag))
            return;
        const auto &[a, b, c] = mesh_.triangle[triangle];
        const glm::vec3 pa = mesh_.position[a], pb = mesh_.position[b], pc = mesh_.position[c];
        const glm::vec3 weight = nearest_weights(point, pa, pb, pc);
        const glm::vec3 found = pa * weight.x + pb * weight.y + pc * weight.z;
        const float distance2 = glm::dot(found - point, found - point);
        if (distance2 > best2 || (distance2 == best2 && triangle >= best.place.triangle))
            return;
        best2 = distance2;
        best = {{triangle, weight}, found, 0, tag};
    };

    struct Entry {
        std::uint32_t node;
        float distance2;
    };
    std::array<Entry, stack_size> stack;
    std::size_t depth = 0;
    stack[depth++] = {0, 0};
    while (depth > 0) {
        const Entry top = stack[--depth];
        if (top.distance2 > best2)
            continue;
        const Node &node = nodes_[top.node];
        for (std::uint32_t i = node.first; i < node.first + node.count; ++i)
            try_triangle(slots_[i]);
        if (node.count > 0)
            continue;
        std::array<Entry, 2> children;
        for (std::size_t k = 0; k < 2; ++k) {
            const std::uint32_t child = k == 0 ? top.node + 1 : node.first;
            children[k] = {child, box_distance2(nodes_[child].low, nodes_[child].high, point)};
        }
        if (children[0].distance2 < children[1].distance2)
            std::swap(children[0], children[1]); // the nearer one comes off first
        for (const Entry &child : children)
            stack[depth++] = child;
    }
    if (best2 == std::numeric_limits<float>::infinity())
        return std::nullopt;
    best.distance = std::sqrt(best2);
    return best;
}

} // namespace engine
