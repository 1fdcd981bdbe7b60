/// A vertex and a fragment shader, compiled and linked.
#pragma once

#include "base/result.hpp"
#include "gl/object.hpp"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace engine::gl {

/// Shader files hold no version line, so that one source serves desktop GL 3.3 and GLES 3.0: it is
/// put in front, with the precision that GLES asks for.
class Program {
  public:
    /// Reads FOLDER/NAME.vert and FOLDER/NAME.frag, or other files for one of them. The Error holds
    /// the file's name and the compiler's message.
    static Result<Program> load(const std::filesystem::path &folder, std::string_view name) {
        return load(folder, name, name);
    }
    static Result<Program> load(const std::filesystem::path &folder, std::string_view vertex_name,
                                std::string_view fragment_name) {
        return load(folder, vertex_name, fragment_name, {});
    }
    /// What several fragment shaders share comes before theirs: FOLDER/SHARED.glsl, if named.
    static Result<Program> load(const std::filesystem::path &folder, std::string_view vertex_name,
                                std::string_view fragment_name, std::string_view shared_name);

    Program() = default;
    void use() const;

    /// Values of uniforms, for the program in use. A name that the compiler left out is ignored.
    void set(const char *uniform, int value) const;
    void set(const char *uniform, float value) const;
    void set(const char *uniform, glm::vec2 value) const;
    void set(const char *uniform, glm::vec3 value) const;
    void set(const char *uniform, glm::vec4 value) const;
    void set(const char *uniform, const glm::mat4 &value) const;

  private:
    GLint location(const char *uniform) const;
    Object<ProgramKind> object_;
};

} // namespace engine::gl
