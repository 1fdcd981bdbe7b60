/// Sheets about places: what lies under a long press, and saying the same of several places.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// The sheet while UiState::looked_at is a place: what lies there, by depth, to be marked.
void look_sheet(ScreenContext &c);

/// The sheet while UiState::copying names a mark: every place that is tapped gets a copy of it.
void copy_sheet(ScreenContext &c);

} // namespace app
