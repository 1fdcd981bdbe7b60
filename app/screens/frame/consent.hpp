/// The lines that a client agrees to: the clinic's own, or ours where it has none.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

struct ConsentText {
    std::string id, words;
};
std::vector<ConsentText> consent_lines(const ScreenContext &c);

} // namespace app
