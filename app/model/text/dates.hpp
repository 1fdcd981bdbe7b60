/// Days as people of a language write them.
#pragma once

#include "base/time.hpp"
#include "model/text/phrases.hpp"

namespace app {

/// "6 November", "6 de noviembre"
std::string day_and_month(const Phrases &words, engine::Timestamp t);
/// "Sunday 22 November", "domingo 22 de noviembre"
std::string day_title(const Phrases &words, engine::Timestamp t);
/// "Mo", "lu"; 0 is Sunday
std::string_view short_weekday(const Phrases &words, int weekday);
/// "November 2026", "noviembre de 2026"
std::string month_title(const Phrases &words, engine::Timestamp t);

} // namespace app
