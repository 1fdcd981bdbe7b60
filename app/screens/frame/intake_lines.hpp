/// What the client has answered, a line each, for the client to check and the therapist to read.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

struct IntakeLine {
    Screen asked_on; ///< where it can be changed
    std::string words;
};
std::vector<IntakeLine> intake_lines(const ScreenContext &c);

} // namespace app
