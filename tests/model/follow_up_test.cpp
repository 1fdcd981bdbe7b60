// Day 3 after a session (S37, RF18).

#include "catch.hpp"
#include "example_session.hpp"
#include "model/guidance/follow_up.hpp"

using namespace app;

namespace {

Mark pain(int level) {
    return {.id = test::id(10), .area = "lower_leg_calf.l", .level = level};
}

FollowUpAnswer answer(int level, bool better) {
    return {.mark = test::id(10), .level = level, .better = better};
}

Document starting(std::string_view iso) {
    Document document;
    document.appointment.start = engine::parse_iso(iso).value();
    return document;
}

} // namespace

TEST_CASE("follow-up: the third day is a day of the calendar where the session was") {
    CHECK(day_three(starting("2026-11-20T16:50:00+01:00")) == "2026-11-23");
    CHECK(day_three(starting("2026-11-20T23:50:00+01:00")) == "2026-11-23");
    CHECK(day_three(starting("2026-11-21T00:10:00+01:00")) == "2026-11-24");
    CHECK(day_three(starting("2026-12-30T08:00:00-09:00")) == "2027-01-02");
    CHECK(day_three(starting("2028-02-26T08:00:00+00:00")) == "2028-02-29");
}

TEST_CASE("follow-up: what hurt or was tight is asked, the worst first, the rest is left alone") {
    Document document;
    document.marks = {pain(3), pain(6), pain(0), pain(8), pain(6)};
    document.marks[1].channel = Channel::tight;
    document.marks[3].channel = Channel::avoid;
    const auto asked = marks_to_ask(document);
    REQUIRE(asked.size() == 3);
    CHECK(asked[0] == &document.marks[1]); // of two sixes the one that was marked first
    CHECK(asked[1] == &document.marks[4]);
    CHECK(asked[2] == &document.marks[0]);
}

TEST_CASE("follow-up: clearly better takes both the level and the client's word") {
    CHECK(is_clearly_better(pain(6), answer(4, true)));
    CHECK_FALSE(is_clearly_better(pain(6), answer(5, true)));
    CHECK_FALSE(is_clearly_better(pain(6), answer(4, false)));
    CHECK_FALSE(is_clearly_better(pain(6), answer(8, true)));
    CHECK(is_clearly_better(pain(2), answer(1, true))); // from 1 to 3 a point is clear
}
