#include "widgets_fixture.hpp"

using namespace engine;
using namespace engine::ui;
using namespace engine::ui::test;

namespace {

/// Twenty rows of 80 px in a view of 400 px.
struct List {
    int taps = 0;
    void operator()(Ui &ui) {
        ScrollArea area(ui, "List", {100, 100, 600, 400});
        Rect rest = area.content();
        for (int i = 0; i < 20; ++i)
            taps += card(ui, cut_top(rest, 70, 10),
                         {.name = "Row " + std::to_string(i), .target = true});
        area.used(20 * 80 - 10);
    }
};

} // namespace

TEST_CASE("A finger scrolls the list under it and presses nothing") {
    List list;
    Bench bench(std::ref(list));
    CHECK(bench.node("Row 0").rect.y == 100);
    bench.frame(synthetic::drag({300, 400}, {300, 300}, bench.now, 0.5));
    CHECK(list.taps == 0);
    bench.frame();
    CHECK(bench.node("Row 1").rect.y < 180 - 70);
    CHECK(list.taps == 0);
    bench.settle();
    bench.tap("Row 5");
    CHECK(list.taps == 1);
}

TEST_CASE("A slow finger stops where it lifts, a fast one flings, and every fling ends") {
    List list;
    Bench bench(std::ref(list));
    auto slow = synthetic::drag({300, 400}, {300, 300}, bench.now, 0.5);
    slow.back().time_s += 0.3; // rests before it lifts
    bench.frame(slow);
    bench.frame();
    const float before = bench.node("Row 4").rect.y;
    CHECK(before >= 420 - 100); // less the way that told the drag from a tap
    CHECK(before < 420 - 80);
    bench.frames(0.5);
    CHECK(bench.node("Row 4").rect.y == Approx(before));

    bench.frame(synthetic::drag({300, 400}, {300, 340}, bench.now, 0.05));
    CHECK(bench.ui->animating());
    bench.frames(0.1);
    CHECK(bench.node("Row 5").rect.y < before + 80 - 60 - 20);
    bench.settle();
}

TEST_CASE("The list ends where its content ends") {
    List list;
    Bench bench(std::ref(list));
    for (int i = 0; i < 40; ++i)
        bench.frame({{bench.now, WheelEvent{{300, 300}, {0, -1}}}});
    bench.frame();
    CHECK(bench.node("Row 19").rect.bottom() == Approx(500));
    CHECK(bench.ui->tree().find("Row 0") == nullptr);
    for (int i = 0; i < 40; ++i)
        bench.frame({{bench.now, WheelEvent{{300, 300}, {0, 1}}}});
    bench.frame();
    CHECK(bench.node("Row 0").rect.y == Approx(100));
}

TEST_CASE("What is scrolled out cannot be tapped") {
    List list;
    Bench bench(std::ref(list));
    bench.frame(synthetic::tap({300, 540}, bench.now)); // where row 5 would be below the view
    CHECK(list.taps == 0);
}

TEST_CASE("Tab brings rows into view") {
    List list;
    Bench bench(std::ref(list), less_motion());
    for (int i = 0; i < 12; ++i)
        bench.key(Key::tab);
    bench.frame();
    const Rect row = bench.node("Row 11").visible;
    CHECK(row.h == Approx(70));
    bench.key(Key::enter);
    CHECK(list.taps == 1);
}

TEST_CASE("In a list, a slider keeps a level movement and gives an upright one to the list") {
    std::optional<int> level = 2;
    const Ramp ramp = warm_ramp(light_theme());
    Bench bench([&](Ui &ui) {
        ScrollArea area(ui, "List", {100, 100, 600, 400});
        const Rect place = area.content();
        if (const auto picked = level_slider(ui, {place.x, place.y + 200, 550, 120},
                                             {.name = "Level", .ramp = &ramp, .level = level}))
            level = picked;
        area.used(900);
    });
    auto upright = synthetic::drag({225, 330}, {225, 230}, bench.now, 0.3);
    upright.back().time_s += 0.3;
    bench.frame(upright);
    CHECK(level == 2);
    bench.frame();
    CHECK(bench.node("Level").rect.y < 300 - 80);
    const float y = bench.node("Level").rect.center().y;
    bench.frame(synthetic::drag({225, y}, {375, y + 5}, bench.now, 0.3));
    CHECK(level == 5);
}

TEST_CASE("A sheet covers the whole of its place, and the screen beside it stays alive") {
    int below = 0;
    int beside = 0;
    int done = 0;
    bool open = false;
    Bench bench([&](Ui &ui) {
        below += button(ui, {900, 300, 200, 56}, {.name = "Below"});
        beside += button(ui, {100, 300, 200, 56}, {.name = "Beside"});
        const Sheet sheet(ui, "Sheet", open, {680, 0, 600, 800});
        if (sheet.visible())
            done += button(ui, {900, 700, 200, 64}, {.name = "Done"});
    });
    bench.tap("Below");
    CHECK(below == 1);
    open = true;
    bench.settle();
    CHECK(bench.node("Sheet").rect.x == Approx(680));
    bench.frame(synthetic::tap({1000, 328}, bench.now));
    CHECK(below == 1);
    bench.tap("Beside");
    CHECK(beside == 1);
    bench.tap("Done");
    CHECK(done == 1);
    open = false;
    bench.settle();
    CHECK(bench.ui->tree().find("Sheet") == nullptr);
    bench.tap("Below");
    CHECK(below == 2);
}

TEST_CASE("A sheet slides in, and with less motion it is there at once") {
    bool open = false;
    const auto screen = [&](Ui &ui) { const Sheet sheet(ui, "Sheet", open, {680, 0, 600, 800}); };
    Bench moving(screen);
    open = true;
    moving.frame();
    moving.frame();
    CHECK(moving.node("Sheet").rect.x > 700);
    CHECK(moving.ui->animating());
    moving.frames(0.25);
    CHECK(moving.node("Sheet").rect.x == Approx(680));
    CHECK_FALSE(moving.ui->animating());

    open = false;
    Bench still(screen, less_motion());
    open = true;
    still.frame();
    CHECK(still.node("Sheet").rect.x == Approx(680));
    CHECK_FALSE(still.ui->animating());
}

TEST_CASE("A toast offers its action for five seconds") {
    int undone = 0;
    double since = 0;
    Bench bench([&](Ui &ui) {
        undone += toast(ui, {16, 80, 640, 700}, since,
                        {.words = "Mark removed", .icon = Icon::trash, .action = "Undo"});
    });
    since = bench.now;
    bench.frames(1);
    CHECK_FALSE(bench.ui->animating());
    REQUIRE(bench.ui->wake_at_s().has_value());
    CHECK(*bench.ui->wake_at_s() == Approx(since + 4.8));
    bench.tap("Undo");
    CHECK(undone == 1);
    bench.frames(4.1);
    CHECK(bench.ui->tree().find("Undo") == nullptr);
}
