/// An appointment as a calendar file (RFC 5545) that phones and mail programs open.
#pragma once

#include "model/session/document.hpp"

namespace app {

struct CalendarEntry {
    std::string title; ///< calendars are shared and shown on locked screens: no word of health
    engine::Timestamp start;
    int minutes = 60;
    std::string uid;       ///< the same for the same appointment, so that it replaces the old one
    engine::Timestamp now; ///< when the file is written
};

/// "Appointment, Runners' Clinic"
std::string calendar_title(const Practice &practice);
/// The bytes of the .ics file.
std::string calendar_file(const CalendarEntry &entry);

} // namespace app
