/// Finding a place by its name, for the client and the therapist.
#pragma once

#include "model/body/picking.hpp"
#include "screens/frame/screen.hpp"

namespace app {

/// What opens the sheet: a button at the top right of the stage, or with large words a row of a
/// list, which gets shorter. The button's left edge.
float find_button(ScreenContext &c, const engine::Rect &stage);
void find_row(ScreenContext &c, engine::Rect &list);

/// The sheet beside the body while UiState::find_open. Returns the place that was chosen. A
/// therapist's results have the anatomical words as well.
std::optional<Place> find_sheet(ScreenContext &c, Reader reader);

} // namespace app
