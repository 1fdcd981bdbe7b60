/// Points in time as people write them: ISO 8601 with an offset from UTC.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace engine {

struct Timestamp {
    std::int64_t unix_ms = 0;        ///< milliseconds since 1970-01-01T00:00Z
    std::int32_t offset_minutes = 0; ///< local time minus UTC, -840..840
    friend bool operator==(const Timestamp &, const Timestamp &) = default;
};

/// The local calendar at the timestamp's own offset.
struct Calendar {
    int year, month, day; ///< month and day from 1
    int hour, minute, second;
    int weekday; ///< 0 Sunday .. 6 Saturday
};
Calendar calendar(Timestamp t);
Timestamp timestamp(const Calendar &calendar, int offset_minutes); ///< weekday is ignored

/// "2026-11-20T17:00:00+01:00"; milliseconds only when they are not 0.
std::string to_iso(Timestamp t);
Result<Timestamp> parse_iso(std::string_view text);

/// "1992-03-14", and a day that exists.
bool is_iso_date(std::string_view text);

/// "20 November 2026", "20 November", "20 Nov", "17:00", "Friday 20 November"
std::string long_date(Timestamp t);
std::string day_and_month(Timestamp t);
std::string short_date(Timestamp t);
std::string clock_time(Timestamp t);
std::string day_title(Timestamp t);
/// An ISO date ("1992-03-14") as "14 March 1992"; the text itself when it is not one.
std::string long_date(std::string_view iso_date);

} // namespace engine
