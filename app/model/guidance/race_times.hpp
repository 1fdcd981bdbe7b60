/// How far a massage is from the races and long runs around it. Points in time are compared, so
/// that offsets and daylight saving do not matter; days of the calendar are those of the client.
#pragma once

#include "model/session/document.hpp"

#include <span>

namespace app {

inline constexpr std::int64_t hour_ms = 3'600'000;

struct EventDistance {
    const Event *event = nullptr;
    std::int64_t ms = 0; ///< 0 or more: at least so long until it begins, or since it began
};

/// The nearest ones. Where only the day of an event is known, it is judged with caution: it begins
/// as early as it can (local midnight) as long as it lies ahead, and as late as it can (the end of
/// the day) when it lies behind; on the day itself it is both ahead and behind.
struct EventsAround {
    std::optional<EventDistance> ahead, behind;
};
EventsAround events_around(EventKind kind, const Document &document, std::span<const Document> past,
                           engine::Timestamp at);

/// The massage that is judged: at the appointment's start, or now when that has passed.
engine::Timestamp massage_time(const Document &document, engine::Timestamp now);

/// The number of the calendar day on which `time` falls for somebody who is at `here`. A different
/// offset is another place; one that differs by an hour at most is that place's daylight saving.
std::int64_t calendar_day(engine::Timestamp time, engine::Timestamp here);
/// Of an ISO date; none: it is not one.
std::optional<std::int64_t> calendar_day(const std::string &iso_date);

} // namespace app
