// The client's way from the body to the check: last time's marks, questions, comfort, places.

#include "clinic.hpp"
#include "input/synthetic.hpp"

#include <algorithm>

using namespace app;
using test::Clinic;

namespace {

constexpr std::string_view left_calf = "lower_leg_calf.l";
constexpr std::string_view right_shin = "lower_leg_shin.r";

/// The n-th target of that name, from the top.
void tap_nth(Clinic &clinic, std::string_view name, int n) {
    for (const auto &node : clinic.shell->tree().nodes())
        if (node.takes_input && node.name == name && n-- == 0) {
            clinic.driver->tap_at(node.visible.center());
            return;
        }
    FAIL("there are too few targets of that name");
}

const Mark *mark_of(const Document &document, std::string_view area) {
    const auto found = std::ranges::find(document.marks, area, &Mark::area);
    return found != document.marks.end() ? &*found : nullptr;
}

} // namespace

TEST_CASE("a returning client says what changed with one tap each") {
    Clinic clinic;
    clinic.begin_returning();
    CHECK(clinic.node("What changed since 6 November?") != nullptr);
    CHECK(clinic.on_disk().marks.empty());
    tap_nth(clinic, "Same", 1); // below the thigh, which was tighter
    const Document same = clinic.on_disk();
    REQUIRE(same.marks.size() == 1);
    CHECK(same.marks[0].area == left_calf);
    CHECK(same.marks[0].level == 4);
    CHECK(same.marks[0].trend == Trend::same);
    tap_nth(clinic, "Gone", 1);
    const Document gone = clinic.on_disk();
    REQUIRE(gone.marks.size() == 1);
    CHECK(gone.marks[0].id == same.marks[0].id);
    CHECK(gone.marks[0].level == 0);
    tap_nth(clinic, "Worse", 1);
    CHECK(clinic.node("Calf, your left") != nullptr);
    clinic.level("Pain level", 6);
    clinic.tap("Done");
    CHECK(clinic.on_disk().marks.at(0).level == 6);
    CHECK(clinic.on_disk().marks[0].trend == Trend::worse);
    CHECK(clinic.shows("Now 6"));
}

TEST_CASE("what a returning client does not speak of stays as it was") {
    Clinic clinic;
    clinic.begin_returning();
    clinic.tap("Next: the rest is the same");
    CHECK(clinic.shell->ui_state().screen == Screen::questions);
    const Document document = clinic.on_disk();
    REQUIRE(document.marks.size() == 3);
    for (const Mark &mark : document.marks)
        CHECK(mark.trend == Trend::same);
    CHECK(mark_of(document, right_shin)->channel == Channel::avoid);
    clinic.tap("Body");
    clinic.driver->press(engine::Key::z, true); // one step takes all of it back
    CHECK(clinic.on_disk().marks.empty());
}

TEST_CASE("a tap on the body where it hurt last time goes on from there") {
    Clinic clinic;
    clinic.begin_returning();
    clinic.tap_area(left_calf);
    const Document document = clinic.on_disk();
    REQUIRE(document.marks.size() == 1);
    CHECK_FALSE(document.marks[0].carried_from.empty());
    clinic.tap("Done");
    CHECK(clinic.node("Last time: Pain 4, Calf, your left") == nullptr);
    CHECK(clinic.node("Badge: Pain 4, Calf, your left") != nullptr);
}

TEST_CASE("a place to avoid can be given free again") {
    Clinic clinic;
    clinic.begin_returning();
    clinic.tap("Not any more");
    CHECK(clinic.on_disk().released.size() == 1);
    CHECK(mark_of(clinic.on_disk(), right_shin) == nullptr);
    clinic.tap("Still so");
    CHECK(clinic.on_disk().released.empty());
    CHECK(mark_of(clinic.on_disk(), right_shin) != nullptr);
}

TEST_CASE("the button on the map counts the questions that are open") {
    Clinic clinic;
    clinic.begin_new();
    CHECK(clinic.node("Next: 5 questions") != nullptr);
    clinic.tap("Next: 5 questions");
    clinic.tap("Recover");
    clinic.tap("No");
    clinic.tap("Tomorrow");
    clinic.tap("This is the first time");
    CHECK(clinic.shows("Some soreness can stay for a few days."));
    clinic.tap("None of these");
    const Intake intake = clinic.on_disk().intake;
    CHECK(intake.goal == Goal::recover);
    CHECK(intake.run_soon == RunSoon::none);
    CHECK(intake.next_training == NextTraining::tomorrow);
    CHECK(intake.experience == Experience::first_time);
    CHECK(intake.health_asked.size() == test::resources().health.all().size());
    CHECK(intake.health_yes.empty());
    clinic.tap("Body");
    CHECK(clinic.node("Next: comfort") != nullptr);
    clinic.tap("Next: comfort");
    CHECK(clinic.shell->ui_state().screen == Screen::comfort);
    clinic.tap("Questions");
    clinic.tap("Recover"); // once more: no answer
    CHECK_FALSE(clinic.on_disk().intake.goal);
}

