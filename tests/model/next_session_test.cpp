// When the client could come again.

#include "catch.hpp"
#include "changes.hpp"
#include "model/guidance/next_session.hpp"

using namespace app;
using test::at;

namespace {

constexpr int day = 24 * 60; ///< minutes; the session is on Friday 20 November 2026 at 17:00

Document session(Experience experience) {
    Document document = test::after({}, test::open_session());
    document.intake.experience = experience;
    return document;
}

Document before_event(Document document, EventKind kind, int minutes, bool hour_known = true) {
    document.intake.event = Event{.kind = kind, .start = at(minutes), .hour_known = hour_known};
    return document;
}

/// "+5 Before the race, ...": days from today's session.
std::vector<std::string> proposed(const Document &document, int now_minutes = 60,
                                  const std::vector<Document> &past = {}) {
    std::vector<std::string> all;
    for (const SessionProposal &proposal : next_sessions(document, past, {}, at(now_minutes))) {
        const auto minutes = (proposal.at.unix_ms - at(0).unix_ms) / 60'000;
        CHECK(minutes % day == 0);
        CHECK(proposal.at.offset_minutes == 60);
        all.push_back("+" + std::to_string(minutes / day) + " " + proposal.reason);
    }
    return all;
}

using Days = std::vector<std::string>;
const std::string regular = "Two weeks from today, the regular plan"; // NOLINT

} // namespace

TEST_CASE("next session: two weeks on when nothing else is known (S3)") {
    CHECK(proposed(session(Experience::used_to_it)) == Days{"+14 " + regular});
    CHECK(proposed(session(Experience::used_to_it), 15 * day).empty()); // that has passed
}

TEST_CASE("next session: around a race, for somebody used to massage (S18, S22)") {
    // Sunday of the next week, 9:00
    const int race = 9 * day - 8 * 60;
    CHECK(proposed(before_event(session(Experience::used_to_it), EventKind::race, race)) ==
          Days{"+5 Before the race, clear of its last two days",
               "+10 A day or two after the race, to recover", "+14 " + regular});
    // In two days: no time left before it.
    CHECK(proposed(
              before_event(session(Experience::used_to_it), EventKind::race, 2 * day - 8 * 60)) ==
          Days{"+3 A day or two after the race, to recover", "+14 " + regular});
    // The regular day would be the eve of the race.
    CHECK(proposed(
              before_event(session(Experience::used_to_it), EventKind::race, 15 * day - 8 * 60)) ==
          Days{"+11 Before the race, clear of its last two days",
               "+16 A day or two after the race, to recover"});
}

TEST_CASE("next session: never within 48 hours before a race, wherever the race lies") {
    for (int hours = 1; hours < 24 * 24; ++hours)
        for (const Experience experience : {Experience::used_to_it, Experience::first_time})
            for (const bool hour_known : {true, false}) {
                const Document document =
                    before_event(session(experience), EventKind::race, hours * 60, hour_known);
                const auto all = next_sessions(document, {}, {}, at(60));
                REQUIRE_FALSE(all.empty());
                REQUIRE(all.size() <= 3);
                const int clear_h = experience == Experience::first_time ? 168 : 48;
                for (const SessionProposal &proposal : all) {
                    const std::int64_t left_h =
                        (at(hours * 60).unix_ms - proposal.at.unix_ms) / 3'600'000;
                    const bool after = proposal.at.unix_ms >= at(hours * 60).unix_ms;
                    REQUIRE((after || left_h >= clear_h));
                }
            }
}

TEST_CASE("next session: somebody new to massage comes well before a race or after it (S7)") {
    const int race = 16 * day - 8 * 60;
    CHECK(proposed(before_event(session(Experience::first_time), EventKind::race, race)) ==
          Days{"+8 Well before the race, as massage is new to the client",
               "+17 A day or two after the race, to recover"});
    // Where only the day is known it may begin at midnight.
    CHECK(proposed(before_event(session(Experience::first_time), EventKind::race, 7 * day + 6 * 60,
                                false)) ==
          Days{"+9 A day or two after the race, to recover", "+14 " + regular});
}

TEST_CASE("next session: right after the long run (S4)") {
    CHECK(proposed(before_event(session(Experience::used_to_it), EventKind::long_run,
                                2 * day - 8 * 60)) ==
          Days{"+2 Right after the long run", "+14 " + regular});
    CHECK(proposed(
              before_event(session(Experience::used_to_it), EventKind::long_run, 2 * day - 60)) ==
          Days{"+3 Right after the long run", "+14 " + regular});
}

TEST_CASE("next session: a race that was told last time counts") {
    Document last = before_event(session(Experience::used_to_it), EventKind::race, 9 * day - 480);
    last.appointment.start = at(-14 * day);
    CHECK(proposed(session(Experience::used_to_it), 60, {last}).front() ==
          "+5 Before the race, clear of its last two days");
}
