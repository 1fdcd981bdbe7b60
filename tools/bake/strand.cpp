#include "bake/strand.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace bake {

void Strand::add(const Point &point) {
    if (!points.empty())
        longest_step = std::max(longest_step, glm::length(point.place - points.back().place));
    points.push_back(point);
    box.add(point.place, point.half_width);
}

Strand::Foot Strand::foot(glm::vec3 p) const {
    float best = 1e18f, best_t = 0;
    std::size_t best_i = 0;
    // No foot is farther away than this, so segments that cannot come as near are jumped over.
    constexpr float rounding = .01f;
    float limit = glm::length(p - points[points.size() / 2].place) + rounding;
    const float step = longest_step + rounding;
    for (std::size_t i = 0; i + 1 < points.size();) {
        const glm::vec3 ab = points[i + 1].place - points[i].place, ap = p - points[i].place;
        const float out_of_reach = (glm::length(ap) - limit) / step;
        if (out_of_reach >= 1) {
            i += std::size_t(out_of_reach);
            continue;
        }
        const float t = std::clamp(glm::dot(ap, ab) / (glm::dot(ab, ab) + 1e-9f), 0.f, 1.f);
        const glm::vec3 q = ap - ab * t;
        const float distance2 = glm::dot(q, q);
        if (distance2 < best) {
            best = distance2, best_i = i, best_t = t;
            limit = std::min(limit, std::sqrt(best) + rounding);
        }
        ++i;
    }
    const Point &a = points[best_i], &b = points[best_i + 1];
    return {std::sqrt(best), a.half_width + (b.half_width - a.half_width) * best_t,
            a.height + (b.height - a.height) * best_t};
}

} // namespace bake
