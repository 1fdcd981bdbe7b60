// One test for each rule of the guidance that the vectors do not hold already, and time zones.

#include "guidance_cases.hpp"

using namespace app;
using test::atlas;
using test::calf;
using test::cap_of;
using test::card;
using test::cards;
using test::day;
using test::earlier;
using test::has;
using test::has_severity;
using test::hour;
using test::id;
using test::monday;
using test::near_race;
using test::pain;
using test::visit;
using test::when;
using enum Severity;

namespace {

Event long_run(const char *start) {
    Event event = test::race(when(start));
    event.kind = EventKind::long_run;
    return event;
}

} // namespace

TEST_CASE("S3, S4, S5: in the middle of training") {
    Document document = visit(monday);
    document.intake.event = long_run("2026-11-21T08:00:00+01:00");
    CHECK(card(cards(document, {earlier()}), "S3") == nullptr);
    CHECK(card(cards(document, {earlier()}), "S4") != nullptr);
    CHECK(card(cards(document, {earlier()}), "S5") != nullptr);
    Document long_ago = earlier();
    long_ago.appointment.start = when("2026-10-20T10:00:00+02:00");
    CHECK(has(card(cards(document, {long_ago}), "S3")->reason, "27 days ago"));
    document.findings = {{.id = id(60), .area = calf, .region = {}, .tight = true, .at = monday}};
    CHECK(card(cards(document, {earlier()}), "S5")->action ==
          "Choose homework for the tight places.");
    document.homework = {{.id = id(61),
                          .exercise = "stretch",
                          .name = {},
                          .area = calf,
                          .dose = {},
                          .note = {},
                          .dose_unknown = {},
                          .unknown = {}}};
    CHECK(card(cards(document, {earlier()}), "S5") == nullptr);
    document.intake.event = test::race(when("2026-11-21T08:00:00+01:00"));
    for (const char *rule : {"S3", "S4", "S5"})
        CHECK(card(cards(document, {long_ago}), rule) == nullptr);
}

TEST_CASE("S7: the clinic sets what is too close for a newcomer") {
    GuidanceSettings settings;
    settings.new_client_blocked_h = 24;
    settings.new_client_clear_h = 240;
    CHECK(has_severity(cards(near_race(-50 * hour, true), {}, settings), "S7", warning));
    CHECK(has_severity(cards(near_race(-23 * hour, true), {}, settings), "S7", stop));
    CHECK(has_severity(cards(near_race(-9 * day, true), {}, settings), "S7", warning));
    CHECK(has_severity(cards(near_race(-72 * hour, true)), "S7", warning)); // the edges
    CHECK(has_severity(cards(near_race(-72 * hour + 1, true)), "S7", stop));
    CHECK(card(cards(near_race(-168 * hour, true)), "S7") == nullptr);
}

TEST_CASE("S7: who is new when the client has not said") {
    Document document = near_race(-50 * hour);
    document.intake.experience.reset();
    CHECK(has_severity(cards(document), "S7", stop));
    CHECK(card(cards(document, {earlier()}), "S7") == nullptr);
}

TEST_CASE("S8, S10, S27: what to say before a session") {
    Document document = near_race(-30 * day, true);
    for (const char *rule : {"S8", "S10", "S27"})
        CHECK(has_severity(cards(document), rule, note));
    document.intake.experience = Experience::used_to_it;
    CHECK(card(cards(document, {earlier()}), "S8") == nullptr);
    CHECK(card(cards(document, {earlier()}), "S10") == nullptr);
    document.treatment =
        Treatment{.started = monday, .part = {}, .running_since = {}, .ended = {}, .unknown = {}};
    CHECK(card(cards(document, {earlier()}), "S27") == nullptr);
}

TEST_CASE("S9: another therapist shortly before a race") {
    Document before = earlier();
    before.practice.therapist = "Ana Sol, LMT";
    CHECK(has_severity(cards(near_race(-4 * day), {before}), "S9", warning));
    CHECK(card(cards(near_race(-8 * day), {before}), "S9") == nullptr);
    CHECK(card(cards(near_race(-4 * day), {earlier()}), "S9") == nullptr);
    CHECK(has_severity(cards(near_race(-4 * day)), "S9", note)); // nothing is known of before
}

