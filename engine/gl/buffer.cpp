#include "gl/buffer.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace engine::gl {

Buffer::Buffer(Use use, std::string_view label)
    : object_(Object<BufferKind>::make()),
      target_(use == Use::vertices ? GL_ARRAY_BUFFER : GL_ELEMENT_ARRAY_BUFFER) {
    bind();
    object_.label(label);
}

void Buffer::bind() const {
    glBindBuffer(target_, object_.name());
}

void Buffer::set_bytes(std::span<const std::byte> bytes) {
    bind();
    glBufferData(target_, static_cast<GLsizeiptr>(bytes.size()), bytes.data(), GL_STATIC_DRAW);
}

} // namespace engine::gl
