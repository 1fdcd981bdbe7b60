/// One client on the home screen: the sessions, a new one, and the way out of the clinic.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

void client_sheet(ScreenContext &c);

} // namespace app
