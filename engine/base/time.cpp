#include "base/time.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

namespace {

constexpr std::int64_t ms_a_second = 1000;
constexpr std::int64_t ms_a_minute = 60 * ms_a_second;
constexpr std::int64_t ms_a_day = 24 * 60 * ms_a_minute;
constexpr int max_offset_minutes = 14 * 60;

constexpr std::array month_names{"January",   "February", "March",    "April",
                                 "May",       "June",     "July",     "August",
                                 "September", "October",  "November", "December"};
constexpr std::array weekday_names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                   "Thursday", "Friday", "Saturday"};

/// Reads fixed fields from the front of a text; one wrong character fails the whole.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }
    bool failed() const { return failed_; }

    bool skip(char expected) {
        if (rest_.empty() || rest_.front() != expected)
            return false;
        rest_.remove_prefix(1);
        return true;
    }
    void need(char expected) {
        if (!skip(expected))
            failed_ = true;
    }
    int digits(std::size_t count) {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (rest_.empty() || rest_.front() < '0' || rest_.front() > '9') {
                failed_ = true;
                return 0;
            }
            value = value * 10 + (rest_.front() - '0');
            rest_.remove_prefix(1);
        }
        return value;
    }
    /// A fraction of a second of one digit or more, as milliseconds; finer digits are cut off.
    int fraction_ms() {
        int value = digits(1) * 100;
        for (int unit = 10; !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9';
             unit /= 10)
            value += digits(1) * unit;
        return value;
    }

  private:
    std::string_view rest_;
    bool failed_ = false;
};

struct Date {
    int year, month, day;
};

Date scan_date(Scanner &scan) {
    Date date{};
    date.year = scan.digits(4);
    scan.need('-');
    date.month = scan.digits(2);
    scan.need('-');
    date.day = scan.digits(2);
    return date;
}

bool exists(const Date &date) {
    using namespace std::chrono;
    return year_month_day{year{date.year}, month{static_cast<unsigned>(date.month)},
                          day{static_cast<unsigned>(date.day)}}
        .ok();
}

std::optional<Date> parse_date(std::string_view text) {
    Scanner scan{text};
    const Date date = scan_date(scan);
    if (scan.failed() || !scan.at_end() || !exists(date))
        return std::nullopt;
    return date;
}

std::int64_t days_since_epoch(const Date &date) {
    using namespace std::chrono;
    const year_month_day ymd{year{date.year}, month{static_cast<unsigned>(date.month)},
                             day{static_cast<unsigned>(date.day)}};
    return sys_days{ymd}.time_since_epoch().count();
}

/// Minutes of "Z", "+01:00", "-05:30".
int scan_offset(Scanner &scan, bool &good) {
    if (scan.skip('Z'))
        return 0;
    const bool west = scan.skip('-');
    if (!west)
        scan.need('+');
    const int hours = scan.digits(2);
    scan.need(':');
    const int minutes = scan.digits(2);
    const int total = hours * 60 + minutes;
    good = good && minutes < 60 && total <= max_offset_minutes;
    return west ? -total : total;
}

std::string two_digits(int value) {
    std::string out = std::to_string(value);
    return out.size() < 2 ? "0" + out : out;
}

const char *month_name(const Calendar &at) {
    return month_names[static_cast<std::size_t>(at.month - 1)];
}

} // namespace

Calendar calendar(Timestamp t) {
    using namespace std::chrono;
    const sys_time<milliseconds> local{milliseconds{t.unix_ms + t.offset_minutes * ms_a_minute}};
    const sys_days day = floor<days>(local);
    const year_month_day date{day};
    const hh_mm_ss<milliseconds> clock{local - day};
    return {.year = static_cast<int>(date.year()),
            .month = static_cast<int>(static_cast<unsigned>(date.month())),
            .day = static_cast<int>(static_cast<unsigned>(date.day())),
            .hour = static_cast<int>(clock.hours().count()),
            .minute = static_cast<int>(clock.minutes().count()),
            .second = static_cast<int>(clock.seconds().count()),
            .weekday = static_cast<int>(weekday{day}.c_encoding())};
}

Timestamp timestamp(const Calendar &at, int offset_minutes) {
    const std::int64_t minutes = at.hour * 60 + at.minute - offset_minutes;
    return {.unix_ms = days_since_epoch({at.year, at.month, at.day}) * ms_a_day +
                       minutes * ms_a_minute + at.second * ms_a_second,
            .offset_minutes = offset_minutes};
}

std::string to_iso(Timestamp t) {
    const Calendar at = calendar(t);
    const int offset = t.offset_minutes < 0 ? -t.offset_minutes : t.offset_minutes;
    const int ms = static_cast<int>((t.unix_ms % ms_a_second + ms_a_second) % ms_a_second);
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d", at.year, at.month,
                  at.day, at.hour, at.minute, at.second);
    std::string out = text.data();
    if (ms != 0) {
        std::snprintf(text.data(), text.size(), ".%03d", ms);
        out += text.data();
    }
    std::snprintf(text.data(), text.size(), "%c%02d:%02d", t.offset_minutes < 0 ? '-' : '+',
                  offset / 60, offset % 60);
    return out + text.data();
}

Result<Timestamp> parse_iso(std::string_view text) {
    Scanner scan{text};
    bool good = true;
    const Date date = scan_date(scan);
    scan.need('T');
    Calendar at{.year = date.year,
                .month = date.month,
                .day = date.day,
                .hour = 0,
                .minute = 0,
                .second = 0,
                .weekday = 0};
    at.hour = scan.digits(2);
    scan.need(':');
    at.minute = scan.digits(2);
    scan.need(':');
    at.second = scan.digits(2);
    const int ms = scan.skip('.') ? scan.fraction_ms() : 0;
    const int offset = scan_offset(scan, good);
    good = good && !scan.failed() && scan.at_end() && exists(date) && at.hour < 24 &&
           at.minute < 60 && at.second < 60;
    if (!good)
        return Error{"\"" + std::string(text.substr(0, 40)) +
                     "\" is not a time. Write it like 2026-11-20T17:00:00+01:00."};
    Timestamp result = timestamp(at, offset);
    result.unix_ms += ms;
    return result;
}

bool is_iso_date(std::string_view text) {
    return parse_date(text).has_value();
}

std::string long_date(Timestamp t) {
    const Calendar at = calendar(t);
    return std::to_string(at.day) + " " + month_name(at) + " " + std::to_string(at.year);
}

std::string day_and_month(Timestamp t) {
    const Calendar at = calendar(t);
    return std::to_string(at.day) + " " + std::string(month_name(at));
}

std::string short_date(Timestamp t) {
    const Calendar at = calendar(t);
    return std::to_string(at.day) + " " + std::string(month_name(at)).substr(0, 3);
}

std::string clock_time(Timestamp t) {
    const Calendar at = calendar(t);
    return two_digits(at.hour) + ":" + two_digits(at.minute);
}

std::string day_title(Timestamp t) {
    const Calendar at = calendar(t);
    return std::string(weekday_names[static_cast<std::size_t>(at.weekday)]) + " " +
           std::to_string(at.day) + " " + month_name(at);
}

std::string long_date(std::string_view iso_date) {
    const auto date = parse_date(iso_date);
    if (!date)
        return std::string(iso_date);
    return long_date({.unix_ms = days_since_epoch(*date) * ms_a_day, .offset_minutes = 0});
}

} // namespace engine
