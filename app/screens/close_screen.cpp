#include "screens/chrome.hpp"

namespace app {

void close_screen(ScreenContext &c) {
    (void)therapist_frame(c, "Close", c.document.client.name);
}

} // namespace app
