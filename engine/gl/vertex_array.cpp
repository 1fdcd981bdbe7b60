#include "gl/vertex_array.hpp"

#include <cstddef>
#include <string_view>

namespace engine::gl {

VertexArray::VertexArray(std::string_view label) : object_(Object<VertexArrayKind>::make()) {
    bind();
    object_.label(label);
}

void VertexArray::bind() const {
    glBindVertexArray(object_.name());
}

void VertexArray::attach(const Buffer &buffer, const Attribute &a, std::size_t stride) {
    bind();
    buffer.bind();
    const auto bytes = static_cast<GLsizei>(stride);
    const void *offset = reinterpret_cast<const void *>(a.offset); // GL's way to pass an offset
    if (a.integer)
        glVertexAttribIPointer(a.location, a.components, a.type, bytes, offset);
    else
        glVertexAttribPointer(a.location, a.components, a.type, a.normalized ? GL_TRUE : GL_FALSE,
                              bytes, offset);
    glEnableVertexAttribArray(a.location);
    glVertexAttribDivisor(a.location, a.divisor);
}

} // namespace engine::gl