TEST_CASE("S12: the plan has minutes for every main zone, or the client wishes otherwise") {
    Document document = visit(monday);
    CHECK(card(cards(document), "S12") == nullptr); // nothing is planned yet
    for (const char *zone : {"head_neck", "shoulders_arms", "back", "front", "hips", "thighs"})
        document.plan.push_back({.part = zone, .minutes = 8});
    CHECK(has(card(cards(document), "S12")->reason, "Lower legs and feet"));
    Document focus = document;
    focus.plan.push_back({.part = calf, .minutes = 12});
    CHECK(card(cards(focus), "S12") == nullptr);
    document.plan.push_back({.part = "lower_legs", .minutes = 0});
    CHECK(has_severity(cards(document), "S12", caution));
    document.plan.back().locked = true;
    CHECK(card(cards(document), "S12") == nullptr);
}

TEST_CASE("S17: strong pressure on a very sore place") {
    Document document = visit(monday);
    document.marks = {pain(10, calf, 7)};
    document.intake.pressure = 4;
    CHECK(has_severity(cards(document), "S17", caution));
    document.intake.pressure = 3;
    CHECK(card(cards(document), "S17") == nullptr);
    document.intake.pressure = 5;
    document.marks[0].level = 6;
    CHECK(card(cards(document), "S17") == nullptr);
}

TEST_CASE("S20 and the cap: a race that was told last time") {
    Document last = earlier();
    last.intake.event = test::race(when("2026-11-16T07:00:00+01:00"));
    const Document document = visit(monday);
    CHECK(has_severity(cards(document, {last}), "S20", caution));
    CHECK(cap_of(document, {last}) == 2);
    CHECK(pressure_cap(test::health(), document, std::vector{last}).reason ==
          PressureCap::Reason::after_race);
    CHECK(cap_of(document) == 5);
}

TEST_CASE("a coming race of last time counts until the client says otherwise") {
    Document last = earlier(), document = visit(monday);
    last.intake.event = test::race(when("2026-11-17T10:00:00+01:00"));
    CHECK(has_severity(cards(document, {last}), "S19", warning));
    document.intake.run_soon = RunSoon::none;
    CHECK(card(cards(document, {last}), "S19") == nullptr);
    document.intake.run_soon.reset();
    document.intake.event = test::race(when("2026-12-20T10:00:00+01:00"));
    CHECK(card(cards(document, {last}), "S19") == nullptr);
}

TEST_CASE("S21: a recovery session is of its own kind, after races and long runs") {
    Document document = visit(monday);
    document.intake.event = long_run("2026-11-15T08:00:00+01:00");
    CHECK(has(card(cards(document), "S21")->reason, "The long run began 26 hours ago"));
    document.appointment.kind = SessionKind::recovery;
    CHECK(card(cards(document), "S21") == nullptr);
    CHECK(card(cards(near_race(3 * hour)), "S21") != nullptr);
    CHECK(card(cards(near_race(60 * hour)), "S21") == nullptr);
}

TEST_CASE("S37: the call is due from day 3 on, and a visit answers it too") {
    Document last = earlier();
    last.appointment.start = when("2026-11-13T10:00:00+01:00");
    last.marks = {pain(10, calf, 6)};
    Document document = visit(monday);
    CHECK(card(cards(document, {last}), "S37")->title == "Day 3: ask how it is");
    document.appointment.start = when("2026-11-15T23:00:00+01:00"); // the evening of day 2
    CHECK(card(cards(document, {last}), "S37") == nullptr);
    document.appointment.start = when("2026-11-16T00:30:00+01:00"); // day 3 has begun
    CHECK(card(cards(document, {last}), "S37") != nullptr);
    last.follow_up_due = "2026-11-17";
    CHECK(card(cards(document, {last}), "S37") == nullptr);
    last.follow_up_due.clear();
    document.marks = {pain(11, calf, 5)};
    CHECK(card(cards(document, {last}), "S37")->reason ==
          "Three days or more after the session: left calf 6 to 5, a little better.");
    document.marks[0].level = 3;
    CHECK(card(cards(document, {last}), "S37") == nullptr);
    last.plan = {{.part = "thigh_hamstrings.r", .minutes = 10}}; // the calf was not worked on
    document.marks[0].level = 6;
    CHECK(card(cards(document, {last}), "S37")->title == "Day 3: ask how it is");
}

