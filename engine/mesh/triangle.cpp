#include "mesh/triangle.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>

namespace engine {

/// By the region of the plane that the point lies over: a corner, a side or the inside (Ericson,
/// "Real-Time Collision Detection", 5.1.5).
glm::vec3 nearest_weights(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
    const glm::vec3 ab = b - a, ac = c - a;
    const float d1 = glm::dot(ab, p - a), d2 = glm::dot(ac, p - a);
    if (d1 <= 0 && d2 <= 0)
        return {1, 0, 0};
    const float d3 = glm::dot(ab, p - b), d4 = glm::dot(ac, p - b);
    if (d3 >= 0 && d4 <= d3)
        return {0, 1, 0};
    const float over_c = d1 * d4 - d3 * d2;
    if (over_c <= 0 && d1 >= 0 && d3 <= 0) {
        const float v = d1 / (d1 - d3);
        return {1 - v, v, 0};
    }
    const float d5 = glm::dot(ab, p - c), d6 = glm::dot(ac, p - c);
    if (d6 >= 0 && d5 <= d6)
        return {0, 0, 1};
    const float over_b = d5 * d2 - d1 * d6;
    if (over_b <= 0 && d2 >= 0 && d6 <= 0) {
        const float w = d2 / (d2 - d6);
        return {1 - w, 0, w};
    }
    const float over_a = d3 * d6 - d5 * d4;
    if (over_a <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
        const float w = (d4 - d3) / ((d4 - d3) + (d5 - d6));
        return {0, 1 - w, w};
    }
    const float sum = over_a + over_b + over_c;
    return {over_a / sum, over_b / sum, over_c / sum};
}

double triangle_area(glm::vec3 a, glm::vec3 b, glm::vec3 c) {
    return glm::length(glm::cross(glm::dvec3(b - a), glm::dvec3(c - a))) / 2;
}

double share_below_zero(float a, float b, float c) {
    std::array<double, 3> value{a, b, c};
    std::ranges::sort(value);
    const auto [low, middle, high] = value;
    if (high <= 0)
        return 1;
    if (low >= 0)
        return 0;
    if (middle <= 0) // all but the tip at the highest corner
        return 1 - high / (high - low) * (high / (high - middle));
    return low / (low - middle) * (low / (low - high));
}

} // namespace engine
