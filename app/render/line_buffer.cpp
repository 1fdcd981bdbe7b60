#include "render/line_buffer.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace app {

LineBuffer::LineBuffer(std::span<const LineEdge> edges, std::string_view label)
    : array_(label),
      buffer_(engine::gl::Buffer::Use::vertices, label),
      count_(static_cast<GLsizei>(edges.size())) {
    buffer_.set(edges);
    const auto attach = [&](GLuint location, GLint components, std::size_t offset) {
        array_.attach(buffer_,
                      {.location = location,
                       .components = components,
                       .type = GL_FLOAT,
                       .offset = offset,
                       .divisor = 1},
                      sizeof(LineEdge));
    };
    attach(0, 3, offsetof(LineEdge, start));
    attach(1, 3, offsetof(LineEdge, end));
    attach(2, 3, offsetof(LineEdge, start_normal));
    attach(3, 3, offsetof(LineEdge, end_normal));
    attach(4, 1, offsetof(LineEdge, along));
}

void LineBuffer::draw() const {
    if (count_ == 0)
        return;
    array_.bind();
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, count_);
}

} // namespace app
