/// The brush on the stage: one pointer paints on the body, or rubs paint off; a second finger
/// turns, moves and zooms.
#pragma once

#include "screens/stage/body_stage.hpp"

namespace app {

/// What the brush paints on.
struct BrushGround {
    BodyPaint &paint;
    const std::vector<Figure> &figures;
    float ui_scale = 1;
};
/// Takes an event of the stage into the hand. Returns what was painted when it ends a stroke.
std::optional<PaintedStroke> brush_event(BrushInHand &hand, const StageBrush &brush,
                                         const BrushGround &ground,
                                         const engine::InputEvent &event);

/// What two fingers, the wheel and the other buttons of a mouse do while there is a brush.
std::vector<ViewAction> turn_beside_brush(const std::vector<Figure> &figures,
                                          const engine::Gesture &gesture);

/// The stroke in the hand, for the map; empty dabs: none.
StrokeOnMap stroke_on_map(const BrushInHand &hand, const StageBrush &brush,
                          const std::optional<PaintedStroke> &ended);

/// A thin circle as large as the brush, under a mouse or pen that is on the stage.
void draw_brush(ScreenContext &c, const StageBrush &brush, const std::vector<Figure> &figures,
                bool hovered);

} // namespace app
