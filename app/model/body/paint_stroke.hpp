/// A stroke of the brush, or of the eraser, that is being painted.
#pragma once

#include "mesh/part_mesh.hpp"
#include "model/session/mark.hpp"

#include <glm/vec2.hpp>

namespace app {

struct PaintStroke {
    /// Where a finger or pen is, and how broad it paints there.
    struct Touch {
        glm::vec2 pixel{0, 0};
        float radius_mm = 0;
    };
    bool eraser = false;
    std::vector<Dab> dabs;
    Touch last;                            ///< of the dabs
    bool on_body = false;                  ///< at `last`
    glm::vec3 last_point{0};               ///< on the neutral figure, while on the body
    engine::Tag began_on = engine::no_tag; ///< where it met the body; none: not yet
};

} // namespace app
