/// The name of one OpenGL object: null until it is made, moved but never copied.
#pragma once

#include <glad/gl.h>

#include <string_view>
#include <utility>

namespace engine::gl {

/// `Kind` makes and removes one object: static GLuint make(), static void remove(GLuint), and has
/// its identifier for debuggers.
template <class Kind>
class Object {
  public:
    Object() = default;
    ~Object() { reset(); }
    Object(Object &&other) noexcept : name_(std::exchange(other.name_, 0)) {}
    Object &operator=(Object &&other) noexcept {
        if (this != &other) {
            reset();
            name_ = std::exchange(other.name_, 0);
        }
        return *this;
    }

    static Object make() {
        Object object;
        object.name_ = Kind::make();
        return object;
    }

    GLuint name() const { return name_; }
    explicit operator bool() const { return name_ != 0; }

    /// Shown by debuggers and in driver messages. The object must have been bound once.
    void label(std::string_view text) const {
        if (GLAD_GL_KHR_debug)
            glObjectLabel(Kind::identifier, name_, static_cast<GLsizei>(text.size()), text.data());
    }

  private:
    void reset() {
        if (name_ != 0)
            Kind::remove(name_);
        name_ = 0;
    }
    GLuint name_ = 0;
};

struct BufferKind {
    static constexpr GLenum identifier = GL_BUFFER;
    static GLuint make();
    static void remove(GLuint name);
};
struct VertexArrayKind {
    static constexpr GLenum identifier = GL_VERTEX_ARRAY;
    static GLuint make();
    static void remove(GLuint name);
};
struct TextureKind {
    static constexpr GLenum identifier = GL_TEXTURE;
    static GLuint make();
    static void remove(GLuint name);
};
struct RenderbufferKind {
    static constexpr GLenum identifier = GL_RENDERBUFFER;
    static GLuint make();
    static void remove(GLuint name);
};
struct FramebufferKind {
    static constexpr GLenum identifier = GL_FRAMEBUFFER;
    static GLuint make();
    static void remove(GLuint name);
};
struct ProgramKind {
    static constexpr GLenum identifier = GL_PROGRAM;
    static GLuint make();
    static void remove(GLuint name);
};

} // namespace engine::gl
