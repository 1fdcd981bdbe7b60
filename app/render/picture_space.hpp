/// Where the figures lie in the picture, and what all their shaders get.
#pragma once

#include "gl/program.hpp"
#include "model/body/body_frame.hpp"

#include <glad/gl.h>

namespace app {

/// sRGB, 0..1.
glm::vec3 to_vec3(std::array<std::uint8_t, 3> color);

/// Whole pixels that the rectangle covers, as GL counts them: from the bottom.
struct PixelBox {
    GLint x, y;
    GLsizei w, h;
};
PixelBox pixel_box(const engine::Rect &rect, int width, int height);

engine::Rect covering_all(const std::vector<Figure> &figures);

/// World to the clip space of the whole picture, so that a viewport between pixels stays exact.
glm::mat4 picture_from_world(const Figure &figure, glm::vec2 size);

/// What clay.glsl asks for, for the program in use.
void set_clay(const engine::gl::Program &program, const BodyFrame &frame, const Figure &figure,
              glm::vec2 size);

} // namespace app