TEST_CASE("a race gets a day, an hour and a name, and locks strong pressure when it is near") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap("Next: 5 questions");
    clinic.tap("This weekend");
    clinic.tap("Change");
    clinic.tap("21");
    clinic.tap("I know when it starts");
    clinic.tap("Hour more");
    clinic.type("Name or distance", "50 km");
    clinic.tap("Done");
    CHECK(clinic.shows("Saturday 21 November, 10:00, 50 km"));
    const std::optional<Event> race = clinic.on_disk().intake.event;
    REQUIRE(race);
    CHECK(engine::to_iso(race->start) == "2026-11-21T10:00:00+01:00");
    CHECK(race->hour_known);
    clinic.tap("Next: comfort");
    CHECK_FALSE(clinic.node("4, Strong, Not within 2 days of your race")->takes_input);
    clinic.tap("2, Firm glide, Skin and top layer move");
    CHECK(clinic.on_disk().intake.pressure == 2);
}

TEST_CASE("a wish for strong pressure is asked again when a race turns out to be near") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap("Next: 5 questions");
    clinic.tap("Next: comfort");
    clinic.tap("5, Deepest, Elbow on big muscle");
    CHECK(clinic.on_disk().intake.pressure == 5);
    clinic.tap("Questions");
    clinic.tap("This weekend");
    clinic.tap("Change");
    clinic.tap("21");
    clinic.tap("Done");
    clinic.tap("Next: comfort");
    clinic.tap("Next: check");
    CHECK(clinic.shows("Pressure: not chosen"));
    CHECK_FALSE(clinic.shows("Pressure 5"));
}

TEST_CASE("a sign that needs a doctor is told on every page and to the therapist") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap("Next: 5 questions");
    clinic.tap("A sudden snap at the back of the ankle");
    CHECK(clinic.node("Please get this checked") != nullptr);
    CHECK(clinic.on_disk().intake.health_yes == std::set<std::string>{"RF12"});
    clinic.tap("Next: comfort");
    CHECK(clinic.node("Please get this checked") != nullptr);
    clinic.tap("Next: check");
    CHECK(clinic.node("Please get this checked") != nullptr);
    clinic.tap("Yes, hand it back");
    clinic.tap("I am the therapist");
    clinic.enter_pin();
    CHECK(clinic.shows("Please have this checked by a doctor today."));
    CHECK(clinic.node("Wishes and answers") != nullptr);
}

TEST_CASE("what a client agreed to is kept as it read, and can be taken back") {
    Clinic clinic;
    clinic.begin_returning();
    clinic.tap("Next: the rest is the same");
    clinic.tap("Next: comfort");
    clinic.tap("My therapist may see this map and keep it with my record.");
    REQUIRE(clinic.on_disk().intake.agreements.size() == 1);
    CHECK(clinic.on_disk().intake.agreements[0].text ==
          "My therapist may see this map and keep it with my record.");
    clinic.tap("My therapist may see this map and keep it with my record.");
    CHECK(clinic.on_disk().intake.agreements.empty());
}

TEST_CASE("the same can be said of several places") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap_area(left_calf);
    clinic.level("Pain level", 4);
    clinic.tap("Other places too");
    clinic.tap_area("thigh_front_of_thigh.r");
    clinic.tap_area("shoulder_top_of_shoulder.l");
    clinic.tap("Done");
    const Document document = clinic.on_disk();
    REQUIRE(document.marks.size() == 3);
    CHECK(mark_of(document, "thigh_front_of_thigh.r")->level == 4);
    CHECK(mark_of(document, "shoulder_top_of_shoulder.l")->level == 4);
}

TEST_CASE("a long press tells what lies there, and marks it only when asked") {
    Clinic clinic;
    clinic.begin_new();
    const auto &places = test::resources().body->places();
    for (const Figure &figure : clinic.shell->body().figures)
        if (const auto seen = places.visible(figure, places.tags_of_area(left_calf));
            seen.area_px2 > 1000) {
            const glm::vec2 pixel = pixel_of(figure.view, figure.viewport, seen.point);
            clinic.driver->replay(
                engine::synthetic::hold(pixel, clinic.driver->now_s() + 0.1, 1.2));
        }
    CHECK(clinic.shows("soleus muscle"));
    CHECK(clinic.on_disk().marks.empty());
    clinic.tap("Mark this place");
    CHECK(mark_of(clinic.on_disk(), left_calf) != nullptr);
}

TEST_CASE("the client reads the language that was chosen, also next time") {
    Clinic clinic;
    clinic.tap("Hand over to Maya");
    clinic.tap("Español");
    CHECK(clinic.on_disk().language == "es");
    CHECK(clinic.node("Hola, Maya") != nullptr);
    clinic.tap("Empezar");
    CHECK(clinic.shows("Pantorrilla, tu izquierda"));
}

TEST_CASE("the search takes what is typed without a tap on its field") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap("Find");
    clinic.driver->replay(engine::synthetic::type("calf", clinic.driver->now_s() + 0.1));
    clinic.tap("Calf, your left, Lower leg");
    CHECK(mark_of(clinic.on_disk(), left_calf) != nullptr);
}
