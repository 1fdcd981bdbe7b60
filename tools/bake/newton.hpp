/// Gradient and projection for any signed field f(glm::vec3) -> float.
#pragma once

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include <algorithm>
#include <cmath>

namespace bake {

/// From four samples on a tetrahedron of size `e`.
template <class Field>
glm::vec3 gradient(const Field &f, glm::vec3 p, float e) {
    const glm::vec3 a{1, -1, -1}, b{-1, -1, 1}, c{-1, 1, -1}, d{1, 1, 1};
    return (a * f(p + a * e) + b * f(p + b * e) + c * f(p + c * e) + d * f(p + d * e)) *
           (1 / (4 * e));
}

/// Newton steps towards f = 0, each at most `max_step` gradient lengths.
template <class Field>
glm::vec3 project(const Field &f, glm::vec3 p, int steps, float max_step) {
    for (int i = 0; i < steps; ++i) {
        const glm::vec3 g = gradient(f, p, .5f);
        const float length2 = glm::dot(g, g), value = f(p);
        if (length2 < 1e-4f)
            break;
        const float step = std::clamp(value / length2, -max_step, max_step);
        p = p - g * step;
        if (std::fabs(step) < .01f)
            break;
    }
    return p;
}

} // namespace bake
