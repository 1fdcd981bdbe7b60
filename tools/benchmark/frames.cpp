#include "host/imgui_renderer.hpp"
#include "host/window.hpp"
#include "model/body_places.hpp"
#include "parts.hpp"
#include "render/body_renderer.hpp"
#include "ui/widgets.hpp"

#include <glad/gl.h>

namespace bench {
namespace {

using engine::Done;
using engine::Result;
namespace ui = engine::ui;

constexpr int width = 1280, height = 800;
constexpr int rounds = 31;

/// Clears, draws, shows, and waits until the picture is there.
Time frame_time(engine::Window &window, const std::function<void()> &draw) {
    return measure(rounds, 1, [&] {
        glViewport(0, 0, width, height);
        glClearColor(0.96F, 0.95F, 0.93F, 1);
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
        draw();
        window.swap();
        glFinish();
    });
}

/// About as much as one of the program's screens shows.
void some_widgets(ui::Ui &ui) {
    const ui::Ramp ramp = ui::warm_ramp(ui.theme());
    engine::Rect rest = engine::Rect{0, 0, width, height}.inset(24);
    for (int row = 0; row < 6; ++row) {
        const ui::Scope scope(ui, std::to_string(row));
        const engine::Rect card = cut_top(rest, 112, 12);
        ui::card(ui, card, {.name = "Card"});
        engine::Rect inner = card.inset(16);
        ui::button(ui, cut_right(inner, 160, 16), {.name = "Button"});
        ui::level_slider(ui, inner, {.name = "Level", .ramp = &ramp, .level = row});
    }
}

Result<Done> measure_interface(engine::Window &window, const std::filesystem::path &share,
                               Figures &figures) {
    auto ui = ui::Ui::create({.fonts = share / "fonts"});
    if (!ui)
        return ui.error();
    auto renderer = engine::ImguiRenderer::create();
    if (!renderer)
        return renderer.error();
    double now_s = 0;
    const Time time = frame_time(window, [&] {
        now_s += 1;
        (*ui)->begin(now_s, {width, height}, {});
        some_widgets(**ui);
        (*ui)->end();
        (*renderer)->render();
    });
    figures.push_back({"frame: interface", time, "frame: clear only"});
    return Done{};
}

Result<Done> measure_body(engine::Window &window, const std::filesystem::path &share,
                          const std::string &quality, Figures &figures) {
    const auto mesh = engine::read_part_mesh(share / "body" / ("neutral-" + quality + ".mesh"));
    if (!mesh)
        return mesh.error();
    auto renderer = app::BodyRenderer::create(*mesh, share / "shaders");
    if (!renderer)
        return renderer.error();
    app::BodyFrame frame;
    frame.figures = app::figures_of(app::NamedView::pair, {0, 0, width, height},
                                     app::bounds_of(mesh->position));
    for (const bool moving : {true, false}) {
        frame.moving = moving;
        const Time time = frame_time(window, [&] {
            frame.figures[0].view.yaw_deg += 1; // an unchanged frame is not drawn again
            (*renderer)->draw(frame, width, height);
        });
        const std::string state = moving ? ", moving" : ", still, smooth edges";
        figures.push_back({"frame: body, " + quality + state, time, "frame: clear only"});
    }
    return Done{};
}

} // namespace

Result<Done> measure_frames(const std::filesystem::path &share, Figures &figures) {
    auto window = engine::Window::create({.width = width,
                                          .height = height,
                                          .offscreen = true,
                                          .vsync = false,
                                          .max_frames_per_second = 0});
    if (!window)
        return window.error();
    figures.push_back({"frame: clear only", frame_time(**window, [] {}), "frame: clear only"});
    if (auto done = measure_interface(**window, share, figures); !done)
        return done;
    for (const std::string quality : {"fast", "high"})
        if (auto done = measure_body(**window, share, quality, figures); !done)
            return done;
    return Done{};
}

} // namespace bench
