/// Where the body is looked at from, and what on it is chosen: not saved, not undone.
#pragma once

#include "model/body/picking.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// A place that lights up while a mouse or the keyboard is on it, and fades when it has left.
struct Glow {
    Place place;
    bool on = true;
    float from = 0; ///< strength at `since_s`, 0..1
    double since_s = 0;
    friend bool operator==(const Glow &, const Glow &) = default;
};

struct ViewState {
    NamedView named = NamedView::pair;
    /// Views that were turned, zoomed or flown to; empty: the named view as it is framed.
    std::vector<engine::OrbitView> own;
    std::optional<engine::Flight> flight; ///< to own[0], or to the named view
    double moved_by_hand_s = -100;        ///< when it was last turned, moved or zoomed
    std::string selected_mark;
    Place hovered; ///< under the mouse
    Place focused; ///< of the keyboard
    std::vector<Glow> glows;
};

/// One of the views of the row below the body.
struct ShowView {
    NamedView view;
};
/// The camera flies to one place; afterwards one figure is shown.
struct FlyTo {
    engine::OrbitView to;
};
struct TurnBy {
    std::size_t figure;
    glm::vec2 pixels;
};
struct PanBy {
    std::size_t figure;
    glm::vec2 pixels;
};
struct ZoomBy {
    std::size_t figure;
    float factor;
    glm::vec2 at;
};
struct SelectMark {
    std::string id; ///< empty: none
};
struct Hover {
    Place place; ///< empty: nothing
};
/// The keyboard's place on the body; it lights up as a hovered one does.
struct FocusPlace {
    Place place;
};
using ViewAction =
    std::variant<ShowView, FlyTo, TurnBy, PanBy, ZoomBy, SelectMark, Hover, FocusPlace>;

/// The figures on the stage at this moment.
std::vector<Figure> figures_at(const ViewState &view, const engine::Rect &stage,
                               const BodyBounds &body, double now_s);
/// True while the camera moves, also between two movements of a hand: no fine drawing yet.
bool moving(const ViewState &view, double now_s);
/// How strongly a place is lit now, 0..1.
float strength(const Glow &glow, double now_s);
/// True while the next frame differs by itself: the camera moves, a light fades.
bool animating(const ViewState &view, double now_s);

/// What an action needs to know of the moment.
struct ViewMoment {
    const std::vector<Figure> &figures; ///< those that the person saw
    const BodyPlaces &places;
    double now_s;
    bool reduce_motion;
};
ViewState apply(const ViewState &view, const ViewAction &action, const ViewMoment &moment);

} // namespace app
