/// Beside the map: the client's marks as cards, first those of the last session with what became of
/// them.
#pragma once

#include "screens/frame/chrome.hpp"

namespace app {

/// The list with the legend and the one button that goes on; the whole panel.
void mark_panel(ScreenContext &c, engine::Rect panel);

/// What the button at the foot does: what was not spoken of stays as it was, and on it goes.
void go_on_from_marks(ScreenContext &c);

/// Today's mark that goes on from one of last time, made now as the same when nothing was said yet;
/// its sheet opens.
void open_last_mark(ScreenContext &c, const Mark &last);

} // namespace app
