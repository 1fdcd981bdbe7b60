/// Axis-parallel boxes.
#pragma once

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

namespace bake {

struct Box {
    glm::vec3 low{1e9f}, high{-1e9f}; ///< empty until something is added

    void add(glm::vec3 p, float radius = 0) {
        low = glm::min(low, p - radius);
        high = glm::max(high, p + radius);
    }
    /// From p to the box; 0 inside.
    float distance(glm::vec3 p) const {
        return glm::length(glm::max(glm::max(low - p, glm::vec3{0}), p - high));
    }
};

} // namespace bake
