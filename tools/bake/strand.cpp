#include "bake/strand.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace bake {

Strand::Foot Strand::foot(glm::vec3 p) const {
    float best = 1e18f, best_t = 0;
    std::size_t best_i = 0;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const glm::vec3 ab = points[i + 1].place - points[i].place, ap = p - points[i].place;
        const float t = std::clamp(glm::dot(ap, ab) / (glm::dot(ab, ab) + 1e-9f), 0.f, 1.f);
        const glm::vec3 q = ap - ab * t;
        const float distance2 = glm::dot(q, q);
        if (distance2 < best)
            best = distance2, best_i = i, best_t = t;
    }
    const Point &a = points[best_i], &b = points[best_i + 1];
    return {std::sqrt(best), a.half_width + (b.half_width - a.half_width) * best_t,
            a.height + (b.height - a.height) * best_t};
}

} // namespace bake
