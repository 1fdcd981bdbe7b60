/// The brush on the stage: one pointer paints on the body, or rubs paint off; a second finger
/// turns, moves and zooms.
#pragma once

#include "screens/body_stage.hpp"

namespace app {

/// Takes an event of the stage. Returns what was painted when it ends a stroke.
std::optional<PaintedStroke> brush_event(ScreenContext &c, const StageBrush &brush,
                                         const std::vector<Figure> &figures,
                                         const engine::InputEvent &event);

/// What two fingers, the wheel and the other buttons of a mouse do while there is a brush.
void turn_beside_brush(ScreenContext &c, const std::vector<Figure> &figures,
                       const engine::Gesture &gesture);

/// The stroke in the hand, for the map; empty dabs: none.
StrokeOnMap stroke_on_map(const ScreenContext &c, const StageBrush &brush,
                          const std::optional<PaintedStroke> &ended);

/// A thin circle as large as the brush, under a mouse or pen that is on the stage.
void draw_brush(ScreenContext &c, const StageBrush &brush, const std::vector<Figure> &figures,
                bool hovered);

} // namespace app
