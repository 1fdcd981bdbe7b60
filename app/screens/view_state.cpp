#include "screens/view_state.hpp"

#include "base/overloaded.hpp"

namespace app {

namespace {

// The figure cannot leave the picture and cannot be smaller than whole or larger than a hand.
constexpr glm::vec3 target_low{-750, 0, -250};
constexpr glm::vec3 target_high{750, 1760, 250};
constexpr float closest_mm = 180;
constexpr float farthest_mm = 2300;
constexpr float pitch_limit_deg = 80;
constexpr double flight_s = 0.25;

engine::OrbitView kept_in_reach(const engine::OrbitView &view) {
    return limited(view, target_low, target_high, closest_mm, farthest_mm);
}

std::vector<engine::OrbitView> views_of(const std::vector<Figure> &figures) {
    std::vector<engine::OrbitView> views;
    for (const Figure &figure : figures)
        views.push_back(figure.view);
    return views;
}

} // namespace

std::vector<Figure> figures_at(const ViewState &view, const engine::Rect &stage, double now_s) {
    if (view.flight)
        return {{view.flight->at(now_s), stage}};
    if (view.own.size() == 1)
        return {{view.own[0], stage}};
    std::vector<Figure> figures = figures_of(view.named, stage);
    for (std::size_t i = 0; i < view.own.size() && i < figures.size(); ++i)
        figures[i].view = view.own[i];
    return figures;
}

bool flying(const ViewState &view, double now_s) {
    return view.flight && !view.flight->done(now_s);
}

ViewState apply(const ViewState &view, const ViewAction &action, const std::vector<Figure> &figures,
                double now_s, bool reduce_motion) {
    ViewState next = view;
    const auto change = [&](std::size_t index, auto &&changed) {
        if (index >= figures.size())
            return;
        if (next.own.size() != figures.size()) // the first change of a framed view
            next.own = views_of(figures);
        next.flight.reset();
        changed(next.own[index], figures[index].viewport);
        next.own[index] = kept_in_reach(next.own[index]);
    };
    std::visit(engine::Overloaded{
                   [&](const ShowView &a) {
                       next.named = a.view;
                       next.own.clear();
                       next.flight.reset();
                   },
                   [&](const FlyTo &a) {
                       const engine::OrbitView to = kept_in_reach(a.to);
                       next.own = {to};
                       next.flight =
                           engine::Flight{a.from, to, now_s, reduce_motion ? 0 : flight_s};
                   },
                   [&](const TurnBy &a) {
                       change(a.figure, [&](engine::OrbitView &own, const engine::Rect &viewport) {
                           own = turned(own, viewport, a.pixels, pitch_limit_deg);
                       });
                   },
                   [&](const PanBy &a) {
                       change(a.figure, [&](engine::OrbitView &own, const engine::Rect &viewport) {
                           own = panned(own, viewport, a.pixels);
                       });
                   },
                   [&](const ZoomBy &a) {
                       change(a.figure, [&](engine::OrbitView &own, const engine::Rect &viewport) {
                           own = zoomed(own, viewport, a.factor, a.at);
                       });
                   },
                   [&](const SelectMark &a) { next.selected_mark = a.id; },
                   [&](const HoverArea &a) { next.hovered_area = a.area; },
               },
               action);
    return next;
}

} // namespace app
