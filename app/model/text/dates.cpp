#include "model/text/dates.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace app {

namespace {

constexpr std::array<std::string_view, 12> months{"date.january", "date.february", "date.march",
                                                  "date.april",   "date.may",      "date.june",
                                                  "date.july",    "date.august",   "date.september",
                                                  "date.october", "date.november", "date.december"};
constexpr std::array<std::string_view, 7> weekdays{
    "date.sunday",   "date.monday", "date.tuesday", "date.wednesday",
    "date.thursday", "date.friday", "date.saturday"};

} // namespace

std::string day_and_month(const Phrases &words, engine::Timestamp t) {
    const engine::Calendar at = engine::calendar(t);
    return words("date.day_and_month",
                 {{"day", std::to_string(at.day)},
                  {"month", words(months.at(static_cast<std::size_t>(at.month - 1)))}});
}

std::string day_title(const Phrases &words, engine::Timestamp t) {
    const engine::Calendar at = engine::calendar(t);
    return words("date.day_title",
                 {{"weekday", words(weekdays.at(static_cast<std::size_t>(at.weekday)))},
                  {"day", day_and_month(words, t)}});
}

std::string_view short_weekday(const Phrases &words, int weekday) {
    constexpr std::array<std::string_view, 7> short_names{
        "date.su", "date.mo", "date.tu", "date.we", "date.th", "date.fr", "date.sa"};
    return words(short_names.at(static_cast<std::size_t>(weekday)));
}

std::string month_title(const Phrases &words, engine::Timestamp t) {
    const engine::Calendar at = engine::calendar(t);
    return words("date.month_title",
                 {{"month", words(months.at(static_cast<std::size_t>(at.month - 1)))},
                  {"year", std::to_string(at.year)}});
}

} // namespace app
