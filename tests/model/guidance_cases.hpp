/// Sessions for tests of the guidance: a client, a race, and the time of a massage relative to it.
#pragma once

#include "catch.hpp"
#include "changes.hpp"
#include "model/guidance/guidance.hpp"
#include "model/guidance/pressure.hpp"
#include "model/guidance/race_times.hpp"

#include <algorithm>

namespace test {

inline const app::HealthQuestions &health() {
    static const app::HealthQuestions loaded = [] {
        auto result = app::HealthQuestions::load(PALPATE_SHARE_DIR "/guidance/health.json");
        engine::check(result.ok(), "the health questions load");
        return std::move(*result);
    }();
    return loaded;
}

inline engine::Timestamp when(const char *iso) {
    const auto time = engine::parse_iso(iso);
    engine::check(time.ok(), "a time in a test can be read");
    return *time;
}

inline engine::Timestamp later(engine::Timestamp time, std::int64_t minutes) {
    time.unix_ms += minutes * 60'000;
    return time;
}

constexpr std::int64_t hour = 60, day = 24 * hour; ///< minutes

/// A Sunday in the middle of no change of the clocks.
inline engine::Timestamp race_start() {
    return when("2026-11-22T09:00:00+01:00");
}

inline app::Event race(engine::Timestamp start, bool hour_known = true) {
    return {.kind = app::EventKind::race,
            .start = start,
            .hour_known = hour_known,
            .name = {},
            .unknown = {}};
}

/// A session at that time, of a client who is used to massage and has nothing to tell.
inline app::Document visit(engine::Timestamp start) {
    app::Document document;
    document.id = id(1);
    document.client.id = id(2);
    document.practice.therapist = "Tom Reyes, LMT";
    document.appointment.start = start;
    document.intake.experience = app::Experience::used_to_it;
    return document;
}

inline constexpr const char *calf = "lower_leg_calf.l";
inline const engine::Timestamp monday = when("2026-11-16T10:00:00+01:00");

/// An earlier session of the same client, two weeks before.
inline app::Document earlier() {
    app::Document document = visit(when("2026-11-02T10:00:00+01:00"));
    document.id = id(5);
    document.stage = app::Stage::closed;
    return document;
}

inline app::Document with_yes(const char *question) {
    app::Document document = visit(monday);
    document.intake.health_yes = {question};
    return document;
}

/// So many minutes before (less than 0) or after the race.
inline app::Document near_race(std::int64_t minutes, bool is_new = false) {
    app::Document document = visit(later(race_start(), minutes));
    document.intake.event = race(race_start());
    if (is_new)
        document.intake.experience = app::Experience::first_time;
    return document;
}

inline app::Mark pain(std::uint64_t number, const char *area, int level) {
    app::Mark mark;
    mark.id = id(number);
    mark.area = area;
    mark.regions = atlas().area(area)->regions;
    mark.level = level;
    return mark;
}

inline std::vector<app::Advice> cards(const app::Document &document,
                                      const std::vector<app::Document> &past = {},
                                      const app::GuidanceSettings &settings = {}) {
    return app::guidance(document, past, settings, document.appointment.start, atlas(), health());
}

inline const app::Advice *card(const std::vector<app::Advice> &all, std::string_view rule) {
    const auto found = std::ranges::find(all, rule, &app::Advice::rule);
    return found == all.end() ? nullptr : &*found;
}

inline bool has_severity(const std::vector<app::Advice> &all, std::string_view rule,
                         app::Severity severity) {
    return std::ranges::any_of(all, [&](const app::Advice &advice) {
        return advice.rule == rule && advice.severity == severity;
    });
}

inline bool blocks(const std::vector<app::Advice> &all) {
    return std::ranges::any_of(all, &app::Advice::blocks_session);
}

/// Nothing that stops or warns.
inline bool is_allowed(const std::vector<app::Advice> &all) {
    return std::ranges::none_of(
        all, [](const app::Advice &advice) { return advice.severity <= app::Severity::warning; });
}

inline int cap_of(const app::Document &document, const std::vector<app::Document> &past = {}) {
    return app::pressure_cap(health(), document, past).level;
}

} // namespace test
