/// The two halves of the homework screen. For its sources only.
#pragma once

#include "screens/screen.hpp"

namespace app {

/// What was given, one of it open with its dose, side and stop rule.
void given_homework(ScreenContext &c, const engine::Rect &rect);
/// What fits and why, what does not and why not, the clinic's own, aftercare, the next session.
void homework_offers(ScreenContext &c, engine::Rect panel);

} // namespace app
