// The therapist's screens, from the hand-over to the closed session.

#include "clinic.hpp"

using test::Clinic;

namespace {

// A client who has marked a painful calf and a shin that nobody shall touch.
void marked_session(Clinic &clinic) {
    clinic.begin_new();
    clinic.tap_area("lower_leg_calf.l");
    clinic.level("Pain level", 6);
    clinic.tap("Done");
    clinic.tap_area("lower_leg_shin.r");
    clinic.tap("Do not touch");
    clinic.tap("Done");
    clinic.hand_back();
}

} // namespace

TEST_CASE("the brief shows what the client said and what must not be touched") {
    Clinic clinic;
    marked_session(clinic);
    CHECK(clinic.node("Do not touch: Shin, right") != nullptr);
    CHECK(clinic.node("Calf, left, Pain, level 6") != nullptr);
}

TEST_CASE("focus areas, minutes and notes are on the disk") {
    Clinic clinic;
    marked_session(clinic);
    clinic.tap("Plan 60 minutes");
    clinic.tap("Open Calf, left");
    clinic.type("Note, Calf, left", "inner side");
    clinic.type("Session note", "Eased with pressure 2.");
    const app::Document saved = clinic.on_disk();
    const app::PlanItem *calf = app::find_item(saved, "lower_leg_calf.l");
    REQUIRE(calf != nullptr);
    CHECK(calf->note == "inner side");
    CHECK(app::find_item(saved, "lower_leg_shin.r") == nullptr); // not to be touched
    CHECK(saved.note == "Eased with pressure 2.");
    const int rest = app::whole_body_minutes(saved);
    CHECK(rest + calf->minutes == 60);
    CHECK(clinic.shows("the rest of the body " + std::to_string(rest) + " min."));
}

TEST_CASE("homework fits the marks, its dose can be changed, and it can be removed") {
    Clinic clinic;
    marked_session(clinic);
    clinic.tap("Homework"); // at pain 6 a stretch would go beyond its stop level
    CHECK(clinic.node("Add Wall calf stretch, knee straight") == nullptr);
    clinic.tap("After");
    clinic.level("After, Calf, left", 3);
    clinic.tap("Homework");
    clinic.tap("Add Wall calf stretch, knee straight");
    REQUIRE(clinic.on_disk().homework.size() == 1);
    const app::HomeworkItem given = clinic.on_disk().homework[0];
    CHECK(given.exercise == "stretch_calf_straight");
    CHECK(given.area == "lower_leg_calf.l");
    CHECK(given.dose.hold_s == 30);
    clinic.tap("Remove");
    CHECK(clinic.on_disk().homework.empty());
}

TEST_CASE("levels after treatment are kept beside those before") {
    Clinic clinic;
    marked_session(clinic);
    clinic.tap("After");
    clinic.level("After, Calf, left", 3);
    CHECK(clinic.on_disk().marks.at(0).level == 6);
    CHECK(clinic.on_disk().marks.at(0).level_after == 3);
}

TEST_CASE("a summary is saved only with consent, and a closed session takes no more changes") {
    Clinic clinic;
    marked_session(clinic);
    clinic.tap("Share");
    REQUIRE(clinic.node("Save the summary") != nullptr);
    CHECK_FALSE(clinic.node("Save the summary")->enabled);
    clinic.tap("Client agrees to share");
    CHECK(clinic.node("Save the summary")->enabled);
    CHECK(clinic.on_disk().shared_consent.has_value());
    clinic.tap("Sign the session");
    clinic.tap("Sign and lock");
    CHECK(clinic.on_disk().stage == app::Stage::closed);
    CHECK(clinic.node("Client agrees to share") == nullptr);
}

TEST_CASE("a new client's session is started from the home screen") {
    Clinic clinic({.demo = false});
    clinic.tap("New session");
    clinic.type("Client's name", "Zoë Okafor");
    clinic.type("Therapist", "Ana Silva, LMT");
    clinic.tap("Start");
    CHECK(clinic.on_disk().client.name == "Zoë Okafor");
    CHECK(clinic.on_disk().appointment.minutes == 60);
    CHECK(clinic.on_disk().practice.therapist == "Ana Silva"); // no licence (S24)
    CHECK(clinic.shell->ui_state().screen == app::Screen::brief);
}

TEST_CASE("undo on the home screen leaves the session that was open alone") {
    Clinic clinic;
    marked_session(clinic);
    clinic.tap("Plan 60 minutes");
    clinic.tap("Today");
    clinic.driver->press(engine::Key::z, true);
    CHECK_FALSE(clinic.on_disk().plan.empty());
}
