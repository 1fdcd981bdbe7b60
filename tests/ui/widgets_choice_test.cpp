#include "widgets_fixture.hpp"

#include <array>

using namespace engine;
using namespace engine::ui;
using namespace engine::ui::test;

namespace {

struct Slider {
    Ramp ramp = warm_ramp(light_theme());
    std::optional<int> level;
    int reports = 0;
    void operator()(Ui &ui) {
        const auto picked = level_slider(ui, {100, 100, 550, 120},
                                         {.name = "Level",
                                          .ramp = &ramp,
                                          .level = level,
                                          .low_word = "low",
                                          .high_word = "high"});
        if (!picked)
            return;
        CHECK(picked != level);
        ++reports;
        level = picked;
    }
    /// The middle of a cell.
    static glm::vec2 cell(int index) {
        return {100 + 50 * (static_cast<float>(index) + 0.5F), 130};
    }
};

} // namespace

TEST_CASE("A tap on a cell of the level slider picks its level") {
    Slider slider;
    Bench bench(std::ref(slider));
    CHECK(bench.node("Level").value.empty());
    for (const int level : {0, 6, 10}) {
        bench.frame(synthetic::tap(Slider::cell(level), bench.now));
        CHECK(slider.level == level);
        bench.frame();
        CHECK(bench.node("Level").value == std::to_string(level));
    }
    const int before = slider.reports;
    bench.frame(synthetic::tap(Slider::cell(10), bench.now));
    CHECK(slider.reports == before);
}

TEST_CASE("Dragging along the slider follows the finger, also beyond its ends") {
    Slider slider;
    slider.level = 3;
    Bench bench(std::ref(slider));
    const double t = bench.now;
    bench.frame({pointer(PointerAction::down, Slider::cell(3), t)});
    CHECK(slider.level == 3);
    bench.frame({pointer(PointerAction::move, Slider::cell(5), t)});
    CHECK(slider.level == 5);
    bench.frame({pointer(PointerAction::move, {1200, 300}, t)});
    CHECK(slider.level == 10);
    bench.frame({pointer(PointerAction::move, Slider::cell(8), t),
                 pointer(PointerAction::up, Slider::cell(8), t)});
    CHECK(slider.level == 8);
    bench.frame();
    CHECK(slider.level == 8);
}

TEST_CASE("Keys move the level and stop at its ends") {
    Slider slider;
    Bench bench(std::ref(slider));
    bench.key(Key::tab);
    bench.key(Key::right);
    CHECK(slider.level == 0);
    bench.key(Key::right);
    CHECK(slider.level == 1);
    bench.key(Key::left);
    bench.key(Key::left);
    CHECK(slider.level == 0);
    bench.key(Key::end);
    CHECK(slider.level == 10);
    bench.key(Key::up);
    CHECK(slider.level == 10);
    bench.key(Key::page_down);
    CHECK(slider.level == 7);
    bench.key(Key::home);
    CHECK(slider.level == 0);
    bench.key(Key::enter);
    CHECK(slider.level == 0);
    // Two arrows in one frame are two steps.
    bench.frame(
        joined(synthetic::press(Key::right, bench.now), synthetic::press(Key::right, bench.now)));
    bench.frame();
    CHECK(slider.level == 2);
}

TEST_CASE("The stepper counts by its step, repeats while held and stops at its limits") {
    int value = 10;
    Bench bench([&](Ui &ui) {
        const auto picked = stepper(
            ui, {100, 100, 208, 60},
            {.name = "Hold", .value = value, .low = 0, .high = 60, .step = 5, .unit = " s"});
        value = picked.value_or(value);
    });
    CHECK(bench.node("Hold").value == "10 s");
    bench.tap("Hold more");
    CHECK(value == 15);
    bench.tap("Hold less");
    bench.tap("Hold less");
    CHECK(value == 5);
    bench.tap("Hold less");
    CHECK(value == 0);
    bench.frame();
    CHECK_FALSE(bench.node("Hold less").enabled);
    bench.tap("Hold less");
    CHECK(value == 0);

    const glm::vec2 more = bench.at("Hold more");
    bench.frame({pointer(PointerAction::down, more, bench.now)});
    bench.frame({}, 0.39);
    CHECK(value == 0);
    CHECK(bench.ui->wake_at_s().has_value());
    bench.frame({}, 0.05);
    CHECK(value == 5);
    bench.frame({}, 0.24);
    CHECK(value == 15);
    bench.frame({pointer(PointerAction::up, more, bench.now)});
    CHECK(value == 15); // letting go after repeats is no tap
    bench.frames(0.5);
    CHECK(value == 15);

    bench.key(Key::tab);
    bench.key(Key::right);
    CHECK(value == 20);
    bench.key(Key::end);
    CHECK(value == 60);
}

TEST_CASE("A segmented control gives the tapped index, arrows go to the neighbours") {
    int selected = 0;
    constexpr std::array<Segment, 3> segments{
        {{.name = "Front"}, {.name = "Back"}, {.name = "Soles"}}};
    Bench bench([&](Ui &ui) {
        selected =
            segmented(ui, {100, 100, 500, 56}, "View", segments, selected).value_or(selected);
    });
    CHECK(bench.node("Front").selected);
    bench.tap("Soles");
    CHECK(selected == 2);
    bench.frame();
    CHECK(bench.node("Soles").selected);
    CHECK_FALSE(bench.node("Front").selected);
    bench.key(Key::left);
    CHECK(selected == 1);
    bench.frame();
    bench.key(Key::left);
    CHECK(selected == 0);
    bench.frame();
    bench.key(Key::left);
    CHECK(selected == 0);
}

TEST_CASE("Chip, toggle, card, badge and rail tell their taps") {
    int chips = 0;
    int toggles = 0;
    int cards = 0;
    int badges = 0;
    std::optional<int> item;
    constexpr std::array<RailItem, 2> items{
        {{"Brief", Icon::clipboard_list}, {"Plan", Icon::list_checks}}};
    Bench bench([&](Ui &ui) {
        if (const auto tapped = rail(ui, {0, 0, 104, 800}, "Session", items, 0))
            item = tapped;
        chips += chip(ui, {200, 100, 160, 48}, "Ache", false);
        toggles += toggle(ui, {400, 100, 68, 48}, "Last session", true);
        cards += card(ui, {200, 200, 300, 100}, {.name = "Row", .target = true});
        card(ui, {200, 320, 300, 100}, {.name = "Plain"});
        badges += badge(ui, {700, 300}, 48, {.name = "Level 6", .words = "6", .target = true});
    });
    bench.tap("Ache");
    bench.tap("Last session");
    bench.tap("Row");
    bench.tap("Level 6");
    bench.tap("Plan");
    CHECK(chips == 1);
    CHECK(toggles == 1);
    CHECK(cards == 1);
    CHECK(badges == 1);
    CHECK(item == 1);
    CHECK(bench.node("Brief").selected);
    CHECK(bench.ui->tree().find("Plain") == nullptr);
}
