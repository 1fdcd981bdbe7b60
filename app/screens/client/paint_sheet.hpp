/// Painting the exact spot: brush and eraser beside the map, and what a stroke does to the session.
#pragma once

#include "screens/stage/body_stage.hpp"

namespace app {

/// The brush in the client's hand; `mark` is the painted mark that grows, null: a new one.
StageBrush stage_brush(const ScreenContext &c, const Mark *mark);

/// One command for one stroke: a new mark, more paint, or less of it.
void apply_stroke(ScreenContext &c, const PaintedStroke &stroke, const Mark *mark);

/// The sheet while UiState::painting: the brush, and all that can be said of the painted mark.
void paint_sheet(ScreenContext &c, const Mark *mark);

/// Brush sizes and the eraser, cut off the top of `rest`.
void brush_choice(ScreenContext &c, engine::Rect &rest);

} // namespace app
