/// The race or long run: which day, when it starts, what it is.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// "Sunday 22 November, 06:00, 50 km"
std::string event_words(const Phrases &words, const Event &event);

/// The sheet while UiState::event_open, with a page of the calendar.
void event_sheet(ScreenContext &c);

} // namespace app
