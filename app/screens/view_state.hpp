/// Where the body is looked at from, and what on it is chosen: not saved, not undone.
#pragma once

#include "model/body_places.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

struct ViewState {
    NamedView named = NamedView::pair;
    /// Views that were turned, zoomed or flown to; empty: the named view as it is framed.
    std::vector<engine::OrbitView> own;
    std::optional<engine::Flight> flight; ///< of own[0]
    std::string selected_mark;
    std::string hovered_area;
};

/// One of the views of the row below the body.
struct ShowView {
    NamedView view;
};
/// The camera flies to one place; afterwards one figure is shown.
struct FlyTo {
    engine::OrbitView from, to;
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
struct HoverArea {
    std::string area;
};
using ViewAction = std::variant<ShowView, FlyTo, TurnBy, PanBy, ZoomBy, SelectMark, HoverArea>;

/// The figures on the stage at this moment.
std::vector<Figure> figures_at(const ViewState &view, const engine::Rect &stage, double now_s);
/// True while a flight is on its way.
bool flying(const ViewState &view, double now_s);
/// The state after the action; `figures` are those that the person saw.
ViewState apply(const ViewState &view, const ViewAction &action, const std::vector<Figure> &figures,
                double now_s, bool reduce_motion);

} // namespace app
