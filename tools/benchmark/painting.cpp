#include "host/window.hpp"
#include "model/body/body_model.hpp"
#include "parts.hpp"
#include "render/body_renderer.hpp"

#include <glad/gl.h>

#include <cmath>
#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace bench {
namespace {

using engine::Done;
using engine::Result;

constexpr int width = 1280, height = 800;
constexpr int rounds = 31;
constexpr int marks = 10;
constexpr std::size_t long_stroke = 200; ///< dabs
constexpr float brush_mm = 12;
constexpr float move_px = 8; ///< of a quick finger, from one event to the next

/// A body on which ten places are painted, and a long stroke that goes on.
class Scene {
  public:
    Scene(app::BodyModel &body, app::BodyRenderer &renderer, app::NamedView view)
        : body_(body), renderer_(renderer) {
        frame_.figures = figures_of(view, {0, 0, width, height}, body.places().bounds());
        frame_.looks.resize(body.mesh().tag_count());
        frame_.group = body.places().group_of_tag();
        frame_.moving = true; // as while a finger paints
        body.paint().prepare();
        for (int i = 0; i < marks; ++i)
            painted_.push_back(painted_mark(i));
        while (stroke_.dabs.size() < long_stroke) {
            move();
            engine::check(moves_ < 10'000, "the benchmark paints a long stroke");
        }
    }

    std::size_t dabs() const { return stroke_.dabs.size(); }

    /// The next event of the finger, up and down over the trunk.
    void move() {
        const app::Figure &figure = frame_.figures.front();
        const float way = move_px * static_cast<float>(moves_++);
        constexpr float rows_px = 6, row_px = 60;
        const float row = std::floor(way / row_px), along = way - row * row_px;
        const glm::vec2 middle = pixel_of(figure.view, figure.viewport, {-60, 1320, 0});
        const bool back = std::fmod(row, 2.0F) > 0;
        body_.paint().go_on(
            stroke_, figure,
            {middle + glm::vec2(back ? row_px - along : along, rows_px * row), brush_mm});
    }

    /// All that a frame does for paint, as present() does it, and the picture.
    void draw() {
        frame_.paint.clear();
        for (const std::vector<app::Dab> &dabs : painted_)
            add(dabs);
        add(stroke_.dabs);
        frame_.colors.shadow[0] ^= 1; // an unchanged frame is not drawn again
        renderer_.draw(frame_, width, height);
    }

  private:
    std::vector<app::Dab> painted_mark(int number) {
        const app::Figure &figure = frame_.figures.front();
        const float side = number % 2 == 0 ? -100.0F : 100.0F;
        const float y = 900 - 80 * std::floor(static_cast<float>(number) / 2);
        app::PaintStroke stroke;
        for (const float down : {0.0F, 30.0F, 60.0F})
            body_.paint().go_on(stroke, figure,
                                {pixel_of(figure.view, figure.viewport, {side, y - down, 0}),
                                 brush_mm + static_cast<float>(number)});
        engine::check(!stroke.dabs.empty(), "the benchmark paints a mark");
        return stroke.dabs;
    }
    void add(const std::vector<app::Dab> &dabs) {
        const app::PartLook look{{0xCB, 0x32, 0x28}, app::Hatch::solid, 6};
        if (auto patch = body_.paint().patch(dabs))
            frame_.paint.push_back({std::move(patch), look, {0x8A, 0x1F, 0x18}});
    }

    app::BodyModel &body_;
    app::BodyRenderer &renderer_;
    app::BodyFrame frame_;
    std::vector<std::vector<app::Dab>> painted_;
    app::PaintStroke stroke_;
    int moves_ = 0;
};

void measure_scene(engine::Window &window, Scene &scene, const std::string &what,
                   Figures &figures) {
    const auto show = [&] {
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
        scene.draw();
        window.swap();
        glFinish();
    };
    const std::string idle = "paint: idle redraw, " + what;
    figures.push_back({idle, measure(rounds, 1, show), "frame: clear only", idle});
    const std::size_t before = scene.dabs();
    const Time moved = measure(rounds, 1, [&] {
        scene.move();
        show();
    });
    engine::check(scene.dabs() > before + rounds, "the benchmark's stroke grows");
    figures.push_back({"paint: event of a stroke to frame, " + what, moved, idle, {}});
}

} // namespace

Result<Done> measure_painting(const std::filesystem::path &share, Figures &figures) {
    const auto atlas = app::Atlas::load(share / "atlas" / "atlas.json");
    if (!atlas)
        return atlas.error();
    auto window = engine::Window::create({.width = width,
                                          .height = height,
                                          .offscreen = true,
                                          .vsync = false,
                                          .max_frames_per_second = 0});
    if (!window)
        return window.error();
    for (const app::BodyDetail detail : {app::BodyDetail::fast, app::BodyDetail::high}) {
        const auto body = app::BodyModel::load(share / "body", detail, *atlas);
        if (!body)
            return body.error();
        const auto renderer = app::BodyRenderer::create((*body)->mesh(), share / "shaders");
        if (!renderer)
            return renderer.error();
        const std::string quality = detail == app::BodyDetail::high ? "high" : "fast";
        for (const app::NamedView view : {app::NamedView::front, app::NamedView::pair}) {
            Scene scene(**body, **renderer, view);
            const char *const layout = view == app::NamedView::pair ? ", pair" : ", single";
            measure_scene(**window, scene, quality + layout, figures);
        }
    }
    return Done{};
}

} // namespace bench
