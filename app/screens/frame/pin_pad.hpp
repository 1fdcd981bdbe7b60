/// The PIN pad, alone on the screen: what lies behind it is not drawn.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// Tap or type the digits; with the last one EnterPin goes out.
void pin_pad(ScreenContext &c);

} // namespace app
