// The part of the Shell that changes what the clinic has set.

#include "shell/shell.hpp"

namespace app {

// No session waits behind this pad: with the second PIN the settings are back.
void Shell::change_pin() {
    state_.pin = {.purpose = PinPad::Purpose::choose};
    hand_over_.reset();
}

} // namespace app
