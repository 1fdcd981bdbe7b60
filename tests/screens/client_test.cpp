// The client's screens, driven by taps as a finger makes them.

#include "clinic.hpp"

using test::Clinic;

namespace {

constexpr std::string_view calf_left = "lower_leg_calf.l";
constexpr std::string_view right_calf = "lower_leg_calf.r";

} // namespace

TEST_CASE("a tapped calf with level 6 is on the disk before the sheet is closed") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap_area(calf_left);
    CHECK(clinic.node("Calf, your left") != nullptr);
    clinic.level("Pain level", 6);
    clinic.tap("Ache");
    clinic.tap("This week");

    const app::Document saved = clinic.on_disk();
    REQUIRE(saved.marks.size() == 1);
    CHECK(saved.marks[0].area == calf_left);
    CHECK(saved.marks[0].channel == app::Channel::pain);
    CHECK(saved.marks[0].level == 6);
    CHECK(saved.marks[0].qualities == std::set{app::Quality::ache});
    CHECK(saved.marks[0].since == app::Since::this_week);
    CHECK(saved.marks[0].author == app::Author::client);
    CHECK(clinic.node("Saved") != nullptr);
}

TEST_CASE("dragging over the level slider is one step of undo") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap_area(calf_left);
    clinic.level("Pain level", 2);
    const engine::Rect slider = clinic.node("Pain level")->rect;
    const float y = slider.y + slider.h * 0.4F;
    clinic.driver->drag({slider.x + slider.w * 0.3F, y}, {slider.x + slider.w * 0.95F, y});
    CHECK(clinic.on_disk().marks.at(0).level == 10);
    clinic.driver->press(engine::Key::z, true);
    CHECK(clinic.on_disk().marks.at(0).level == 2);
    clinic.driver->press(engine::Key::y, true);
    CHECK(clinic.on_disk().marks.at(0).level == 10);
}

TEST_CASE("a wrong side is mended in one step, and both sides can be marked") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap_area(calf_left);
    clinic.level("Pain level", 4);
    clinic.tap("Move to right");
    CHECK(clinic.on_disk().marks.at(0).area == right_calf);
    CHECK(clinic.node("Calf, your right") != nullptr);
    clinic.tap("Both sides");
    REQUIRE(clinic.on_disk().marks.size() == 2);
    CHECK(clinic.on_disk().marks.at(1).area == calf_left);
    CHECK(clinic.on_disk().marks.at(1).level == 4);
}

TEST_CASE("a removed mark comes back from the toast") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap_area(calf_left);
    clinic.level("Pain level", 6);
    clinic.tap("Remove");
    CHECK(clinic.on_disk().marks.empty());
    CHECK(clinic.node("Mark removed: Calf, your left") != nullptr);
    clinic.tap("Undo");
    CHECK(clinic.on_disk().marks.size() == 1);
}

TEST_CASE("a place can be found by its name and marked without the body") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap("Find");
    clinic.type("Place", "calf");
    clinic.tap("Calf, your right, Lower leg");
    clinic.level("Pain level", 3);
    REQUIRE(clinic.on_disk().marks.size() == 1);
    CHECK(clinic.on_disk().marks[0].area == right_calf);
}

TEST_CASE("handing back makes the session ready, and it can be taken back") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap_area(calf_left);
    clinic.level("Pain level", 6);
    clinic.tap("Done");
    clinic.to_check();
    clinic.tap("Yes, hand it back");
    CHECK(clinic.on_disk().stage == app::Stage::ready);
    clinic.tap("Change something");
    CHECK(clinic.on_disk().stage == app::Stage::before);
    CHECK(clinic.shell->ui_state().screen == app::Screen::mark);
}

TEST_CASE("a drag turns the body and marks nothing") {
    Clinic clinic;
    clinic.begin_new();
    const engine::Rect stage = clinic.node("body")->rect;
    const engine::OrbitView before = clinic.shell->body().figures.at(0).view;
    const glm::vec2 middle{stage.x + stage.w * 0.25F, stage.center().y};
    clinic.driver->drag(middle, middle + glm::vec2{60, 0});
    CHECK(clinic.shell->body().figures.at(0).view.yaw_deg != Approx(before.yaw_deg));
    CHECK(clinic.on_disk().marks.empty());
    clinic.tap("Both");
    CHECK(clinic.shell->body().figures.at(0).view.yaw_deg == Approx(before.yaw_deg));
}
