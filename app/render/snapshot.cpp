#include "gl/framebuffer.hpp"
#include "render/body_renderer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace app {

namespace {

/// Drawing leaves colours that are multiplied by their alpha; files hold them as they are.
void divide_by_alpha(engine::Image &image) {
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        const int alpha = image.rgba[i + 3];
        if (alpha == 0 || alpha == 255)
            continue;
        for (std::size_t c = i; c < i + 3; ++c)
            image.rgba[c] =
                static_cast<std::uint8_t>(std::min(255, (image.rgba[c] * 255 + alpha / 2) / alpha));
    }
}

} // namespace

engine::Image snapshot(BodyRenderer &renderer, const BodyFrame &frame, int width, int height,
                       std::array<float, 4> background) {
    const engine::gl::Framebuffer target(width, height, 1, "snapshot");
    {
        const engine::gl::KeepTarget caller;
        target.bind();
        glViewport(0, 0, width, height);
        const auto [r, g, b, a] = background;
        glDisable(GL_SCISSOR_TEST);
        glClearColor(r * a, g * a, b * a, a);
        glClear(GL_COLOR_BUFFER_BIT);
        renderer.draw(frame, width, height);
    }
    engine::Image image = target.read();
    divide_by_alpha(image);
    return image;
}

} // namespace app
