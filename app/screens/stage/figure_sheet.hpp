/// Choosing the body that marks are made on: variant and build.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// The icon button that opens the sheet; `right` and `y` are its top right corner. Returns its left
/// edge.
float figure_button(ScreenContext &c, float right, float y, Reader reader);
/// The same with its words, as a row of a list, which gets shorter: where words are too large for
/// buttons on the stage.
void figure_row(ScreenContext &c, engine::Rect &list, Reader reader);

/// The sheet beside the body while UiState::figure_open.
void figure_sheet(ScreenContext &c, Reader reader);

} // namespace app
