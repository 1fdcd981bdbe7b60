#include "model/guidance/race_times.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>

namespace app {

namespace {

constexpr std::int64_t minute_ms = 60'000, day_ms = 24 * hour_ms;

struct Span {
    std::int64_t begin, end; ///< the earliest and the latest that the event can begin
};

Span span_of(const Event &event) {
    if (event.hour_known)
        return {event.start.unix_ms, event.start.unix_ms};
    const std::int64_t midnight =
        calendar_day(event.start, event.start) * day_ms - event.start.offset_minutes * minute_ms;
    return {midnight, midnight + day_ms};
}

void keep_nearest(std::optional<EventDistance> &nearest, const Event &event, std::int64_t ms) {
    if (!nearest || ms < nearest->ms)
        nearest = {&event, ms};
}

void add(EventsAround &around, const Event &event, engine::Timestamp at) {
    const auto [begin, end] = span_of(event);
    if (at.unix_ms <= end)
        keep_nearest(around.ahead, event, std::max<std::int64_t>(0, begin - at.unix_ms));
    if (at.unix_ms >= begin)
        keep_nearest(around.behind, event, std::max<std::int64_t>(0, at.unix_ms - end));
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
    return a / b - static_cast<std::int64_t>(a % b < 0);
}

} // namespace

EventsAround events_around(EventKind kind, const Document &document, std::span<const Document> past,
                           engine::Timestamp at) {
    EventsAround around;
    const Intake &today = document.intake;
    if (today.event && today.event->kind == kind)
        add(around, *today.event, at);
    if (past.empty() || !past.back().intake.event || past.back().intake.event->kind != kind)
        return around;
    EventsAround last;
    add(last, *past.back().intake.event, at);
    if (last.behind)
        keep_nearest(around.behind, *last.behind->event, last.behind->ms);
    // What the client says today of what comes replaces what was said last time.
    if (last.ahead && !today.event && today.run_soon != RunSoon::none)
        keep_nearest(around.ahead, *last.ahead->event, last.ahead->ms);
    return around;
}

engine::Timestamp massage_time(const Document &document, engine::Timestamp now) {
    const engine::Timestamp start = document.appointment.start;
    return now.unix_ms > start.unix_ms ? now : start;
}

std::int64_t calendar_day(engine::Timestamp time, engine::Timestamp here) {
    constexpr int saving_minutes = 60;
    const int apart = std::abs(time.offset_minutes - here.offset_minutes);
    const int offset = apart <= saving_minutes ? time.offset_minutes : here.offset_minutes;
    return floor_divide(time.unix_ms + offset * minute_ms, day_ms);
}

std::optional<std::int64_t> calendar_day(const std::string &iso_date) {
    if (!engine::is_iso_date(iso_date))
        return std::nullopt;
    const auto midnight = engine::parse_iso(iso_date + "T00:00:00Z");
    return midnight ? std::optional(floor_divide(midnight->unix_ms, day_ms)) : std::nullopt;
}

} // namespace app
