/// Draws a BodyFrame with OpenGL: clay shading, patterns, outlines of constant screen width.
#pragma once

#include "base/result.hpp"
#include "image/image.hpp"
#include "model/body/body_frame.hpp"

#include <filesystem>
#include <memory>

namespace app {

class BodyRenderer {
  public:
    /// Uploads the mesh and compiles the shaders of the folder. Needs a current GL context. The
    /// mesh must outlive the renderer, which looks at it again when a frame has another shape.
    static engine::Result<std::unique_ptr<BodyRenderer>>
    create(const engine::PartMesh &mesh, const std::filesystem::path &shaders);
    ~BodyRenderer();
    BodyRenderer(const BodyRenderer &) = delete;
    BodyRenderer &operator=(const BodyRenderer &) = delete;

    /// Draws over what is in the bound framebuffer of that size (window pixels), which the caller
    /// has cleared; leaves colour where no figure is untouched. 4x antialiasing unless
    /// frame.moving.
    void draw(const BodyFrame &frame, int width, int height);

    /// For tests: the tag at each pixel (no_tag where there is no body), rows from the top.
    std::vector<engine::Tag> draw_tags(const BodyFrame &frame, int width, int height);

  private:
    struct Gpu;
    explicit BodyRenderer(std::unique_ptr<Gpu> gpu);
    std::unique_ptr<Gpu> gpu_;
};

/// The same picture into memory, on that background (r, g, b, a; a = 0 gives a transparent
/// picture).
engine::Image snapshot(BodyRenderer &renderer, const BodyFrame &frame, int width, int height,
                       std::array<float, 4> background);

} // namespace app
