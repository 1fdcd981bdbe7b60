#include "shell/painter.hpp"

namespace app {

engine::Result<Painter> make_painter(const Resources &resources) {
    auto body = BodyRenderer::create(resources.mesh, resources.share / "shaders");
    if (!body)
        return body.error();
    auto interface = engine::ImguiRenderer::create();
    if (!interface)
        return interface.error();
    return Painter{std::move(*body), std::move(*interface)};
}

} // namespace app
