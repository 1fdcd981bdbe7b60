#include "catch.hpp"
#include "input/gesture.hpp"
#include "input/synthetic.hpp"

using namespace engine;

namespace {

/// A recogniser with a hand: every call returns the gestures that it caused.
class Hand {
  public:
    explicit Hand(PointerKind kind = PointerKind::touch, const GestureConfig &config = {})
        : kind_(kind), recognizer_(config) {}

    std::vector<Gesture> down(glm::vec2 at, std::int64_t finger = 1,
                              PointerButton button = PointerButton::primary) {
        return pointer(PointerAction::down, at, finger, button);
    }
    std::vector<Gesture> move(glm::vec2 at, std::int64_t finger = 1) {
        return pointer(PointerAction::move, at, finger, PointerButton::primary);
    }
    std::vector<Gesture> up(glm::vec2 at, std::int64_t finger = 1,
                            PointerButton button = PointerButton::primary) {
        return pointer(PointerAction::up, at, finger, button);
    }
    std::vector<Gesture> cancel() {
        return pointer(PointerAction::cancel, {0, 0}, 1, PointerButton::primary);
    }
    std::vector<Gesture> handle(const InputEvent &event) {
        std::vector<Gesture> gestures;
        recognizer_.handle(event, gestures);
        return gestures;
    }
    std::vector<Gesture> tick() {
        std::vector<Gesture> gestures;
        recognizer_.tick(time_s, gestures);
        return gestures;
    }
    std::optional<double> next_tick_s() const { return recognizer_.next_tick_s(); }

    double time_s = 1;

  private:
    std::vector<Gesture> pointer(PointerAction action, glm::vec2 at, std::int64_t finger,
                                 PointerButton button) {
        const std::int64_t id = kind_ == PointerKind::mouse ? 0 : finger;
        return handle({time_s, PointerEvent{action, kind_, button, id, at, 1}});
    }

    PointerKind kind_;
    GestureRecognizer recognizer_;
};

template <class T>
T only(const std::vector<Gesture> &gestures) {
    REQUIRE(gestures.size() == 1);
    REQUIRE(std::holds_alternative<T>(gestures[0]));
    return std::get<T>(gestures[0]);
}

const std::vector<Gesture> nothing;

} // namespace

TEST_CASE("a short touch is a tap where it went down") {
    Hand hand;
    CHECK(hand.down({100, 100}) == nothing);
    CHECK(hand.move({105, 100}) == nothing);
    CHECK(only<Tap>(hand.up({106, 103})) == Tap{{100, 100}, PointerKind::touch});
    hand.down({7, 8});
    CHECK(only<Tap>(hand.up({7, 8})) == Tap{{7, 8}, PointerKind::touch});
}

TEST_CASE("the slop is 14 pixels for a finger and 8 for a mouse") {
    const auto moved_by = [](PointerKind kind, float distance) {
        Hand hand(kind);
        hand.down({50, 50});
        return hand.move({50 + distance, 50}).size();
    };
    CHECK(moved_by(PointerKind::touch, 14) == 0);
    CHECK(moved_by(PointerKind::touch, 14.5F) == 1);
    CHECK(moved_by(PointerKind::mouse, 8) == 0);
    CHECK(moved_by(PointerKind::mouse, 8.5F) == 1);
    CHECK(moved_by(PointerKind::pen, 8.5F) == 1);
}

TEST_CASE("a drag begins at the slop without a jump, moves and ends") {
    Hand hand;
    hand.down({100, 100});
    CHECK(only<Drag>(hand.move({120, 100})) ==
          Drag{GesturePhase::begin, {100, 100}, {120, 100}, {0, 0}, PointerKind::touch});
    CHECK(only<Drag>(hand.move({125, 90})) ==
          Drag{GesturePhase::move, {100, 100}, {125, 90}, {5, -10}, PointerKind::touch});
    // Back at the start it is still a drag and no tap.
    CHECK(only<Drag>(hand.move({100, 100})).delta == glm::vec2(-25, 10));
    CHECK(hand.move({100, 100}) == nothing);
    CHECK(only<Drag>(hand.up({100, 100})) ==
          Drag{GesturePhase::end, {100, 100}, {100, 100}, {0, 0}, PointerKind::touch});
    CHECK(hand.move({300, 300}) == nothing);
}

TEST_CASE("the way to where a pointer is let go counts") {
    Hand hand;
    hand.down({0, 0});
    const auto gestures = hand.up({50, 0});
    REQUIRE(gestures.size() == 2);
    CHECK(std::get<Drag>(gestures[0]).phase == GesturePhase::begin);
    CHECK(std::get<Drag>(gestures[1]).phase == GesturePhase::end);
    CHECK(std::get<Drag>(gestures[1]).position == glm::vec2(50, 0));
}

