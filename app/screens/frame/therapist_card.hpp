/// What clients may ask about their therapist, answered (rules S23 to S26).
#pragma once

#include "screens/frame/chrome.hpp"

namespace app {

/// A sheet with the card of the profile that UiState names; nothing when it names none.
void therapist_card(ScreenContext &c);
/// Whom the therapist works together with, as rows at the top of the list, which gets shorter.
void tie_rows(ScreenContext &c, engine::Rect &list, const TherapistProfile &profile);

} // namespace app
