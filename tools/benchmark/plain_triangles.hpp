/// The triangles of a body in one colour, straight into the window: what drawing it costs at least.
#pragma once

#include "gl/program.hpp"
#include "gl/vertex_array.hpp"
#include "model/body/body_frame.hpp"

namespace bench {

class PlainTriangles {
  public:
    static engine::Result<PlainTriangles> create(const engine::PartMesh &mesh);

    /// Into a window of that height.
    void draw(const app::Figure &figure, int window_height) const;

  private:
    explicit PlainTriangles(engine::gl::Program program) : program_(std::move(program)) {}

    engine::gl::Program program_;
    engine::gl::VertexArray array_;
    engine::gl::Buffer vertices_, indices_;
    GLsizei count_ = 0;
};

} // namespace bench
