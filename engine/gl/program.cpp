#include "gl/program.hpp"

#include "base/file.hpp"

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <string>

namespace engine::gl {

namespace {

constexpr std::size_t max_shader_bytes = 256 * 1024;

bool is_gles() {
    const auto *version = reinterpret_cast<const char *>(glGetString(GL_VERSION));
    return version && std::string_view(version).starts_with("OpenGL ES");
}

std::string version() {
    return is_gles() ? "#version 300 es\nprecision highp float;\nprecision highp int;\n"
                     : "#version 330 core\n";
}

/// A shader lives only until its program is linked.
struct Shader {
    GLuint name = 0;
    explicit Shader(GLenum stage) : name(glCreateShader(stage)) {}
    ~Shader() { glDeleteShader(name); }
    Shader(const Shader &) = delete;
    Shader &operator=(const Shader &) = delete;
};

template <class GetLength, class GetText>
std::string message_of(GLuint name, GetLength get_length, GetText get_text) {
    GLint length = 0;
    get_length(name, GL_INFO_LOG_LENGTH, &length);
    std::string text(static_cast<std::size_t>(length > 0 ? length : 1), '\0');
    get_text(name, length, nullptr, text.data());
    while (!text.empty() && (text.back() == '\0' || text.back() == '\n'))
        text.pop_back();
    return text;
}

Error shader_error(const std::string &what, const std::string &message) {
    return {"The picture cannot be drawn: " + what + " does not fit this graphics driver. " +
            "Reinstall the program or update the driver. The driver says: " + message};
}

/// The files one after the other; messages of the compiler count lines as the last one does.
Result<Done> compile(const Shader &shader, std::initializer_list<std::filesystem::path> files) {
    std::string text = version();
    for (const std::filesystem::path &file : files) {
        const auto source = read_file(file, max_shader_bytes);
        if (!source)
            return source.error();
        text += "#line 1\n" + *source + "\n";
    }
    const char *lines = text.c_str();
    glShaderSource(shader.name, 1, &lines, nullptr);
    glCompileShader(shader.name);
    GLint good = GL_FALSE;
    glGetShaderiv(shader.name, GL_COMPILE_STATUS, &good);
    if (!good)
        return shader_error(files.end()[-1].filename().string(),
                            message_of(shader.name, glGetShaderiv, glGetShaderInfoLog));
    return Done{};
}

} // namespace

Result<Program> Program::load(const std::filesystem::path &folder, std::string_view vertex_name,
                              std::string_view fragment_name, std::string_view shared_name) {
    const Shader vertex(GL_VERTEX_SHADER), fragment(GL_FRAGMENT_SHADER);
    if (auto done = compile(vertex, {folder / (std::string(vertex_name) + ".vert")}); !done)
        return done.error();
    const auto shared = folder / (std::string(shared_name) + ".glsl");
    const auto own = folder / (std::string(fragment_name) + ".frag");
    const auto done =
        shared_name.empty() ? compile(fragment, {own}) : compile(fragment, {shared, own});
    if (!done)
        return done.error();

    Program program;
    program.object_ = Object<ProgramKind>::make();
    const GLuint name = program.object_.name();
    glAttachShader(name, vertex.name);
    glAttachShader(name, fragment.name);
    glLinkProgram(name);
    glDetachShader(name, vertex.name);
    glDetachShader(name, fragment.name);
    GLint good = GL_FALSE;
    glGetProgramiv(name, GL_LINK_STATUS, &good);
    if (!good)
        return shader_error(std::string(vertex_name) + ".vert with " + std::string(fragment_name) +
                                ".frag",
                            message_of(name, glGetProgramiv, glGetProgramInfoLog));
    program.object_.label(fragment_name);
    return program;
}

void Program::use() const {
    glUseProgram(object_.name());
}

GLint Program::location(const char *uniform) const {
    return glGetUniformLocation(object_.name(), uniform);
}

void Program::set(const char *uniform, int value) const {
    glUniform1i(location(uniform), value);
}
void Program::set(const char *uniform, float value) const {
    glUniform1f(location(uniform), value);
}
void Program::set(const char *uniform, glm::vec2 v) const {
    glUniform2f(location(uniform), v.x, v.y);
}
void Program::set(const char *uniform, glm::vec3 v) const {
    glUniform3f(location(uniform), v.x, v.y, v.z);
}
void Program::set(const char *uniform, glm::vec4 v) const {
    glUniform4f(location(uniform), v.x, v.y, v.z, v.w);
}
void Program::set(const char *uniform, const glm::mat4 &value) const {
    glUniformMatrix4fv(location(uniform), 1, GL_FALSE, &value[0][0]);
}

} // namespace engine::gl
