/// Where two people changed the same part at once: a button in the head of the therapist's screens,
/// and a sheet with both versions side by side.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// Left of `right`, when versions are open. Returns its left edge, or `right`.
float versions_button(ScreenContext &c, float right, float center_y);
void versions_sheet(ScreenContext &c);

} // namespace app