TEST_CASE("holding still for half a second is a long press and then nothing") {
    Hand hand;
    CHECK_FALSE(hand.next_tick_s());
    hand.down({30, 40});
    CHECK(hand.next_tick_s() == 1.5);
    hand.time_s = 1.499;
    CHECK(hand.tick() == nothing);
    hand.time_s = 1.5;
    CHECK(only<LongPress>(hand.tick()) == LongPress{{30, 40}, PointerKind::touch});
    CHECK(hand.tick() == nothing);
    CHECK_FALSE(hand.next_tick_s());
    CHECK(hand.move({300, 300}) == nothing);
    CHECK(hand.up({300, 300}) == nothing);
    hand.down({30, 40});
    CHECK(only<Tap>(hand.up({30, 40})).position == glm::vec2(30, 40));
}

TEST_CASE("a long press needs no tick when the finger is lifted late") {
    Hand hand;
    hand.down({30, 40});
    hand.time_s = 1.7;
    CHECK(only<LongPress>(hand.up({30, 40})).position == glm::vec2(30, 40));
}

TEST_CASE("a drag is no long press, and without long presses a slow tap is a tap") {
    Hand hand;
    hand.down({0, 0});
    hand.move({50, 0});
    hand.time_s = 9;
    CHECK(hand.tick() == nothing);

    Hand patient(PointerKind::touch, GestureConfig{8, 14, 0});
    patient.down({1, 2});
    CHECK_FALSE(patient.next_tick_s());
    patient.time_s = 9;
    CHECK(patient.tick() == nothing);
    CHECK(only<Tap>(patient.up({1, 2})).position == glm::vec2(1, 2));
}

TEST_CASE("two fingers pinch and move, each phase tells what changed since the last") {
    Hand hand;
    hand.down({100, 100}, 1);
    CHECK(only<Pinch>(hand.down({200, 100}, 2)) ==
          Pinch{GesturePhase::begin, {150, 100}, {0, 0}, 1});
    CHECK(only<Pinch>(hand.move({300, 100}, 2)) ==
          Pinch{GesturePhase::move, {200, 100}, {50, 0}, 2});
    CHECK(only<Pinch>(hand.move({200, 100}, 1)) ==
          Pinch{GesturePhase::move, {250, 100}, {50, 0}, 0.5F});
    CHECK(only<Pinch>(hand.up({300, 100}, 2)) == Pinch{GesturePhase::end, {250, 100}, {0, 0}, 1});
}

TEST_CASE("lifting one of two fingers starts neither a tap nor a drag") {
    Hand hand;
    hand.down({100, 100}, 1);
    hand.down({200, 100}, 2);
    hand.up({200, 100}, 2);
    hand.time_s = 5;
    CHECK(hand.tick() == nothing);
    CHECK(hand.move({160, 160}, 1) == nothing);
    SECTION("then the other") {
        CHECK(hand.up({160, 160}, 1) == nothing);
        hand.down({1, 1}, 3);
        CHECK(only<Tap>(hand.up({1, 1}, 3)).position == glm::vec2(1, 1));
    }
    SECTION("then a finger comes back: they pinch again, without a jump") {
        CHECK(only<Pinch>(hand.down({260, 160}, 4)) ==
              Pinch{GesturePhase::begin, {210, 160}, {0, 0}, 1});
    }
}

TEST_CASE("a second finger takes a drag back and pinches without a jump") {
    Hand hand;
    hand.down({100, 100}, 1);
    hand.move({150, 100}, 1);
    const auto gestures = hand.down({250, 100}, 2);
    REQUIRE(gestures.size() == 2);
    CHECK(std::get<Drag>(gestures[0]).phase == GesturePhase::cancel);
    CHECK(std::get<Pinch>(gestures[1]) == Pinch{GesturePhase::begin, {200, 100}, {0, 0}, 1});
    CHECK(only<Pinch>(hand.move({160, 100}, 1)).delta == glm::vec2(5, 0));
}

TEST_CASE("a third finger changes nothing until it takes the place of one that left") {
    Hand hand;
    hand.down({100, 100}, 1);
    hand.down({200, 100}, 2);
    CHECK(hand.down({500, 500}, 3) == nothing);
    CHECK(hand.move({600, 500}, 3) == nothing);
    CHECK(hand.up({100, 100}, 1) == nothing); // fingers 2 and 3 go on from where they are
    CHECK(only<Pinch>(hand.move({600, 520}, 3)).delta == glm::vec2(0, 10));
    CHECK(only<Pinch>(hand.up({600, 520}, 3)).phase == GesturePhase::end);
    CHECK(hand.up({200, 100}, 2) == nothing);
}

TEST_CASE("fingers that meet do not stretch without end") {
    Hand hand;
    hand.down({100, 100}, 1);
    hand.down({120, 100}, 2);
    CHECK(only<Pinch>(hand.move({100, 100}, 2)).scale == 0.5F);
    CHECK(only<Pinch>(hand.move({140, 100}, 2)).scale == 4);
}

