#include "base/time.hpp"
#include "catch.hpp"

using namespace engine;

TEST_CASE("a time is written with its offset and read back") {
    const Timestamp t{.unix_ms = 1795190400000, .offset_minutes = 60};
    CHECK(to_iso(t) == "2026-11-20T17:00:00+01:00");
    CHECK(parse_iso("2026-11-20T17:00:00+01:00").value() == t);
    CHECK(to_iso({.unix_ms = 1795190400007, .offset_minutes = -330}) ==
          "2026-11-20T10:30:00.007-05:30");
    CHECK(parse_iso("2026-11-20T10:30:00.007-05:30").value() ==
          Timestamp{.unix_ms = 1795190400007, .offset_minutes = -330});
    CHECK(parse_iso("1970-01-01T00:00:00Z").value() == Timestamp{});
    CHECK(to_iso({.unix_ms = -1, .offset_minutes = 0}) == "1969-12-31T23:59:59.999+00:00");
}

TEST_CASE("digits finer than a millisecond are cut off") {
    CHECK(parse_iso("1970-01-01T00:00:00.5Z").value().unix_ms == 500);
    CHECK(parse_iso("1970-01-01T00:00:00.123999999999999Z").value().unix_ms == 123);
}

TEST_CASE("what is no time is refused") {
    for (const char *text :
         {"", "tomorrow", "2026-11-20", "2026-11-20T17:00:00", "2026-13-20T17:00:00Z",
          "2026-02-29T17:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T17:60:00Z",
          "2026-11-20T17:00:60Z", "2026-11-20T17:00:00+15:00", "2026-11-20T17:00:00+01:60",
          "2026-11-20T17:00:00Z ", "2026-11-20 17:00:00Z", "2026-11-20T17:00:00.Z",
          "+026-11-20T17:00:00Z"}) {
        INFO(text);
        CHECK_FALSE(parse_iso(text).ok());
    }
    CHECK(parse_iso("2024-02-29T17:00:00Z").ok());
}

TEST_CASE("the calendar is local to the offset and goes back") {
    const Timestamp t = parse_iso("2026-12-31T23:30:05-02:00").value();
    const Calendar at = calendar(t);
    CHECK(at.year == 2026);
    CHECK(at.month == 12);
    CHECK(at.day == 31);
    CHECK(at.hour == 23);
    CHECK(at.minute == 30);
    CHECK(at.second == 5);
    CHECK(at.weekday == 4);
    CHECK(timestamp(at, -120) == t);
}

TEST_CASE("dates in words") {
    const Timestamp t = parse_iso("2026-11-20T07:05:00+01:00").value();
    CHECK(long_date(t) == "20 November 2026");
    CHECK(short_date(t) == "20 Nov");
    CHECK(clock_time(t) == "07:05");
    CHECK(day_title(t) == "Friday 20 November");
    CHECK(long_date("1992-03-14") == "14 March 1992");
    CHECK(long_date("1992-02-30") == "1992-02-30");
    CHECK(long_date("unknown") == "unknown");
}

TEST_CASE("a date is a day that exists") {
    CHECK(is_iso_date("2024-02-29"));
    CHECK_FALSE(is_iso_date("2026-02-29"));
    CHECK_FALSE(is_iso_date("2026-2-9"));
    CHECK_FALSE(is_iso_date("2026-02-09T"));
    CHECK_FALSE(is_iso_date(""));
}
