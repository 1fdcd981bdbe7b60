#include "mesh/coverage.hpp"

#include "mesh/triangle.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace engine {

/// With the middle of the circle unfolded into the plane of the triangle, the squared distance to a
/// point with weights w is sum w_i d_i^2 - sum w_i w_j |edge_ij|^2, exactly.
void Coverage::add(const std::array<glm::vec3, 3> &corner, const std::array<float, 3> &distance,
                   float radius) {
    const auto side2 = [&](std::size_t i, std::size_t j) {
        const glm::vec3 side = corner[j] - corner[i];
        return glm::dot(side, side);
    };
    const float ab2 = side2(0, 1), bc2 = side2(1, 2), ca2 = side2(2, 0);
    auto point = outside_.begin();
    for (int row = 0; row <= sides; ++row)
        for (int column = 0; column <= sides - row; ++column, ++point) {
            const float b = static_cast<float>(column) / sides;
            const float c = static_cast<float>(row) / sides, a = 1 - b - c;
            const float distance2 = a * distance[0] * distance[0] + b * distance[1] * distance[1] +
                                    c * distance[2] * distance[2] - a * b * ab2 - b * c * bc2 -
                                    c * a * ca2;
            *point = std::min(*point, std::sqrt(std::max(distance2, 0.0F)) - radius);
        }
}

double Coverage::share() const {
    double sum = 0;
    std::size_t row_first = 0;
    for (int row = 0; row < sides; ++row) {
        const auto length = static_cast<std::size_t>(sides + 1 - row);
        for (std::size_t column = 0; column + 1 < length; ++column) {
            const std::size_t low = row_first + column, high = low + length;
            sum += share_below_zero(outside_[low], outside_[low + 1], outside_[high]);
            if (column + 2 < length)
                sum += share_below_zero(outside_[low + 1], outside_[high + 1], outside_[high]);
        }
        row_first += length;
    }
    return sum / (sides * sides);
}

} // namespace engine
