#include "widgets_fixture.hpp"

using namespace engine;
using namespace engine::ui;
using namespace engine::ui::test;

namespace {

/// Two buttons and a switched-off one, with the number of taps of each.
struct Buttons {
    int first = 0, second = 0, off = 0;
    void operator()(Ui &ui) {
        first += button(ui, {100, 100, 200, 56}, {.name = "First"});
        second += button(ui, {400, 100, 200, 56}, {.name = "Second"});
        off += button(ui, {700, 100, 200, 56}, {.name = "Off", .enabled = false});
    }
};

} // namespace

TEST_CASE("A tap on a button counts once, also with down and up in one frame") {
    Buttons buttons;
    Bench bench(std::ref(buttons));
    bench.tap("First");
    CHECK(buttons.first == 1);
    bench.frames(0.2);
    CHECK(buttons.first == 1);

    const glm::vec2 at = bench.at("First");
    bench.frame({pointer(PointerAction::down, at, bench.now)});
    CHECK(buttons.first == 1);
    bench.frame({pointer(PointerAction::up, at, bench.now)});
    CHECK(buttons.first == 2);
    CHECK(buttons.second == 0);
}

TEST_CASE("A mouse click works like a tap, other mouse buttons do nothing") {
    Buttons buttons;
    Bench bench(std::ref(buttons));
    bench.tap("First", PointerKind::mouse);
    CHECK(buttons.first == 1);
    PointerEvent press{PointerAction::down, PointerKind::mouse, PointerButton::secondary, 0,
                       bench.at("First")};
    PointerEvent let_go = press;
    let_go.action = PointerAction::up;
    bench.frame({{bench.now, press}, {bench.now, let_go}});
    CHECK(buttons.first == 1);
}

TEST_CASE("Two widgets tapped in one frame both hear of it") {
    Buttons buttons;
    Bench bench(std::ref(buttons));
    bench.frame(joined(synthetic::tap(bench.at("First"), bench.now),
                       synthetic::tap(bench.at("Second"), bench.now + 0.01)));
    CHECK(buttons.first == 1);
    CHECK(buttons.second == 1);
}

TEST_CASE("Two taps on one widget in one frame count in two frames") {
    Buttons buttons;
    Bench bench(std::ref(buttons));
    bench.frame(joined(synthetic::tap(bench.at("First"), bench.now),
                       synthetic::tap(bench.at("First"), bench.now + 0.1)));
    CHECK(buttons.first == 1);
    CHECK(bench.ui->animating());
    bench.frame();
    CHECK(buttons.first == 2);
}

TEST_CASE("Leaving the button before lifting calls the tap off") {
    Buttons buttons;
    Bench bench(std::ref(buttons));
    const glm::vec2 at = bench.at("First");
    bench.frame(synthetic::drag(at, at + glm::vec2{0, 150}, bench.now, 0.2));
    CHECK(buttons.first == 0);
    bench.frame(synthetic::drag(at, bench.at("Second"), bench.now, 0.2));
    CHECK(buttons.first == 0);
    CHECK(buttons.second == 0);
    // A finger that trembles on the button still means it.
    bench.frame(synthetic::drag(at, at + glm::vec2{20, 4}, bench.now, 0.2));
    CHECK(buttons.first == 1);
}

TEST_CASE("A button that is off takes no taps and lets none through") {
    int behind = 0;
    Bench bench([&](Ui &ui) {
        behind += static_cast<int>(ui.canvas("Stage", {0, 0, 1280, 800}).size());
        if (button(ui, {100, 100, 200, 56}, {.name = "Off", .enabled = false}))
            FAIL("tapped");
    });
    bench.tap("Off");
    CHECK(behind == 0);
    CHECK_FALSE(bench.node("Off").enabled);
}

TEST_CASE("A second finger on the interface is ignored, a cancelled touch is no tap") {
    Buttons buttons;
    Bench bench(std::ref(buttons));
    const glm::vec2 first = bench.at("First");
    const glm::vec2 second = bench.at("Second");
    bench.frame({pointer(PointerAction::down, first, bench.now, 1),
                 pointer(PointerAction::down, second, bench.now, 2),
                 pointer(PointerAction::up, second, bench.now, 2),
                 pointer(PointerAction::up, first, bench.now, 1)});
    CHECK(buttons.first == 1);
    CHECK(buttons.second == 0);
    bench.frame({pointer(PointerAction::down, first, bench.now),
                 pointer(PointerAction::cancel, first, bench.now)});
    CHECK(buttons.first == 1);
}

