/// Axis-parallel boxes.
#pragma once

#include <glm/common.hpp>
#include <glm/vec3.hpp>

#include <algorithm>
#include <cmath>

namespace bake {

struct Box {
    glm::vec3 low{1e9f}, high{-1e9f}; ///< empty until something is added

    void add(glm::vec3 p, float radius = 0) {
        low = glm::min(low, p - radius);
        high = glm::max(high, p + radius);
    }
    /// From p to the box; 0 inside.
    float distance(glm::vec3 p) const {
        // Spelled out: it is called some hundred million times, also in unoptimised builds.
        const float x = std::max({low.x - p.x, 0.f, p.x - high.x});
        const float y = std::max({low.y - p.y, 0.f, p.y - high.y});
        const float z = std::max({low.z - p.z, 0.f, p.z - high.z});
        return std::sqrt(x * x + y * y + z * z);
    }
};

} // namespace bake
