/// Vertices or indices in the memory of the graphics card.
#pragma once

#include "gl/object.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace engine::gl {

class Buffer {
  public:
    enum class Use { vertices, indices };

    Buffer() = default;
    Buffer(Use use, std::string_view label);

    /// Replaces the content. Index buffers belong to the bound vertex array.
    template <class T>
    void set(std::span<const T> items) {
        set_bytes(std::as_bytes(items));
    }
    void bind() const;

  private:
    void set_bytes(std::span<const std::byte> bytes);

    Object<BufferKind> object_;
    GLenum target_ = GL_ARRAY_BUFFER;
};

} // namespace engine::gl
