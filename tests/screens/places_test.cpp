// Finding places by their names, what lies beneath them, and the client's figure.

#include "clinic.hpp"

#include <algorithm>

using test::Clinic;

namespace {

constexpr std::string_view calf_card = "Calf, left, Pain \u00B7 no number yet";

} // namespace

TEST_CASE("a client finds a place with a typing error and marks it") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap("Find");
    clinic.type("Place", "right kalf");
    CHECK(clinic.node("Calf, your left, Lower leg") == nullptr);
    clinic.tap("Calf, your right, Lower leg");
    CHECK(clinic.on_disk().marks.at(0).area == "lower_leg_calf.r");
    CHECK(clinic.node("Pain level") != nullptr);
}

TEST_CASE("a deep place is marked where it lies, and its skin is painted") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap("Find");
    clinic.type("Place", "left deep buttock");
    clinic.tap("Deep buttock, your left, Hip & buttock");
    CHECK(clinic.on_disk().marks.at(0).area == "hip_buttock_deep_buttock.l");
    clinic.level("Pain level", 6);
    clinic.driver->settle();
    const auto &places = test::resources().body->places();
    const auto &skin = places.tags_of_area("hip_buttock_buttock.l");
    REQUIRE_FALSE(skin.empty());
    CHECK(places.tags_of_area("hip_buttock_deep_buttock.l") == skin);
    CHECK(clinic.shell->body().looks.at(skin.front()).hatch != app::Hatch::none);
}

TEST_CASE("arrows choose a result, Enter takes it, and nothing found has a way out") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap("Find");
    clinic.type("Place", "unicorn");
    CHECK(clinic.node("No place with these words. Try one shorter word, or close this and tap the "
                      "body.") != nullptr);
    clinic.tap("Close");
    CHECK(clinic.node("Place") == nullptr);
    CHECK(clinic.on_disk().marks.empty());

    Clinic other;
    other.begin_new();
    other.tap("Find");
    other.type("Place", "calf");
    other.tap("Place");
    other.driver->press(engine::Key::down);
    CHECK(other.node("Calf, your right, Lower leg")->selected);
    other.driver->press(engine::Key::enter);
    CHECK(other.on_disk().marks.at(0).area == "lower_leg_calf.r");
}

TEST_CASE("a client's figure is on the disk at once, a drag over the build is one step") {
    Clinic clinic;
    clinic.begin_new();
    CHECK_FALSE(clinic.on_disk().figure);
    clinic.tap("Your figure");
    clinic.tap("Female");
    CHECK(clinic.on_disk().figure->variant == "female");
    CHECK(clinic.on_disk().figure->build == 0);
    const auto knob = [&] { return clinic.shell->tree().find("Build", engine::ui::Role::slider); };
    const engine::Rect slider = knob()->rect;
    CHECK(slider.h >= 48);
    const float y = slider.center().y;
    clinic.driver->drag({slider.center().x, y}, {slider.right() - 1, y});
    CHECK(clinic.on_disk().figure->build == 1);
    CHECK(knob()->value == "heavy");
    clinic.driver->press(engine::Key::z, true);
    CHECK(clinic.on_disk().figure->build == 0);
    CHECK(clinic.on_disk().figure->variant == "female");
    clinic.tap("Done");
    CHECK(knob() == nullptr);
}

TEST_CASE("the next session begins with the figure of the last one") {
    Clinic clinic;
    clinic.tap("Open brief");
    const std::string today = clinic.shell->document().id;
    app::Document earlier = clinic.workspace->past().back();
    earlier.figure = app::ClientFigure{"male", 0.5, {}};
    REQUIRE(clinic.store->save(earlier).ok());
    REQUIRE(clinic.workspace->open(today).ok());
    CHECK(shown_figure(clinic.shell->document()) ==
          app::ShownFigure{app::FigureVariant::male, 0.5F});
    app::OpenSession next{clinic.shell->document().client,
                          clinic.shell->document().appointment,
                          {},
                          "018f0c3e-7c1a-7b2e-9d51-3a4f6b7c8d90"};
    next.appointment.start.unix_ms += 1000;
    REQUIRE(clinic.workspace->start(next).ok());
    CHECK(clinic.shell->document().figure == earlier.figure);
    CHECK(clinic.workspace->past().size() >= 5);
}

TEST_CASE("the therapist chooses what exactly a mark and a focus area are about") {
    Clinic clinic;
    clinic.begin_new();
    clinic.tap_area("lower_leg_calf.l");
    clinic.tap("Done");
    clinic.tap("Back to the therapist");
    clinic.enter_pin();
    CHECK(clinic.node("Beneath") == nullptr);
    clinic.tap(calf_card);
    REQUIRE(clinic.node("Beneath") != nullptr);
    clinic.tap("Lower calf, soleus muscle");
    CHECK(clinic.on_disk().marks.at(0).regions == std::vector<std::string>{"soleus.l"});

    clinic.shell->go_to(app::Screen::plan);
    clinic.driver->settle();
    clinic.tap("Find");
    clinic.type("Place", "piriformus l");
    clinic.tap("Deep buttock, left, Piriformis muscle \u00B7 hip & buttock");
    const auto regions = [&] {
        const app::Document document = clinic.on_disk();
        const app::PlanItem *item = app::find_item(document, "hip_buttock_deep_buttock.l");
        REQUIRE(item != nullptr);
        return item->regions;
    };
    CHECK(regions() == std::vector<std::string>{"piriformis.l"});
    clinic.tap("Deep buttock, piriformis muscle");
    CHECK(regions().empty());
    // Both steps of the find were one for undo.
    clinic.driver->press(engine::Key::z, true);
    clinic.driver->press(engine::Key::z, true);
    CHECK(clinic.on_disk().plan.empty());
}
