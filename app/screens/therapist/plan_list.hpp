/// The items of the plan as a list: dragged into order, minutes by plus and minus, locked, opened.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// All rows, cut off the top of `list`.
void plan_list(ScreenContext &c, engine::Rect &list);

} // namespace app
