#include "catch.hpp"
#include "input/recording.hpp"
#include "input/synthetic.hpp"

#include <limits>

using namespace engine;

namespace {

std::vector<InputEvent> one_of_each() {
    return {
        {0, ResizeEvent{1280, 800}},
        {0.1, PointerEvent{PointerAction::down,
                           PointerKind::touch,
                           PointerButton::primary,
                           5,
                           {0.1F, 799.9999F},
                           1.0F / 3}},
        {0.1,
         PointerEvent{
             PointerAction::move, PointerKind::mouse, PointerButton::middle, 0, {-3, 1e-30F}, 1}},
        {1.0 / 3, PointerEvent{PointerAction::up,
                               PointerKind::pen,
                               PointerButton::secondary,
                               std::numeric_limits<std::int64_t>::min(),
                               {16777217.0F, 2},
                               0}},
        {2,
         PointerEvent{
             PointerAction::cancel, PointerKind::mouse, PointerButton::primary, 0, {0, 0}, 1}},
        {3, WheelEvent{{640, 200}, {0.25F, -1}}},
        {4, KeyEvent{Key::page_up, true, true, false, true}},
        {4, KeyEvent{Key::z, false, false, true, false}},
        {5, TextEvent{" Zo\xC3\xAB \\n\r\n\\ "}},
        {5, TextEvent{""}},
        {1e9, CloseEvent{}},
    };
}

std::string mistake_of(std::string_view body) {
    const auto read = read_recording("input-recording 1\n" + std::string(body));
    REQUIRE_FALSE(read);
    return read.error().message;
}

bool message_says(const std::string &message, std::string_view words) {
    INFO(message);
    return message.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("a recording reads as the events that were written, to the last bit") {
    const auto events = one_of_each();
    const auto read = read_recording(write_recording(events));
    REQUIRE(read);
    REQUIRE(read->size() == events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        INFO("event " << i);
        CHECK((*read)[i] == events[i]);
    }
}

TEST_CASE("every key has a word of its own") {
    for (int key = 0; key <= static_cast<int>(Key::digit_9); ++key) {
        const std::vector<InputEvent> events{{0, KeyEvent{static_cast<Key>(key)}}};
        const auto read = read_recording(write_recording(events));
        REQUIRE(read);
        CHECK(*read == events);
    }
}

TEST_CASE("the text of a recording is what it says") {
    const std::vector<InputEvent> events{{0.5, PointerEvent{PointerAction::down,
                                                            PointerKind::touch,
                                                            PointerButton::primary,
                                                            3,
                                                            {640.5F, 200},
                                                            0.75F}},
                                         {1, KeyEvent{Key::z, true, true, true, false}},
                                         {1.25, TextEvent{"a\nb"}}};
    CHECK(write_recording(events) == "input-recording 1\n"
                                     "0.5 down touch primary 3 640.5 200 0.75\n"
                                     "1 key down z shift control\n"
                                     "1.25 text a\\nb\n");
}

TEST_CASE("notes and empty lines are skipped") {
    const auto read = read_recording("input-recording 1\n\n# the calf\n2 close\n");
    REQUIRE(read);
    CHECK(*read == std::vector<InputEvent>{{2, CloseEvent{}}});
    CHECK(read_recording("input-recording 1")->empty());
}

TEST_CASE("a damaged recording is refused with the line") {
    for (const char *text : {"", "\n", "input-recording 2\n1 close\n", "{}"}) {
        const auto read = read_recording(text);
        REQUIRE_FALSE(read);
        CHECK(message_says(read.error().message, "line 1: it must be \"input-recording 1\""));
    }
    CHECK(message_says(mistake_of("0 close\n# x\n1 jump\n"), "line 4: \"jump\" is not a word"));
    CHECK(message_says(mistake_of("soon close\n"), "line 2: \"soon\" is not a number"));
    CHECK(message_says(mistake_of("nan close\n"), "line 2: \"nan\" is not a number"));
    CHECK(message_says(mistake_of("1 resize 10\n"), "line 2: \"\" is not a number"));
    CHECK(message_says(mistake_of("1 resize 10 99999999999\n"), "line 2: \"99999999999\" is not"));
    CHECK(message_says(mistake_of("1 resize 10 20 30\n"), "line 2: there is more"));
    CHECK(message_says(mistake_of("1 down paw primary 1 2 3 1\n"), "line 2: \"paw\""));
    CHECK(message_says(mistake_of("1 key down f13\n"), "line 2: \"f13\""));
    CHECK(message_says(mistake_of("1 key down z hyper\n"), "line 2: \"hyper\""));
    CHECK(message_says(mistake_of("1 text a\\b\n"), "line 2: a backslash"));
    CHECK(message_says(mistake_of("1 text a\\"), "line 2: a backslash"));
    CHECK(message_says(mistake_of("2 close\n1 close\n"), "line 3: the time goes back"));
}

TEST_CASE("the player gives each event once, when its time has come") {
    InputPlayer player({{1, CloseEvent{}}, {1, TextEvent{"a"}}, {2, TextEvent{"b"}}});
    CHECK(player.due(0.5).empty());
    CHECK(player.next_time_s() == 1.0);
    CHECK(player.due(1).size() == 2);
    CHECK(player.due(1).empty());
    CHECK(player.next_time_s() == 2.0);
    const auto last = player.due(99);
    REQUIRE(last.size() == 1);
    CHECK(std::get<TextEvent>(last[0].what).utf8 == "b");
    CHECK_FALSE(player.next_time_s());
    CHECK(player.due(100).empty());
}

TEST_CASE("made-up input is in order and ends where it began") {
    const auto drag = synthetic::drag({10, 20}, {110, 70}, 1, 0.5);
    REQUIRE(drag.size() == 32); // down, 60 moves a second, up
    CHECK(std::get<PointerEvent>(drag.front().what).position == glm::vec2(10, 20));
    CHECK(std::get<PointerEvent>(drag[15].what).position == glm::vec2(60, 45));
    CHECK(std::get<PointerEvent>(drag.back().what).action == PointerAction::up);
    CHECK(std::get<PointerEvent>(drag.back().what).position == glm::vec2(110, 70));
    CHECK(drag.back().time_s == 1.5);

    const auto click = synthetic::tap({5, 6}, 2, PointerKind::mouse);
    REQUIRE(click.size() == 3);
    CHECK(std::get<PointerEvent>(click[0].what).action == PointerAction::move);
    CHECK(std::get<PointerEvent>(click[1].what).action == PointerAction::down);
    CHECK(std::get<PointerEvent>(click[1].what).id == 0);
    CHECK(synthetic::tap({5, 6}, 2).size() == 2);

    const auto typed = synthetic::type("o\xC3\xAB\n\xE2\x82\xAC\xF0\x9F\x99\x82", 0);
    REQUIRE(typed.size() == 6);
    CHECK(std::get<TextEvent>(typed[1].what).utf8 == "\xC3\xAB");
    CHECK(std::get<KeyEvent>(typed[2].what).key == Key::enter);
    CHECK(std::get<TextEvent>(typed[4].what).utf8 == "\xE2\x82\xAC");
    CHECK(std::get<TextEvent>(typed[5].what).utf8 == "\xF0\x9F\x99\x82");

    for (const auto &events : {drag, click, typed, synthetic::pinch({0, 0}, 10, 20, 0, 0.2)})
        CHECK(read_recording(write_recording(events)).ok());
}
