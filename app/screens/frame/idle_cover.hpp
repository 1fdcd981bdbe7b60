/// What a tablet shows that a client has left lying: nothing of the client.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// The Shell takes it away with the first tap or key.
void idle_cover(ScreenContext &c);

} // namespace app
