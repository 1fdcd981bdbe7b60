/// For therapists: what lies beneath a place, to read and to choose from.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// A heading and one row per structure, the skin first, then deeper and deeper, cut off the top of
/// `list`. Those in `chosen` are checked. Returns the structures after a tap on a row.
std::optional<std::vector<std::string>> beneath_list(ScreenContext &c, engine::Rect &list,
                                                     const Area &area,
                                                     const std::vector<std::string> &chosen);

} // namespace app
