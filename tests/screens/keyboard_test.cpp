// The body without a mouse: Tab, arrows, Enter, plus and minus, Escape.

#include "clinic.hpp"

#include <set>

using engine::Key;
using test::Clinic;

namespace {

/// Tab until the body has the focus.
void to_the_body(Clinic &clinic) {
    for (int i = 0; i < 40; ++i) {
        clinic.driver->press(Key::tab);
        if (clinic.ui->focused() == clinic.node("body")->id)
            return;
    }
    FAIL("Tab never reaches the body");
}

std::string place(Clinic &clinic) {
    return clinic.shell->view().focused.area;
}

} // namespace

TEST_CASE("arrows walk over the body and Enter marks the place") {
    Clinic clinic;
    clinic.tap("Hand over to Maya");
    clinic.tap("Start");
    CHECK(place(clinic).empty());
    to_the_body(clinic);
    const std::string first = place(clinic);
    REQUIRE_FALSE(first.empty());
    const std::string spoken = clinic.node("body")->value;
    CHECK_FALSE(spoken.empty());

    std::set<std::string> walked{first};
    for (const Key key : {Key::down, Key::down, Key::down, Key::left, Key::down, Key::down}) {
        clinic.driver->press(key);
        walked.insert(place(clinic));
    }
    CHECK(walked.size() >= 5);
    CHECK(clinic.node("body")->value != spoken);

    const std::string chosen = place(clinic);
    clinic.driver->press(Key::enter);
    REQUIRE(clinic.on_disk().marks.size() == 1);
    CHECK(clinic.on_disk().marks[0].area == chosen);
}

TEST_CASE("the walk crosses from the front to the back") {
    Clinic clinic;
    clinic.tap("Hand over to Maya");
    clinic.tap("Start");
    to_the_body(clinic);
    for (int i = 0; i < 12 && clinic.shell->ui_state().key_figure == 0; ++i)
        clinic.driver->press(Key::right);
    CHECK(clinic.shell->ui_state().key_figure == 1);
    CHECK_FALSE(place(clinic).empty());
}

TEST_CASE("plus and minus zoom at the place, Escape leaves the body") {
    Clinic clinic;
    clinic.tap("Hand over to Maya");
    clinic.tap("Start");
    to_the_body(clinic);
    const auto height = [&] { return clinic.shell->body().figures.at(0).view.height_mm; };
    const float whole = height();
    clinic.driver->press(Key::plus);
    clinic.driver->press(Key::plus);
    CHECK(height() == Approx(whole / 1.69));
    clinic.driver->press(Key::minus);
    CHECK(height() == Approx(whole / 1.3));
    clinic.driver->press(Key::escape);
    CHECK(clinic.ui->focused() == 0);
    CHECK(place(clinic).empty());
}
