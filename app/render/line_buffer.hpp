/// Lines on the skin in the memory of the graphics card.
#pragma once

#include "gl/vertex_array.hpp"
#include "render/body_geometry.hpp"

namespace app {

class LineBuffer {
  public:
    LineBuffer() = default;
    LineBuffer(std::span<const LineEdge> edges, std::string_view label);
    /// With the line program in use.
    void draw() const;

  private:
    engine::gl::VertexArray array_;
    engine::gl::Buffer buffer_;
    GLsizei count_ = 0;
};

} // namespace app
