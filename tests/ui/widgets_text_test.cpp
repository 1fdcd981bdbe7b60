#include "ui/text_edit.hpp"
#include "widgets_fixture.hpp"

using namespace engine;
using namespace engine::ui;
using namespace engine::ui::test;

namespace {

struct Field {
    TextFieldSpec spec{.name = "Note"};
    std::string text;
    int commits = 0, changes = 0, other = 0;
    void operator()(Ui &ui) {
        const TextFieldEvent event =
            text_field(ui, {100, 100, 400, spec.multiline ? 200.0F : 56.0F}, spec, text);
        commits += event.committed;
        changes += event.changed;
        other += button(ui, {100, 400, 200, 56}, {.name = "Other"});
    }
};

} // namespace

TEST_CASE("A tapped text field takes what is typed, in any language, and Enter commits") {
    Field field;
    Bench bench(std::ref(field));
    CHECK_FALSE(bench.ui->text_input().has_value());
    bench.type("lost");
    CHECK(field.text.empty());
    bench.tap("Note");
    REQUIRE(bench.ui->text_input().has_value());
    CHECK(bench.ui->text_input()->y == 100);
    bench.type("Größe \xC5\xBB");
    bench.frames(0.1);
    CHECK(field.text == "Größe \xC5\xBB");
    CHECK(field.commits == 0);
    bench.key(Key::enter);
    bench.frame();
    CHECK(field.commits == 1);
    CHECK_FALSE(bench.ui->text_input().has_value());
    CHECK(bench.node("Note").value == "Größe \xC5\xBB");
}

TEST_CASE("Tap and typing in one frame arrive in order") {
    Field field;
    Bench bench(std::ref(field));
    bench.frame(
        joined(synthetic::tap(bench.at("Note"), bench.now), synthetic::type("abc", bench.now)));
    bench.frames(0.1);
    CHECK(field.text == "abc");
}

TEST_CASE("Leaving an edited field commits it once, an unedited one not at all") {
    Field field;
    Bench bench(std::ref(field));
    bench.tap("Note");
    bench.key(Key::escape);
    bench.frame();
    CHECK(field.commits == 0);
    bench.tap("Note");
    bench.type("x");
    bench.tap("Other");
    bench.frame();
    CHECK(field.commits == 1);
    CHECK(field.other == 1);
    bench.tap("Note");
    bench.type("y");
    bench.key(Key::tab);
    bench.frame();
    CHECK(field.commits == 2);
    CHECK(field.text == "xy");
}

TEST_CASE("What was typed before a tap elsewhere in the same frame is kept") {
    Field field;
    Bench bench(std::ref(field));
    bench.tap("Note");
    bench.frame(joined(synthetic::type("ab", bench.now),
                       synthetic::tap(bench.at("Other"), bench.now + 0.2)));
    bench.settle();
    CHECK(field.text == "ab");
    CHECK(field.commits == 1);
    CHECK(field.other == 1);
}

TEST_CASE("A screen can open with the focus in a field that was not there before") {
    Field field;
    bool there = false;
    Bench bench([&](Ui &ui) {
        if (there)
            field(ui);
    });
    there = true;
    bench.ui->focus(bench.ui->id("Note"));
    bench.frame();
    bench.type("abc");
    bench.frame();
    CHECK(field.text == "abc");
}

TEST_CASE("Keys edit at the caret and never reach the shortcuts") {
    Field field;
    int free_keys = 0;
    Bench bench([&](Ui &ui) {
        field(ui);
        free_keys += static_cast<int>(ui.keys().size());
    });
    bench.tap("Note");
    bench.type("ab\xC3\xA9");
    bench.key(Key::left);
    bench.key(Key::backspace);
    bench.frame();
    CHECK(field.text == "a\xC3\xA9");
    bench.key(Key::del);
    bench.frame();
    CHECK(field.text == "a");
    bench.key(Key::a, true);
    bench.type("z");
    bench.frame();
    CHECK(field.text == "z");
    bench.key(Key::a, true);
    bench.key(Key::x, true);
    bench.frame();
    CHECK(field.text.empty());
    bench.key(Key::v, true);
    bench.key(Key::v, true);
    bench.frame();
    CHECK(field.text == "zz");
    bench.key(Key::z, true);
    CHECK(free_keys == 0);
}

TEST_CASE("A text never grows beyond its limit and keeps whole characters") {
    Field field;
    field.spec.max_bytes = 5;
    Bench bench(std::ref(field));
    bench.tap("Note");
    bench.type("abcd\xC3\xA9"
               "f");
    bench.frames(0.1);
    CHECK(field.text == "abcdf");
}

TEST_CASE("In a field of several lines Enter breaks the line") {
    Field field;
    field.spec.multiline = true;
    Bench bench(std::ref(field));
    bench.tap("Note");
    bench.type("one\ntwo");
    bench.frames(0.2);
    CHECK(field.text == "one\ntwo");
    CHECK(field.commits == 0);
    bench.key(Key::up);
    bench.key(Key::home);
    bench.type("0");
    bench.frame();
    CHECK(field.text == "0one\ntwo");
}

