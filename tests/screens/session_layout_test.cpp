// The therapist's session in every window and at every size of words: nothing is cut off or
// covered, and fingers can hit it.

#include "clinic.hpp"
#include "layout_rules.hpp"

using test::Clinic;

namespace {

struct SessionWalk {
    Clinic clinic;
    std::string where;

    SessionWalk(glm::vec2 size, int text_scale)
        : clinic({.size = size, .text_scale = text_scale}),
          where(std::to_string(static_cast<int>(size.x)) + " " + std::to_string(text_scale)) {}

    SessionWalk &tap(std::string_view name) {
        clinic.tap(name);
        return *this;
    }
    SessionWalk &is_sound(const char *state) {
        INFO(where << " " << state);
        CHECK(layout::defects(*clinic.ui) == std::vector<std::string>{});
        return *this;
    }
};

void plan_and_treat(SessionWalk &walk) {
    Clinic &clinic = walk.clinic;
    walk.tap("Jonas Weber (example), 15:30").is_sound("brief").tap("Plan 45 minutes");
    walk.is_sound("plan").tap("Open Top of shoulder, right").is_sound("plan, an item open");
    const auto answers = [&](bool yes) {
        REQUIRE(clinic.workspace->session()
                    .dispatch(app::SetHealthAnswer{.question = "RF1", .asked = true, .yes = yes})
                    .ok());
    };
    answers(true);
    walk.tap("Next: treat").is_sound("ready, with a sign that speaks against it").tap("Back");
    answers(false);
    walk.tap("Next: treat").is_sound("ready").tap("Start Top of shoulder, right");
    walk.is_sound("treat").tap("3").tap("Too much").is_sound("ease off").tap("Pressure 2");
    walk.tap("Comfort ask").is_sound("comfort").tap("4").tap("Tight").tap("II");
    walk.tap("Details").is_sound("details").tap("Done");
    clinic.driver->skip(1500);
    walk.is_sound("over its time").tap("Done, next").is_sound("next item");
    walk.tap("Back").tap("Compare with my findings").is_sound("compared").tap("Next: treat");
    walk.tap("Stop").is_sound("stopped").tap("Next: how is it now?").is_sound("after");
}

void close_and_call(SessionWalk &walk) {
    Clinic &clinic = walk.clinic;
    clinic.level("After, Top of shoulder, right", 2);
    walk.tap("Next: homework").is_sound("homework");
    walk.tap("Find an exercise").is_sound("find an exercise");
    clinic.type("Exercise", "roller");
    walk.is_sound("exercises found").tap("Close");
    walk.tap("Add Seated ear-to-shoulder").is_sound("homework, an exercise open");
    walk.tap("Next: close");
    clinic.type("I found and did", " Released a knot.");
    walk.is_sound("close, a word to change").tap("Replace knot").tap("Sign the session");
    walk.is_sound("sign").tap("Sign and lock").is_sound("signed").tap("Today");
    clinic.driver->skip(3.0 * 24 * 3600);
    walk.is_sound("home on day 3").tap("Call and note").is_sound("day 3");
    clinic.level("Day 3, Top of shoulder, right", 5);
    walk.is_sound("day 3, not better");
}

} // namespace

TEST_CASE("a whole session fits every window at every size of words") {
    for (const glm::vec2 size : {glm::vec2{1280, 800}, glm::vec2{1024, 768}})
        for (const int text_scale : {100, 150, 200}) {
            SessionWalk walk(size, text_scale);
            plan_and_treat(walk);
            close_and_call(walk);
        }
}
