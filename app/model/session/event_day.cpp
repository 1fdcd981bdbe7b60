#include "model/session/event_day.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace app {

namespace {

constexpr int days_of_week = 7;
constexpr std::int64_t day_ms = 24LL * 3600 * 1000;

engine::Timestamp at_hour(engine::Timestamp day, int hour) {
    engine::Calendar calendar = engine::calendar(day);
    calendar.hour = hour;
    calendar.minute = calendar.second = 0;
    return engine::timestamp(calendar, day.offset_minutes);
}

int day_number(engine::Timestamp time) {
    const engine::Calendar day = engine::calendar(time);
    return (day.year * 12 + day.month) * 31 + day.day;
}

} // namespace

engine::Timestamp days_later(engine::Timestamp time, int days) {
    time.unix_ms += days * day_ms;
    return time;
}

std::string iso_day(engine::Timestamp time) {
    constexpr std::size_t date_length = 10;
    return engine::to_iso(time).substr(0, date_length);
}

engine::Timestamp likely_day(RunSoon when, engine::Timestamp today) {
    constexpr int morning = 9;
    const int until_sunday = (days_of_week - engine::calendar(today).weekday) % days_of_week;
    int days = until_sunday;
    if (when == RunSoon::next_week)
        days += days_of_week;
    if (when == RunSoon::later)
        days += 4 * days_of_week;
    return at_hour(days_later(today, days), morning);
}

engine::Timestamp month_of(engine::Timestamp time, int months_later) {
    engine::Calendar day = engine::calendar(time);
    const int months = day.year * 12 + day.month - 1 + months_later;
    day.year = months / 12;
    day.month = months % 12 + 1;
    day.day = 1;
    day.hour = day.minute = day.second = 0;
    return engine::timestamp(day, time.offset_minutes);
}

int days_in_month(engine::Timestamp month) {
    const engine::Timestamp begin = month_of(month, 0);
    return static_cast<int>((month_of(month, 1).unix_ms - begin.unix_ms) / day_ms);
}

int compare_days(engine::Timestamp a, engine::Timestamp b) {
    const int first = day_number(a), second = day_number(b);
    return first < second ? -1 : static_cast<int>(first > second);
}

} // namespace app
