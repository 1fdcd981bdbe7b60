#include "screens/stage/stage_brush.hpp"

#include "base/overloaded.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::InputEvent;
using engine::PointerAction;
using engine::PointerButton;
using engine::PointerEvent;
using engine::PointerKind;
using State = BrushInHand::State;

namespace {

/// A second finger that comes so soon, or before the first has moved farther than this, came with
/// it: nothing was meant to be painted.
constexpr double together_s = 0.15;
constexpr float slop_px = 14;
constexpr float lightest = 0.4F; ///< of the radius, by a pen that hardly touches

const Figure *figure_under(const std::vector<Figure> &figures, glm::vec2 pixel) {
    for (const Figure &figure : figures)
        if (figure.viewport.contains(pixel))
            return &figure;
    return nullptr;
}

class Hand {
  public:
    Hand(BrushInHand &hand, const StageBrush &brush, const BrushGround &ground)
        : hand_(hand), brush_(brush), ground_(ground) {}

    std::optional<PaintedStroke> take(const PointerEvent &event, double time_s) {
        if (event.kind == PointerKind::mouse && event.button != PointerButton::primary)
            return {};
        if (hand_.down > 0 && event.kind != hand_.kind)
            return {}; // a palm beside the pen
        switch (event.action) {
        case PointerAction::down:
            return down(event, time_s);
        case PointerAction::move:
            move(event);
            return {};
        case PointerAction::up:
            return up(event);
        case PointerAction::cancel:
            hand_ = {};
            return {};
        }
        return {};
    }

  private:
    std::optional<PaintedStroke> down(const PointerEvent &event, double time_s) {
        if (hand_.down > 0 && event.id == hand_.pointer)
            hand_ = {}; // its end was lost
        if (++hand_.down == 1) {
            begin(event, time_s);
            return {};
        }
        if (hand_.state != State::painting)
            return {};
        hand_.state = State::turning;
        if (time_s - hand_.began_s < together_s || !hand_.left_slop) {
            hand_.stroke = {};
            return {};
        }
        return finished();
    }

    void begin(const PointerEvent &event, double time_s) {
        hand_ = {.kind = event.kind,
                 .pointer = event.id,
                 .began_s = time_s,
                 .began = event.position,
                 .down = 1};
        hand_.stroke.eraser = brush_.eraser;
        if (const Figure *figure = figure_under(ground_.figures, event.position)) {
            hand_.figure = static_cast<std::size_t>(figure - ground_.figures.data());
            hand_.state = State::painting;
        }
        if (hand_.state == State::painting)
            paint_to(event);
    }

    void move(const PointerEvent &event) {
        hand_.at = event.position;
        if (hand_.state != State::painting || event.id != hand_.pointer)
            return;
        if (glm::distance(event.position, hand_.began) > slop_px * ground_.ui_scale)
            hand_.left_slop = true;
        paint_to(event);
    }

    std::optional<PaintedStroke> up(const PointerEvent &event) {
        std::optional<PaintedStroke> result;
        if (hand_.state == State::painting && event.id == hand_.pointer) {
            paint_to(event);
            result = finished();
            hand_.state = State::turning;
        }
        hand_.down = std::max(0, hand_.down - 1);
        if (hand_.down == 0)
            hand_.state = State::resting;
        return result;
    }

    void paint_to(const PointerEvent &event) {
        hand_.at = event.position;
        if (hand_.figure >= ground_.figures.size())
            return;
        const float strength = lightest + (1 - lightest) * std::clamp(event.pressure, 0.0F, 1.0F);
        ground_.paint.go_on(hand_.stroke, ground_.figures[hand_.figure],
                            {event.position, brush_.radius_mm * strength});
    }

    std::optional<PaintedStroke> finished() {
        PaintStroke stroke = std::exchange(hand_.stroke, {});
        if (stroke.dabs.empty())
            return {};
        return PaintedStroke{std::move(stroke.dabs), stroke.eraser};
    }

    BrushInHand &hand_;
    const StageBrush &brush_;
    const BrushGround &ground_;
};

} // namespace

std::optional<PaintedStroke> brush_event(BrushInHand &hand, const StageBrush &brush,
                                         const BrushGround &ground, const InputEvent &event) {
    const auto *pointer = std::get_if<PointerEvent>(&event.what);
    return pointer != nullptr ? Hand(hand, brush, ground).take(*pointer, event.time_s)
                              : std::nullopt;
}

/// Two fingers aside turn, up and down they move, apart they zoom: all that a body needs while one
/// finger paints.
std::vector<ViewAction> turn_beside_brush(const std::vector<Figure> &figures,
                                          const engine::Gesture &gesture) {
    std::vector<ViewAction> actions;
    const auto zoom = [&](glm::vec2 at, float factor, glm::vec2 moved) {
        const Figure *figure = figure_under(figures, at);
        if (figure == nullptr)
            return;
        const auto index = static_cast<std::size_t>(figure - figures.data());
        actions.emplace_back(ZoomBy{index, factor, at});
        actions.emplace_back(PanBy{index, moved});
    };
    const auto turn = [&](glm::vec2 pixels) {
        for (std::size_t i = 0; i < figures.size(); ++i) // a pair turns together
            actions.emplace_back(TurnBy{i, pixels});
    };
    std::visit(engine::Overloaded{
                   [&](const engine::Pinch &pinch) {
                       zoom(pinch.center, pinch.scale, {0, pinch.delta.y});
                       turn({pinch.delta.x, 0});
                   },
                   [&](const engine::WheelZoom &wheel) {
                       zoom(wheel.position, std::pow(wheel_zoom, wheel.steps), {0, 0});
                   },
                   [&](const engine::Drag &drag) {
                       if (drag.button == PointerButton::secondary)
                           turn(drag.delta);
                       else if (drag.button == PointerButton::middle)
                           zoom(drag.position, 1, drag.delta);
                   },
                   [](const engine::Tap &) {},
                   [](const engine::LongPress &) {},
               },
               gesture);
    return actions;
}

StrokeOnMap stroke_on_map(const BrushInHand &hand, const StageBrush &brush,
                          const std::optional<PaintedStroke> &ended) {
    StrokeOnMap stroke{{}, brush.eraser, brush.mark, brush.channel};
    if (ended) // the document has it only after this frame
        stroke.dabs = ended->dabs;
    stroke.dabs.insert(stroke.dabs.end(), hand.stroke.dabs.begin(), hand.stroke.dabs.end());
    return stroke;
}

void draw_brush(ScreenContext &c, const StageBrush &brush, const std::vector<Figure> &figures,
                bool hovered) {
    c.paint.prepare(); // not only under the first stroke
    const BrushInHand &hand = c.state.brush;
    const bool pen = hand.kind == PointerKind::pen && hand.state == State::painting;
    const Figure *figure = figure_under(figures, hand.at);
    if ((!hovered && !pen) || figure == nullptr)
        return;
    const auto hit = c.places.bvh().hit(ray_at(figure->view, figure->viewport, hand.at));
    const float stretch = hit ? c.paint.stretch(hit->triangle) : 1;
    const float radius = brush.radius_mm * stretch / mm_per_pixel(figure->view, figure->viewport);
    ring(c.ui, hand.at, radius, c.ui.theme().surface, c.ui.px(3));
    ring(c.ui, hand.at, radius, c.ui.theme().ink, c.ui.px(1.5F));
}

} // namespace app