TEST_CASE("S39: the calendar day of the client, not 24 hours") {
    Document document = visit(when("2026-11-20T21:00:00+01:00"));
    document.intake.event = long_run("2026-11-21T06:00:00+01:00");
    CHECK(card(cards(document), "S39") == nullptr); // nine hours later, on the next day
    document.appointment.start = when("2026-11-20T08:00:00+01:00");
    document.intake.event = long_run("2026-11-20T19:00:00+01:00");
    CHECK(has_severity(cards(document), "S39", warning));
    document.intake.event = long_run("2026-11-20T20:00:00-05:00"); // next day at the client's place
    CHECK(card(cards(document), "S39") == nullptr);
    document.intake.event = long_run("2026-11-21T04:00:00+14:00"); // 15:00 at the client's place
    CHECK(has_severity(cards(document), "S39", warning));
}

TEST_CASE("S39: on the day on which the clocks change") {
    Document document = visit(when("2026-10-25T00:30:00+02:00"));
    document.intake.event = long_run("2026-10-25T23:30:00+01:00");
    CHECK(card(cards(document), "S39") != nullptr);
    document.intake.event = long_run("2026-10-26T00:30:00+01:00");
    CHECK(card(cards(document), "S39") == nullptr);
}

TEST_CASE("races are compared as points in time, over zones and the change of the clocks") {
    Document document = visit(when("2026-11-20T09:00:00+01:00"));
    document.intake.event = test::race(when("2026-11-22T09:00:00-05:00")); // 54 hours away
    CHECK(card(cards(document), "S19") == nullptr);
    document.intake.event = test::race(when("2026-11-22T09:00:00+09:00")); // 40 hours away
    CHECK(has_severity(cards(document), "S19", warning));
    document.appointment.start = when("2026-10-23T09:00:00+02:00"); // the clocks go back between
    document.intake.event = test::race(when("2026-10-25T08:00:00+01:00"));
    CHECK(card(cards(document), "S19") == nullptr); // 48 hours, though the clock says 47
    document.intake.event = test::race(when("2026-10-25T07:59:00+01:00"));
    CHECK(has_severity(cards(document), "S19", warning));
    document.appointment.start = when("2026-03-27T09:00:00+01:00"); // ... and forward
    document.intake.event = test::race(when("2026-03-29T09:00:00+02:00"));
    CHECK(has_severity(cards(document), "S19", warning)); // 47 hours
}

TEST_CASE("a race of which only the day is known is judged with care, and it is said") {
    Document document = near_race(0);
    document.intake.event = test::race(when("2026-11-22T12:00:00+01:00"), false);
    const auto at = [&](const char *iso) {
        document.appointment.start = when(iso);
        return cards(document);
    };
    CHECK(card(at("2026-11-20T00:00:00+01:00"), "S19") == nullptr); // 48 h before midnight
    const auto close = at("2026-11-20T00:01:00+01:00");
    CHECK(has_severity(close, "S19", warning));
    CHECK(has(card(close, "S19")->reason, "only its day is known"));
    const auto on_the_day = at("2026-11-22T15:00:00+01:00");
    CHECK(has(card(on_the_day, "S19")->reason, "The race is today"));
    CHECK(card(on_the_day, "S20") != nullptr);
    CHECK(cap_of(document) == 2);
    at("2026-11-23T23:59:00+01:00"); // 24 h after the end of the day are not over
    CHECK(cap_of(document) == 2);
    at("2026-11-24T00:00:00+01:00");
    CHECK(cap_of(document) == 5);
    CHECK(card(cards(document), "S22")->title == "Best recovery window");
}

TEST_CASE("the appointment counts until it has begun, then the time that it is") {
    const Document document = near_race(-50 * hour);
    const auto at = [&](std::int64_t minutes) {
        return guidance(document, {}, {}, test::later(document.appointment.start, minutes), atlas(),
                        test::health());
    };
    CHECK(card(at(-5 * day), "S19") == nullptr);
    CHECK(card(at(-5 * day), "S18") != nullptr);
    CHECK(has_severity(at(3 * hour), "S19", warning));
}
