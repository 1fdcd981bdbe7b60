// The calendar file, byte by byte.

#include "catch.hpp"
#include "export/calendar.hpp"

#include <sstream>

using namespace app;

namespace {

CalendarEntry entry() {
    return {.title = "Appointment, Runners' Clinic",
            .start = engine::parse_iso("2026-12-04T17:00:00+01:00").value(),
            .minutes = 60,
            .uid = "0190-1@palpate",
            .now = engine::parse_iso("2026-11-20T18:04:05+01:00").value()};
}

/// As a reader joins lines that were folded.
std::string unfolded(std::string text) {
    for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n "))
        text.erase(at, 3);
    return text;
}

} // namespace

TEST_CASE("calendar: the whole file") {
    CHECK(calendar_file(entry()) == "BEGIN:VCALENDAR\r\n"
                                    "VERSION:2.0\r\n"
                                    "PRODID:-//Palpate//Palpate//EN\r\n"
                                    "BEGIN:VEVENT\r\n"
                                    "UID:0190-1@palpate\r\n"
                                    "DTSTAMP:20261120T170405Z\r\n"
                                    "DTSTART:20261204T160000Z\r\n"
                                    "DTEND:20261204T170000Z\r\n"
                                    "SUMMARY:Appointment\\, Runners' Clinic\r\n"
                                    "CLASS:PRIVATE\r\n"
                                    "END:VEVENT\r\n"
                                    "END:VCALENDAR\r\n");
}

TEST_CASE("calendar: the day in UTC may be another one") {
    CalendarEntry late = entry();
    late.start = engine::parse_iso("2026-12-31T18:30:00-09:00").value();
    late.minutes = 90;
    const std::string file = calendar_file(late);
    CHECK(file.find("DTSTART:20270101T033000Z\r\n") != std::string::npos);
    CHECK(file.find("DTEND:20270101T050000Z\r\n") != std::string::npos);
}

TEST_CASE("calendar: words cannot end a line or begin another field") {
    CalendarEntry odd = entry();
    odd.title = "a\\b;c,d\r\nDTSTART:x";
    CHECK(calendar_file(odd).find("SUMMARY:a\\\\b\\;c\\,d\\nDTSTART:x\r\n") != std::string::npos);
}

TEST_CASE("calendar: long lines are folded at 75 bytes, between characters") {
    for (std::size_t start = 0; start < 4; ++start) {
        CalendarEntry wide = entry();
        wide.title = std::string(start, 'x');
        for (int i = 0; i < 80; ++i)
            wide.title += "\u00E9\u20AC";
        const std::string file = calendar_file(wide);
        std::istringstream lines(file);
        for (std::string line; std::getline(lines, line);) {
            REQUIRE(line.back() == '\r');
            REQUIRE(line.size() - 1 <= 75);
            const std::size_t first = line[0] == ' ' ? 1 : 0;
            REQUIRE((static_cast<unsigned char>(line[first]) & 0xC0U) != 0x80U);
        }
        CHECK(unfolded(file).find("SUMMARY:" + wide.title + "\r\n") != std::string::npos);
    }
}

TEST_CASE("calendar: the title tells where, and nothing of health") {
    CHECK(calendar_title({.clinic = "Runners' Clinic"}) == "Appointment, Runners' Clinic");
    CHECK(calendar_title({}) == "Appointment");
}
