/// Everything that needs GL, made together and lost together.
#pragma once

#include "host/imgui_renderer.hpp"
#include "render/body_renderer.hpp"
#include "shell/resources.hpp"

namespace app {

struct Painter {
    std::unique_ptr<BodyRenderer> body;
    std::unique_ptr<engine::ImguiRenderer> interface;
};

/// Needs a current GL context and a current Ui.
engine::Result<Painter> make_painter(const Resources &resources);

/// What the window shows now, before it is swapped.
engine::Image read_window(int width, int height);

} // namespace app