TEST_CASE("A canvas gets all events that began on it, also a second finger, and no others") {
    std::vector<PointerEvent> got;
    int taps = 0;
    Bench bench([&](Ui &ui) {
        for (const InputEvent &event : ui.canvas("Stage", {0, 0, 800, 800}))
            if (const auto *pointer = std::get_if<PointerEvent>(&event.what))
                got.push_back(*pointer);
        taps += button(ui, {20, 20, 200, 56}, {.name = "Above"});
    });
    const double t = bench.now;
    bench.frame({pointer(PointerAction::down, {400, 400}, t, 1),
                 pointer(PointerAction::down, {500, 400}, t, 2),
                 pointer(PointerAction::move, {1000, 400}, t, 2)});
    REQUIRE(got.size() == 3);
    CHECK(got[1].id == 2);
    CHECK(got[2].position == glm::vec2{1000, 400});
    // Over the button, but it began on the canvas.
    bench.frame({pointer(PointerAction::move, {100, 40}, t, 1),
                 pointer(PointerAction::up, {100, 40}, t, 1),
                 pointer(PointerAction::up, {1000, 400}, t, 2)});
    CHECK(got.size() == 6);
    CHECK(taps == 0);
    got.clear();
    bench.tap("Above");
    CHECK(taps == 1);
    CHECK(got.empty());
    bench.frame({{bench.now, WheelEvent{{400, 400}, {0, 1}}}});
    CHECK(got.empty());
}

TEST_CASE("The wheel over a canvas goes to the canvas") {
    int wheels = 0;
    Bench bench([&](Ui &ui) {
        for (const InputEvent &event : ui.canvas("Stage", {0, 0, 800, 800}))
            wheels += std::holds_alternative<WheelEvent>(event.what);
    });
    bench.frame(
        {{bench.now, WheelEvent{{400, 400}, {0, 1}}}, {bench.now, WheelEvent{{900, 400}, {0, 1}}}});
    CHECK(wheels == 1);
}

TEST_CASE("Hover is for the mouse only") {
    Interaction seen;
    Bench bench([&](Ui &ui) {
        Node node;
        node.name = "Thing";
        node.role = Role::button;
        node.rect = {100, 100, 100, 100};
        seen = ui.widget(node);
    });
    bench.frame({pointer(PointerAction::move, {150, 150}, bench.now, 0, PointerKind::mouse)});
    CHECK(seen.hovered);
    bench.frame(synthetic::tap({150, 150}, bench.now));
    CHECK(seen.clicked);
    CHECK_FALSE(seen.hovered);
}

TEST_CASE("Tab walks what takes input, Enter and Space press it, other keys stay free") {
    Buttons buttons;
    std::vector<Key> free_keys;
    Bench bench([&](Ui &ui) {
        buttons(ui);
        for (const KeyEvent &key : ui.keys())
            free_keys.push_back(key.key);
    });
    CHECK_FALSE(bench.ui->keyboard_in_use());
    bench.key(Key::tab);
    CHECK(bench.ui->keyboard_in_use());
    bench.key(Key::enter);
    CHECK(buttons.first == 1);
    bench.key(Key::tab);
    bench.key(Key::space);
    CHECK(buttons.second == 1);
    bench.key(Key::tab); // the one that is off is left out
    bench.key(Key::enter);
    CHECK(buttons.first == 2);
    bench.key(Key::tab, false, true);
    bench.key(Key::enter);
    CHECK(buttons.second == 2);
    CHECK(buttons.off == 0);
    CHECK(free_keys.empty());
    bench.key(Key::escape);
    bench.key(Key::z, true);
    CHECK(free_keys == std::vector<Key>{Key::escape, Key::z});
    bench.tap("First");
    CHECK_FALSE(bench.ui->keyboard_in_use());
}

TEST_CASE("The tree has every widget with role, name and state, and the pressed one on top") {
    Bench bench([](Ui &ui) {
        text(ui, {10, 10, 300, 30}, "Done", {.role = Role::heading});
        button(ui, {10, 50, 200, 56}, {.name = "Done"});
        chip(ui, {10, 120, 200, 48}, "Ache", true);
        toggle(ui, {10, 200, 68, 48}, "Last session", false);
    });
    CHECK(bench.node("Done", Role::heading).takes_input == false);
    CHECK(bench.node("Done", Role::button).takes_input);
    CHECK(bench.node("Ache").selected);
    CHECK(bench.node("Ache").value == "on");
    CHECK(bench.node("Last session").value == "off");
    CHECK(bench.ui->tree().at({20, 60})->name == "Done");
    CHECK(bench.ui->tree().at({20, 20}) == nullptr);
    CHECK(bench.ui->tree().dump().find("chip \"Ache\" = \"on\" at 10,120 200x48 input selected") !=
          std::string::npos);
}
