#include "plain_triangles.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <utility>

namespace bench {

using engine::gl::Buffer;

engine::Result<PlainTriangles> PlainTriangles::create(const engine::PartMesh &mesh) {
    auto program = engine::gl::Program::load(BENCH_SHADERS, "plain");
    if (!program)
        return program.error();
    PlainTriangles plain(std::move(*program));
    plain.array_ = engine::gl::VertexArray("plain");
    plain.vertices_ = Buffer(Buffer::Use::vertices, "plain vertices");
    plain.vertices_.set(std::span<const glm::vec3>(mesh.position));
    plain.array_.attach(plain.vertices_,
                        {.location = 0, .components = 3, .type = GL_FLOAT, .offset = 0},
                        sizeof(glm::vec3));
    plain.indices_ = Buffer(Buffer::Use::indices, "plain indices");
    plain.indices_.set(std::span<const std::array<std::uint32_t, 3>>(mesh.triangle));
    plain.count_ = static_cast<GLsizei>(3 * mesh.triangle.size());
    return plain;
}

void PlainTriangles::draw(const app::Figure &figure, int window_height) const {
    const engine::Rect &place = figure.viewport;
    glViewport(static_cast<GLint>(place.x), window_height - static_cast<GLint>(place.bottom()),
               static_cast<GLsizei>(place.w), static_cast<GLsizei>(place.h));
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_CULL_FACE);
    program_.use();
    program_.set("clip_from_world", clip_from_world(figure.view, place.w / place.h));
    array_.bind();
    glDrawElements(GL_TRIANGLES, count_, GL_UNSIGNED_INT, nullptr);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
}

} // namespace bench
