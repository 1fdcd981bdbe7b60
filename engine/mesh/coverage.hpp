/// Which part of a triangle lies within circles on the surface.
#pragma once

#include <glm/vec3.hpp>

#include <array>
#include <limits>

namespace engine {

/// How far the triangle lies outside of the nearest of some circles (negative: inside), at the
/// points of a regular grid over it.
class Coverage {
  public:
    /// Adds a circle: the way from its middle to the corners, in mm, and its radius.
    void add(const std::array<glm::vec3, 3> &corner, const std::array<float, 3> &distance,
             float radius);
    /// Of the triangle's area: 0..1.
    double share() const;

  private:
    static constexpr int sides = 4; ///< each side of the triangle is cut into so many
    static constexpr int points = (sides + 1) * (sides + 2) / 2;
    static constexpr float nowhere = std::numeric_limits<float>::max();
    static constexpr std::array<float, points> empty() {
        std::array<float, points> values{};
        values.fill(nowhere);
        return values;
    }
    std::array<float, points> outside_ = empty(); ///< row by row, `sides + 1` points in the first
};

} // namespace engine
