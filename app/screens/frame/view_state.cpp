#include "screens/frame/view_state.hpp"

#include "base/overloaded.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <variant>
#include <vector>

namespace app {

using engine::OrbitView;
using engine::Rect;

namespace {

constexpr float pitch_limit_deg = 80;
constexpr double flight_s = 0.25;
constexpr double glow_s = 0.12;
constexpr double rest_s = 0.12; ///< a hand that has not moved for so long rests

Rect stage_of(const std::vector<Figure> &figures) {
    Rect stage = figures.front().viewport;
    const Rect last = figures.back().viewport;
    stage.w = last.right() - stage.x; // a pair stands side by side
    return stage;
}

/// The figure that looks most like the view, as a view of the whole stage: there a flight begins.
OrbitView departure(const std::vector<Figure> &figures, const OrbitView &to) {
    const auto away = [&](const Figure &figure) {
        return std::abs(std::remainder(figure.view.yaw_deg - to.yaw_deg, 360.0F));
    };
    const Figure &figure =
        *std::min_element(figures.begin(), figures.end(),
                          [&](const Figure &a, const Figure &b) { return away(a) < away(b); });
    const Rect stage = stage_of(figures);
    return panned(figure.view, stage, figure.viewport.center() - stage.center());
}

bool flying(const ViewState &view, double now_s) {
    return view.flight && !view.flight->done(now_s);
}

class Change {
  public:
    Change(ViewState &next, const ViewMoment &moment) : next_(next), moment_(moment) {}

    void operator()(const ShowView &a) {
        const std::vector<Figure> &seen = moment_.figures;
        next_.flight.reset();
        if (!seen.empty() && a.view != NamedView::pair) {
            const Rect stage = stage_of(seen);
            fly(figures_of(a.view, stage, moment_.places.bounds()).front().view);
        }
        next_.named = a.view;
        next_.own.clear();
    }
    void operator()(const FlyTo &a) {
        OrbitView to = a.to;
        if (!moment_.figures.empty()) {
            to = kept(to, stage_of(moment_.figures));
            fly(to);
        }
        next_.own = {to};
    }
    void operator()(const TurnBy &a) {
        change(a.figure, [&](const OrbitView &own, const Rect &viewport) {
            return turned(own, viewport, a.pixels, pitch_limit_deg);
        });
    }
    void operator()(const PanBy &a) {
        change(a.figure, [&](const OrbitView &own, const Rect &viewport) {
            return panned(own, viewport, a.pixels);
        });
    }
    void operator()(const ZoomBy &a) {
        change(a.figure, [&](const OrbitView &own, const Rect &viewport) {
            return zoomed(own, viewport, a.factor, a.at);
        });
    }
    void operator()(const SelectMark &a) { next_.selected_mark = a.id; }
    void operator()(const Hover &a) {
        next_.hovered = a.place;
        light();
    }
    void operator()(const FocusPlace &a) {
        next_.focused = a.place;
        light();
    }

  private:
    OrbitView kept(const OrbitView &view, const Rect &viewport) const {
        return kept_in_reach(view, viewport, moment_.places.bounds(),
                             moment_.places.mesh().position);
    }

    void fly(const OrbitView &to) {
        next_.flight = engine::Flight{departure(moment_.figures, to), to, moment_.now_s,
                                      moment_.reduce_motion ? 0 : flight_s};
    }

    template <class Changed>
    void change(std::size_t index, const Changed &changed) {
        const std::vector<Figure> &seen = moment_.figures;
        if (index >= seen.size())
            return;
        if (next_.own.size() != seen.size() || next_.flight) { // the first change of what is seen
            next_.own.clear();
            for (const Figure &figure : seen)
                next_.own.push_back(figure.view);
        }
        next_.flight.reset();
        next_.moved_by_hand_s = moment_.now_s;
        const Rect &viewport = seen[index].viewport;
        next_.own[index] = kept(changed(next_.own[index], viewport), viewport);
    }

    /// Lets the places of mouse and keyboard light up and all others fade.
    void light() {
        const double now = moment_.now_s;
        for (const Place *place : {&next_.hovered, &next_.focused})
            if (!place->empty() && std::none_of(next_.glows.begin(), next_.glows.end(),
                                                [&](const Glow &g) { return g.place == *place; }))
                next_.glows.push_back({*place, false, 0, now});
        for (Glow &glow : next_.glows) {
            const bool on = glow.place == next_.hovered || glow.place == next_.focused;
            if (on != glow.on)
                glow = {glow.place, on,
                        moment_.reduce_motion ? static_cast<float>(on) : strength(glow, now), now};
        }
        std::erase_if(next_.glows, [&](const Glow &g) { return !g.on && strength(g, now) <= 0; });
    }

    ViewState &next_;
    const ViewMoment &moment_;
};

} // namespace

std::vector<Figure> figures_at(const ViewState &view, const Rect &stage, const BodyBounds &body,
                               double now_s) {
    if (flying(view, now_s))
        return {{view.flight->at(now_s), stage}};
    if (view.own.size() == 1)
        return {{view.own[0], stage}};
    std::vector<Figure> figures = figures_of(view.named, stage, body);
    for (std::size_t i = 0; i < view.own.size() && i < figures.size(); ++i)
        figures[i].view = view.own[i];
    return figures;
}

bool moving(const ViewState &view, double now_s) {
    return flying(view, now_s) || now_s < view.moved_by_hand_s + rest_s;
}

float strength(const Glow &glow, double now_s) {
    const float target = glow.on ? 1.0F : 0.0F;
    const auto passed = static_cast<float>((now_s - glow.since_s) / glow_s);
    const float step = std::clamp(passed, 0.0F, 1.0F);
    return target > glow.from ? std::min(target, glow.from + step)
                              : std::max(target, glow.from - step);
}

bool animating(const ViewState &view, double now_s) {
    return moving(view, now_s) ||
           std::any_of(view.glows.begin(), view.glows.end(), [&](const Glow &glow) {
               return strength(glow, now_s) != (glow.on ? 1.0F : 0.0F);
           });
}

ViewState apply(const ViewState &view, const ViewAction &action, const ViewMoment &moment) {
    ViewState next = view;
    std::visit(Change(next, moment), action);
    return next;
}

} // namespace app
