#include "shell/painter.hpp"

#include <glad/gl.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace app {

engine::Result<Painter> make_painter(const Resources &resources) {
    auto body = BodyRenderer::create(resources.body->mesh(), resources.share / "shaders");
    if (!body)
        return body.error();
    auto interface = engine::ImguiRenderer::create();
    if (!interface)
        return interface.error();
    return Painter{std::move(*body), std::move(*interface)};
}

engine::Image read_window(int width, int height) {
    engine::Image image{width, height, {}};
    const std::size_t row = 4 * static_cast<std::size_t>(width);
    image.rgba.resize(row * static_cast<std::size_t>(height));
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    for (int y = 0; y < height / 2; ++y) // GL counts rows from below
        std::swap_ranges(image.pixel(0, y), image.pixel(0, y) + row,
                         image.pixel(0, height - 1 - y));
    for (std::size_t i = 3; i < image.rgba.size(); i += 4)
        image.rgba[i] = 255; // a window has no transparency
    return image;
}

} // namespace app
