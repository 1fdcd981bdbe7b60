/// What the rules say about the session, as cards.
#pragma once

#include "model/guidance/guidance.hpp"
#include "screens/frame/screen.hpp"

namespace app {

/// All of it for the open session, as of now; the most severe first.
std::vector<Advice> advice_now(const ScreenContext &c);

/// A card at the top of the list, which gets shorter: what to do, and why.
void advice_card(ScreenContext &c, engine::Rect &list, const Advice &advice);

} // namespace app
