/// How the vertices in buffers become the inputs of a shader.
#pragma once

#include "gl/buffer.hpp"

#include <string_view>

namespace engine::gl {

/// One input of the vertex shader. `divisor` 1: one value per instance.
struct Attribute {
    GLuint location;
    GLint components;
    GLenum type;
    std::size_t offset;
    bool normalized = false; ///< integers become -1..1 or 0..1
    bool integer = false;    ///< integers stay integers
    GLuint divisor = 0;
};

class VertexArray {
  public:
    VertexArray() = default;
    explicit VertexArray(std::string_view label);

    void bind() const;
    /// Reads this attribute out of `buffer`, whose items are `stride` bytes apart.
    void attach(const Buffer &buffer, const Attribute &attribute, std::size_t stride);

  private:
    Object<VertexArrayKind> object_;
};

} // namespace engine::gl
