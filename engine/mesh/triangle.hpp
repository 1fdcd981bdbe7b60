/// Places on triangles, and how much of a triangle is covered.
#pragma once

#include <glm/vec3.hpp>

#include <cstdint>

namespace engine {

/// A place on the surface of a mesh: it stays the same place when the vertices move.
struct SurfacePoint {
    std::uint32_t triangle = 0;
    glm::vec3 weight{1, 0, 0}; ///< of the three corners; they sum to 1
};

/// Weights of the point of the triangle that is nearest to `p`.
glm::vec3 nearest_weights(glm::vec3 p, glm::vec3 a, glm::vec3 b, glm::vec3 c);

double triangle_area(glm::vec3 a, glm::vec3 b, glm::vec3 c);

/// The share of a triangle where a value that is linear between the corners is at most 0.
double share_below_zero(float a, float b, float c);

} // namespace engine
