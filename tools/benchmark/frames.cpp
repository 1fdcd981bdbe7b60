#include "host/imgui_renderer.hpp"
#include "host/window.hpp"
#include "model/body/body_places.hpp"
#include "parts.hpp"
#include "plain_triangles.hpp"
#include "render/body_renderer.hpp"
#include "ui/widgets.hpp"

#include <glad/gl.h>

#include <filesystem>
#include <functional>
#include <string>

namespace bench {
namespace {

using engine::Done;
using engine::Result;
namespace ui = engine::ui;

constexpr int width = 1280, height = 800;
constexpr int rounds = 31;
constexpr const char *clear_only = "frame: clear only";

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
    figures.push_back({"frame: interface", time, clear_only, {}});
    return Done{};
}

struct Layout {
    const char *name;
    app::NamedView view;
};
constexpr Layout layouts[] = {{"single", app::NamedView::front}, {"pair", app::NamedView::pair}};

Result<Done> measure_body(engine::Window &window, const std::filesystem::path &share,
                          const std::string &quality, Figures &figures) {
    const auto mesh = engine::read_part_mesh(share / "body" / ("neutral-" + quality + ".mesh"));
    if (!mesh)
        return mesh.error();
    const auto renderer = app::BodyRenderer::create(*mesh, share / "shaders");
    if (!renderer)
        return renderer.error();
    auto plain = PlainTriangles::create(*mesh);
    if (!plain)
        return plain.error();

    for (const Layout &layout : layouts) {
        app::BodyFrame frame;
        frame.figures =
            app::figures_of(layout.view, {0, 0, width, height}, app::bounds_of(mesh->position));
        const std::string what = quality + ", " + layout.name;
        const auto turn = [&] { // an unchanged frame is not drawn again
            for (app::Figure &figure : frame.figures)
                figure.view.yaw_deg += 1;
        };
        const std::string floor = "frame: plain triangles, " + what;
        figures.push_back({floor,
                           frame_time(window,
                                      [&] {
                                          turn();
                                          for (const app::Figure &figure : frame.figures)
                                              plain->draw(figure, height);
                                      }),
                           clear_only,
                           {}});
        for (const bool moving : {true, false}) {
            frame.moving = moving;
            const Time time = frame_time(window, [&] {
                turn();
                (*renderer)->draw(frame, width, height);
            });
            figures.push_back({"frame: body, " + what + (moving ? ", moving" : ", still"), time,
                               clear_only, floor});
        }
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
    figures.push_back({clear_only, frame_time(**window, [] {}), clear_only, {}});
    if (auto done = measure_interface(**window, share, figures); !done)
        return done;
    for (const std::string quality : {"fast", "high"})
        if (auto done = measure_body(**window, share, quality, figures); !done)
            return done;
    return Done{};
}

} // namespace bench
