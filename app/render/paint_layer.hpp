/// Painted skin in the memory of the graphics card.
#pragma once

#include "gl/program.hpp"
#include "gl/vertex_array.hpp"
#include "model/body/body_frame.hpp"

namespace app {

class PaintLayer {
  public:
    /// Uploads the patches that it does not have yet. `reshaped`: the mesh has another shape.
    void follow(const std::vector<PaintedPatch> &wanted, const engine::PartMesh &mesh,
                bool reshaped);
    /// Those of the last follow(). With the paint program in use, its view set, and the skin drawn.
    void draw(const engine::gl::Program &program, const std::vector<PaintedPatch> &wanted,
              float ui_scale) const;

  private:
    struct Triangles {
        Triangles();
        void upload(const std::shared_ptr<const engine::SkinPatch> &wanted,
                    const engine::PartMesh &mesh);
        std::shared_ptr<const engine::SkinPatch> patch;
        engine::gl::VertexArray array;
        engine::gl::Buffer vertices;
        GLsizei count = 0;
        float radius_mm = 0; ///< about that of the largest circle
    };
    std::vector<std::unique_ptr<Triangles>> triangles_; ///< one for each patch, in their order
};

} // namespace app
