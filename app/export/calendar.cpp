#include "export/calendar.hpp"

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace app {

namespace {

constexpr std::size_t longest_line = 75; ///< bytes, without the line's end

/// "20261120T160000Z"
std::string utc(engine::Timestamp time) {
    const engine::Calendar at = engine::calendar({time.unix_ms, 0});
    char text[32]; // NOLINT: written by snprintf
    std::snprintf(text, sizeof text, "%04d%02d%02dT%02d%02d%02dZ", at.year, at.month, at.day,
                  at.hour, at.minute, at.second);
    return text;
}

std::string calendar_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\\' || c == ';' || c == ',')
            out += {'\\', c};
        else if (static_cast<unsigned char>(c) >= ' ')
            out += c;
    }
    return out;
}

bool is_inside_of_a_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The line, folded where it is too long, but not within a character.
std::string folded(std::string_view line) {
    std::string out;
    std::size_t room = longest_line;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && is_inside_of_a_character(line[cut]))
            --cut;
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = longest_line - 1; // the space before it
    }
    return out.append(line).append("\r\n");
}

} // namespace

std::string calendar_title(const Practice &practice) {
    return practice.clinic.empty() ? "Appointment" : "Appointment, " + practice.clinic;
}

std::string calendar_file(const CalendarEntry &entry) {
    engine::Timestamp end = entry.start;
    end.unix_ms += entry.minutes * std::int64_t{60'000};
    std::string file;
    for (const std::string &line :
         {std::string("BEGIN:VCALENDAR"), std::string("VERSION:2.0"),
          std::string("PRODID:-//Palpate//Palpate//EN"), std::string("BEGIN:VEVENT"),
          "UID:" + calendar_text(entry.uid), "DTSTAMP:" + utc(entry.now),
          "DTSTART:" + utc(entry.start), "DTEND:" + utc(end),
          "SUMMARY:" + calendar_text(entry.title), std::string("CLASS:PRIVATE"),
          std::string("END:VEVENT"), std::string("END:VCALENDAR")})
        file += folded(line);
    return file;
}

} // namespace app
