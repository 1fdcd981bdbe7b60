// Painting on the client's map, by fingers as a tablet reports them.

#include "clinic.hpp"
#include "input/synthetic.hpp"

using test::Clinic;

namespace {

/// The front figure is shown, the brush is in the hand.
void begin_painting(Clinic &clinic) {
    clinic.tap("Hand over to Maya");
    clinic.tap("Start");
    clinic.tap("Paint");
    clinic.tap("Front");
}

glm::vec2 on_screen(const Clinic &clinic, glm::vec3 point) {
    const app::Figure &figure = clinic.shell->body().figures.front();
    return pixel_of(figure.view, figure.viewport, point);
}

void paint_the_thigh(Clinic &clinic) {
    clinic.driver->drag(on_screen(clinic, {100, 720, 0}), on_screen(clinic, {105, 560, 0}));
}

} // namespace

TEST_CASE("a stroke of a finger is one mark on the disk, and one step of undo") {
    Clinic clinic;
    begin_painting(clinic);
    paint_the_thigh(clinic);
    const app::Document painted = clinic.on_disk();
    REQUIRE(painted.marks.size() == 1);
    const app::Mark &mark = painted.marks[0];
    CHECK(mark.area == "thigh_front_of_thigh.l");
    CHECK(mark.paint.size() > 10);
    CHECK_FALSE(mark.regions.empty());
    clinic.level("Pain level", 6);
    CHECK(clinic.on_disk().marks.at(0).level == 6);

    clinic.driver->press(engine::Key::z, true);
    clinic.driver->press(engine::Key::z, true);
    CHECK(clinic.on_disk().marks.empty());
    clinic.driver->press(engine::Key::y, true);
    CHECK(clinic.on_disk().marks.at(0).paint == mark.paint);
}

TEST_CASE("two fingers zoom while there is a brush, and paint nothing") {
    Clinic clinic;
    begin_painting(clinic);
    const float before = clinic.shell->body().figures.front().view.height_mm;
    const glm::vec2 middle = on_screen(clinic, {100, 650, 0});
    clinic.driver->replay(
        engine::synthetic::pinch(middle, 60, 180, clinic.driver->now_s() + 0.1, 0.4));
    CHECK(clinic.shell->body().figures.front().view.height_mm < 0.5F * before);
    CHECK(clinic.on_disk().marks.empty());
}

TEST_CASE("rubbed out paint is gone, and with the last of it the mark") {
    Clinic clinic;
    begin_painting(clinic);
    paint_the_thigh(clinic);
    const auto painted = clinic.on_disk().marks.at(0).paint;
    clinic.tap("Rub out");
    clinic.driver->drag(on_screen(clinic, {70, 700, 0}), on_screen(clinic, {140, 700, 0}));
    const auto left = clinic.on_disk().marks.at(0).paint;
    CHECK(left.size() < painted.size());
    CHECK(left.size() > 5);
    paint_the_thigh(clinic);
    CHECK(clinic.on_disk().marks.empty());
    clinic.driver->press(engine::Key::z, true);
    CHECK(clinic.on_disk().marks.at(0).paint == left);
}
