/// Local coordinates of a limb: lateral, along its axis, to the front.
#pragma once

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

namespace bake {

struct Frame {
    glm::vec3 origin{0};
    glm::vec3 lateral{1, 0, 0}, axis{0, 1, 0}, front{0, 0, 1}; ///< unit; may be left-handed
    float scale = 1;

    glm::vec3 local(glm::vec3 p) const {
        const glm::vec3 q = (p - origin) * (1 / scale);
        return {glm::dot(q, lateral), glm::dot(q, axis), glm::dot(q, front)};
    }
    glm::vec3 world(glm::vec3 q) const {
        return origin + (lateral * q.x + axis * q.y + front * q.z) * scale;
    }
};

} // namespace bake
