/// Client's marks against therapist's findings, beside the plan (S15).
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// The switch, and while it is on the places in words, cut off the top of `list`. Nothing while
/// nothing was found by hand. Returns the area that is to become a focus area.
std::optional<std::string> comparison(ScreenContext &c, engine::Rect &list);

} // namespace app
