#include "screens/chrome.hpp"

namespace app {

void treat_screen(ScreenContext &c) {
    (void)therapist_frame(c, "Treat", c.document.client.name);
}

} // namespace app
