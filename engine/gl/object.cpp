#include "gl/object.hpp"

namespace engine::gl {

GLuint BufferKind::make() {
    GLuint name = 0;
    glGenBuffers(1, &name);
    return name;
}
void BufferKind::remove(GLuint name) {
    glDeleteBuffers(1, &name);
}

GLuint VertexArrayKind::make() {
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    return name;
}
void VertexArrayKind::remove(GLuint name) {
    glDeleteVertexArrays(1, &name);
}

GLuint TextureKind::make() {
    GLuint name = 0;
    glGenTextures(1, &name);
    return name;
}
void TextureKind::remove(GLuint name) {
    glDeleteTextures(1, &name);
}

GLuint RenderbufferKind::make() {
    GLuint name = 0;
    glGenRenderbuffers(1, &name);
    return name;
}
void RenderbufferKind::remove(GLuint name) {
    glDeleteRenderbuffers(1, &name);
}

GLuint FramebufferKind::make() {
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    return name;
}
void FramebufferKind::remove(GLuint name) {
    glDeleteFramebuffers(1, &name);
}

GLuint ProgramKind::make() {
    return glCreateProgram();
}
void ProgramKind::remove(GLuint name) {
    glDeleteProgram(name);
}

} // namespace engine::gl
