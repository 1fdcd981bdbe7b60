/// From document to picture: which part of the body looks how. Pure.
#pragma once

#include "model/body/body_paint.hpp"
#include "model/body/body_places.hpp"
#include "model/session/document.hpp"
#include "screens/frame/view_state.hpp"
#include "ui/theme.hpp"

namespace app {

/// The level that the map shows: before treatment, or after it where one was given.
enum class Moment : std::uint8_t { before, after };

/// A stroke that the document does not know yet, as it will change a mark.
struct StrokeOnMap {
    std::vector<Dab> dabs;
    bool eraser = false;
    std::string mark;                ///< id; empty: a new one ...
    Channel channel = Channel::pain; ///< ... of that channel
};

struct PresentOptions {
    const engine::ui::Theme *theme; ///< required
    float ui_scale = 1;
    Moment moment = Moment::before;
    const Document *ghost = nullptr; ///< last session's marks, dotted where today has none
    bool moving = false;
    double now_s = 0;                    ///< of the view's lights
    BodyPaint *paint = nullptr;          ///< null: painted marks are not drawn
    const StrokeOnMap *stroke = nullptr; ///< that is being painted
    const Atlas *care = nullptr;    ///< draws a line around what asks for caution or for no contact
    const Atlas *compare = nullptr; ///< client's marks against therapist's findings (agreement.hpp)
};

BodyFrame present(const Document &document, const ViewState &view, const BodyPlaces &places,
                  std::vector<Figure> figures, const PresentOptions &options);

/// The level shown at that moment; empty for avoid marks and marks without a number.
std::optional<int> shown_level(const Mark &mark, Moment moment);

} // namespace app
