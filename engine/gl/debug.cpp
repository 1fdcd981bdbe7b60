#include "gl/debug.hpp"

#include <glad/gl.h>

#include <cstddef>
#include <functional>
#include <utility>

namespace engine::gl {

namespace {

void GLAD_API_PTR on_message(GLenum, GLenum, GLuint, GLenum severity, GLsizei length,
                             const GLchar *text, const void *user) {
    if (severity != GL_DEBUG_SEVERITY_HIGH && severity != GL_DEBUG_SEVERITY_MEDIUM)
        return;
    static_cast<const DebugOutput *>(user)->receive(
        {text, static_cast<std::size_t>(length > 0 ? length : 0)});
}

} // namespace

DebugOutput::DebugOutput(std::function<void(std::string_view)> report)
    : report_(std::move(report)), available_(GLAD_GL_KHR_debug != 0) {
    if (!available_)
        return;
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageCallback(on_message, this);
}

DebugOutput::~DebugOutput() {
    if (!available_)
        return;
    glDebugMessageCallback(nullptr, nullptr);
    glDisable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDisable(GL_DEBUG_OUTPUT);
}

} // namespace engine::gl
