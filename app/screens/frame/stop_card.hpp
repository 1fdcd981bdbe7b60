/// What a client and a therapist see when a health question was answered with yes.
#pragma once

#include "screens/frame/chrome.hpp"

namespace app {

/// "Please get this checked" with how soon, cut off the top of the list, which gets shorter.
/// Nothing when no sign was answered with yes. Never the name of an illness (RFL-R2).
void stop_card(ScreenContext &c, engine::Rect &list);
/// 0 where there is none.
float stop_card_height(ScreenContext &c, float width);

} // namespace app