TEST_CASE("The caret goes where the field is tapped") {
    Field field;
    field.text = "mmmmmmmmmm";
    Bench bench(std::ref(field));
    const float width = text_width(*bench.ui, "mmm", engine::ui::Font::body);
    bench.frame(synthetic::tap({100 + 18 + width, 128}, bench.now));
    bench.type("|");
    bench.frame();
    CHECK(field.text == "mmm|mmmmmmm");
}

TEST_CASE("Buttons and headings take a second line or smaller letters before words are cut") {
    const TextStyle heading{.font = Font::heading, .middle = true, .role = Role::heading};
    Bench bench([&](Ui &ui) {
        button(ui, {10, 10, 130, 56}, {.name = "A very long name"});
        text(ui, {10, 100, 200, 56}, "A heading of five words", heading);
        text(ui, {10, 200, 100, 56}, "A heading that smaller letters cannot save either", heading);
        badge(ui, {300, 300}, 40, {.name = "small", .words = "6", .target = true});
    });
    CHECK_FALSE(bench.node("A very long name").clipped_text);
    CHECK_FALSE(bench.node("A heading of five words").clipped_text);
    CHECK(bench.node("A heading that smaller letters cannot save either").clipped_text);
    CHECK(bench.node("small").rect.w == 48); // as large for fingers as any target
}

TEST_CASE("Words that do not fit are shortened and reported") {
    Bench bench([](Ui &ui) {
        text(ui, {10, 10, 100, 30}, "Short");
        text(ui, {10, 50, 100, 30}, "These words do not fit in here");
        text(ui, {10, 90, 100, 0}, "These words fit when wrapped", {.wrap = true});
        text(ui, {10, 290, 100, 52}, "These words need more than the two lines", {.wrap = true});
        button(ui, {10, 400, 120, 56}, {.name = "A very long name that has no end"});
        chip(ui, {10, 500, 80, 48}, "Too long for a chip", true);
        pill(ui, {10, 600, 60, 36}, "Too long", Icon::check, Tone::good);
    });
    CHECK_FALSE(bench.node("Short").clipped_text);
    CHECK(bench.node("These words do not fit in here").clipped_text);
    CHECK_FALSE(bench.node("These words fit when wrapped").clipped_text);
    CHECK(bench.node("These words need more than the two lines").clipped_text);
    CHECK(bench.node("A very long name that has no end").clipped_text);
    CHECK(bench.node("Too long for a chip").clipped_text);
    CHECK(bench.node("Too long").clipped_text);
}

TEST_CASE("A button as wide as it asks for shows its whole name at every text scale") {
    for (const int percent : {100, 150, 200}) {
        const ButtonSpec spec{.name = "Hand over to Maya",
                              .style = ButtonStyle::primary,
                              .icon = Icon::tablet,
                              .trailing = Icon::next};
        Bench bench(
            [&](Ui &ui) { button(ui, {10, 10, button_width(ui, spec), ui.text_px(64)}, spec); },
            text_scale(percent));
        CHECK_FALSE(bench.node("Hand over to Maya").clipped_text);
    }
}

TEST_CASE("The text scale doubles the type, the window scales everything") {
    Bench bench([](Ui &) {});
    using engine::ui::Font;
    const float single = bench.ui->font_size(Font::body);
    CHECK(single == Approx(18));
    CHECK(bench.ui->line_height(Font::body) == Approx(26));
    const float width = text_width(*bench.ui, "Pressure", Font::body);
    const int generation = bench.ui->font_generation();
    UiConfig config = bench.ui->config();
    config.text_scale_percent = 200;
    bench.ui->configure(config);
    bench.frame();
    CHECK(bench.ui->font_generation() == generation + 1);
    CHECK(bench.ui->font_size(Font::body) == Approx(36));
    CHECK(text_width(*bench.ui, "Pressure", Font::body) == Approx(2 * width).epsilon(0.01));
    CHECK(bench.ui->text_px(56) == Approx(112));
    CHECK(bench.ui->px(56) == Approx(56));
    bench.size = {1920, 1200};
    bench.frame();
    CHECK(bench.ui->scale() == Approx(1.5));
    CHECK(bench.ui->font_size(Font::body) == Approx(54));
    bench.size = {800, 1280};
    bench.frame();
    CHECK(bench.ui->scale() == Approx(1));
}

TEST_CASE("Missing fonts are said in words") {
    UiConfig config;
    config.fonts = "/nowhere";
    const auto made = Ui::create(config);
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().message.find("Inter-Medium.otf") != std::string::npos);
    CHECK(made.error().message.find("Install") != std::string::npos);
}

TEST_CASE("UTF-8 is read by characters, broken bytes one at a time") {
    const std::string text = "a\xC3\xA9\xE2\x82\xAC\xFFz";
    std::vector<char32_t> codes;
    for (std::size_t at = 0; at < text.size();)
        codes.push_back(decode_utf8(text, at));
    CHECK(codes == std::vector<char32_t>{U'a', 0xE9, 0x20AC, 0xFFFD, U'z'});
    CHECK(next_char(text, 1) == 3);
    CHECK(previous_char(text, 6) == 3);
}
