#include "widgets_fixture.hpp"

using namespace engine;
using namespace engine::ui;
using namespace engine::ui::test;

namespace {

// The line runs from 118 to 582: a knob's half in from either end.
struct PlainSlider {
    float value = 0;
    int reports = 0;
    void operator()(Ui &ui) {
        const auto picked = slider(ui, {100, 100, 500, slider_height(ui)},
                                   {.name = "Size",
                                    .value = value,
                                    .low = -1,
                                    .high = 1,
                                    .step = 0.25F,
                                    .value_words = value > 0 ? "large" : "not large",
                                    .low_word = "small",
                                    .high_word = "large"});
        if (!picked)
            return;
        CHECK(*picked != value);
        ++reports;
        value = *picked;
    }
};

constexpr float line_y = 128, left = 118, middle = 350, right = 582;

} // namespace

TEST_CASE("A tap moves the knob to the nearest step, near the middle to the middle") {
    PlainSlider slider;
    Bench bench(std::ref(slider));
    CHECK(bench.node("Size").rect.h >= 48);
    CHECK(bench.node("Size").value == "not large");
    bench.frame(synthetic::tap({right, line_y}, bench.now));
    CHECK(slider.value == 1);
    bench.frame();
    CHECK(bench.node("Size").value == "large");
    bench.frame(synthetic::tap({middle + 60, line_y}, bench.now));
    CHECK(slider.value == 0.25F);
    bench.frame(synthetic::tap({middle + 15, line_y}, bench.now));
    CHECK(slider.value == 0);
    bench.frame(synthetic::tap({left - 10, line_y}, bench.now));
    CHECK(slider.value == -1);
    const int before = slider.reports;
    bench.frame(synthetic::tap({left, line_y}, bench.now));
    CHECK(slider.reports == before);
}

TEST_CASE("A drag follows the finger beyond the end") {
    PlainSlider slider;
    Bench bench(std::ref(slider));
    const double t = bench.now;
    bench.frame({pointer(PointerAction::down, {middle, line_y}, t)});
    CHECK(slider.value == 0);
    bench.frame({pointer(PointerAction::move, {middle + 120, line_y}, t)});
    CHECK(slider.value == 0.5F);
    bench.frame({pointer(PointerAction::move, {1200, 500}, t)});
    CHECK(slider.value == 1);
    bench.frame({pointer(PointerAction::up, {1200, 500}, t)});
    CHECK(slider.value == 1);
}

TEST_CASE("Keys move the knob by steps and to the ends, not further") {
    PlainSlider slider;
    Bench bench(std::ref(slider));
    const auto press = [&](Key key) {
        bench.key(key);
        bench.frame();
        return slider.value;
    };
    bench.key(Key::tab);
    bench.frame();
    CHECK(press(Key::right) == 0.25F);
    CHECK(press(Key::down) == 0);
    CHECK(press(Key::home) == -1);
    CHECK(press(Key::left) == -1);
    CHECK(press(Key::end) == 1);
    CHECK(press(Key::up) == 1);
}

TEST_CASE("In a field of one line, Enter and the up and down arrows are told") {
    struct Field {
        std::string text;
        int steps = 0, entered = 0;
        void operator()(Ui &ui) {
            const TextFieldEvent event =
                text_field(ui, {100, 100, 400, 56}, {.name = "Word"}, text);
            steps += event.steps;
            entered += event.entered;
        }
    } field;
    Bench bench(std::ref(field));
    bench.tap("Word");
    bench.type("ab");
    bench.key(Key::down);
    bench.key(Key::down);
    bench.key(Key::up);
    bench.frames(0.1);
    CHECK(field.steps == 1);
    CHECK(field.entered == 0);
    bench.type("c");
    bench.frame();
    CHECK(field.text == "abc");
    bench.key(Key::enter);
    bench.frame();
    CHECK(field.entered == 1);
}
