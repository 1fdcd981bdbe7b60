/// What sheets beside the map have in common: where they lie, their head and their foot.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// Where a sheet lies at this window size.
engine::Rect sheet_rect(const engine::ui::Ui &ui);
/// The same for a sheet that only explains what to do on the map, which stays large.
engine::Rect slim_sheet_rect(const engine::ui::Ui &ui);

/// A heading with a cross, cut off the top of `content`. True: the cross was tapped.
bool sheet_head(ScreenContext &c, engine::Rect &content, std::string_view words);
/// The one solid button, cut off the foot of `content`. True: was tapped.
bool sheet_foot(ScreenContext &c, engine::Rect &content, std::string_view words);

} // namespace app