TEST_CASE("cancel ends everything") {
    Hand hand;
    hand.down({100, 100}, 1);
    SECTION("a press") {
        CHECK(hand.cancel() == nothing);
    }
    SECTION("a drag") {
        hand.move({150, 100}, 1);
        CHECK(only<Drag>(hand.cancel()).phase == GesturePhase::cancel);
    }
    SECTION("a pinch") {
        hand.down({200, 100}, 2);
        CHECK(only<Pinch>(hand.cancel()).phase == GesturePhase::cancel);
        CHECK(hand.up({200, 100}, 2) == nothing);
    }
    CHECK(hand.cancel() == nothing);
    CHECK(hand.move({400, 100}, 1) == nothing);
    CHECK(hand.up({100, 100}, 1) == nothing);
    hand.time_s = 9;
    CHECK(hand.tick() == nothing);
    hand.down({5, 5}, 1);
    CHECK(only<Tap>(hand.up({5, 5}, 1)).position == glm::vec2(5, 5));
}

TEST_CASE("events that make no sense are survived") {
    Hand hand;
    SECTION("up and move without down") {
        CHECK(hand.up({1, 1}) == nothing);
        CHECK(hand.move({1, 1}) == nothing);
    }
    SECTION("the same finger down twice: the second counts") {
        hand.down({1, 1});
        hand.move({100, 1});
        CHECK(only<Drag>(hand.down({300, 300})).phase == GesturePhase::cancel);
        CHECK(only<Tap>(hand.up({300, 300})).position == glm::vec2(300, 300));
    }
    SECTION("time that goes back") {
        hand.down({1, 1});
        hand.time_s = -5;
        CHECK(hand.tick() == nothing);
        CHECK(only<Tap>(hand.up({1, 1})).position == glm::vec2(1, 1));
        hand.down({1, 1});
        CHECK(hand.next_tick_s() == 1.5); // from the latest time that was seen
    }
    SECTION("other input") {
        CHECK(hand.handle({1, TextEvent{"a"}}) == nothing);
        CHECK(hand.handle({1, ResizeEvent{1, 1}}) == nothing);
    }
}

TEST_CASE("the mouse drags with any button but taps only with the first") {
    Hand hand(PointerKind::mouse);
    CHECK(hand.move({5, 5}) == nothing);
    hand.down({10, 10}, 0, PointerButton::secondary);
    CHECK_FALSE(hand.next_tick_s());
    CHECK(hand.up({10, 10}, 0, PointerButton::secondary) == nothing);

    hand.down({10, 10}, 0, PointerButton::middle);
    CHECK(only<Drag>(hand.move({40, 10})).button == PointerButton::middle);
    CHECK(hand.down({40, 10}, 0, PointerButton::primary) == nothing);
    CHECK(hand.up({40, 10}, 0, PointerButton::primary) == nothing);
    CHECK(only<Drag>(hand.up({40, 10}, 0, PointerButton::middle)).phase == GesturePhase::end);
}

TEST_CASE("while one kind of pointer is down the others are ignored") {
    Hand hand(PointerKind::pen);
    hand.down({10, 10}, 1);
    CHECK(hand.handle({1, PointerEvent{PointerAction::down,
                                       PointerKind::touch,
                                       PointerButton::primary,
                                       9,
                                       {300, 300},
                                       1}}) == nothing);
    CHECK(hand.handle({1, PointerEvent{PointerAction::up,
                                       PointerKind::touch,
                                       PointerButton::primary,
                                       9,
                                       {300, 300},
                                       1}}) == nothing);
    CHECK(only<Tap>(hand.up({10, 10}, 1)) == Tap{{10, 10}, PointerKind::pen});
}

TEST_CASE("the wheel zooms where the mouse is, sideways it does nothing") {
    Hand hand;
    CHECK(only<WheelZoom>(hand.handle({1, WheelEvent{{3, 4}, {0, -2}}})) == WheelZoom{{3, 4}, -2});
    CHECK(hand.handle({1, WheelEvent{{3, 4}, {1, 0}}}) == nothing);
}

TEST_CASE("made-up input is recognised as what it says") {
    Hand hand;
    std::vector<Gesture> gestures;
    const auto play = [&](const std::vector<InputEvent> &events) {
        gestures.clear();
        for (const InputEvent &event : events)
            for (const Gesture &gesture : hand.handle(event))
                gestures.push_back(gesture);
    };
    play(synthetic::tap({9, 9}, 1));
    only<Tap>(gestures);
    play(synthetic::hold({9, 9}, 2, 0.6));
    only<LongPress>(gestures);
    play(synthetic::drag({0, 0}, {100, 0}, 3, 0.5));
    CHECK(std::get<Drag>(gestures.front()).phase == GesturePhase::begin);
    CHECK(std::get<Drag>(gestures.back()).phase == GesturePhase::end);
    play(synthetic::pinch({200, 200}, 100, 300, 4, 0.5));
    float scale = 1;
    for (const Gesture &gesture : gestures)
        scale *= std::get<Pinch>(gesture).scale;
    CHECK(scale == Approx(3));
}
