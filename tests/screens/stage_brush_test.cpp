#include "catch.hpp"
#include "example_session.hpp"
#include "input/synthetic.hpp"
#include "model/body/body_model.hpp"
#include "screens/stage/stage_brush.hpp"

using namespace app;
using engine::InputEvent;
using engine::PointerAction;
using engine::PointerButton;
using engine::PointerEvent;
using engine::PointerKind;

namespace {

/// One millimetre a pixel: the left thigh, from the front.
struct Canvas {
    Canvas() {
        auto loaded = BodyModel::load(PALPATE_SHARE_DIR "/body", BodyDetail::fast, test::atlas());
        REQUIRE(loaded.ok());
        body = std::move(*loaded);
    }
    std::optional<PaintedStroke> send(const PointerEvent &event, double time_s) {
        const BrushGround ground{body->paint(), figures};
        return brush_event(hand, brush, ground, {time_s, event});
    }
    std::optional<PaintedStroke> finger(std::int64_t id, PointerAction action, glm::vec2 at,
                                        double time_s) {
        return send({.action = action, .kind = PointerKind::touch, .id = id, .position = at},
                    time_s);
    }
    /// Strokes that end while these events come.
    std::vector<PaintedStroke> play(const engine::synthetic::Events &events) {
        std::vector<PaintedStroke> strokes;
        for (const InputEvent &event : events)
            if (auto stroke = brush_event(hand, brush, {body->paint(), figures}, event))
                strokes.push_back(std::move(*stroke));
        return strokes;
    }

    std::unique_ptr<BodyModel> body;
    std::vector<Figure> figures{{{{100, 650, 0}, 0, 0, 600}, {0, 0, 600, 600}}};
    StageBrush brush{.radius_mm = 10};
    BrushInHand hand;
};

} // namespace

TEST_CASE("a finger paints from where it goes down, and delivers when it goes up") {
    Canvas stage;
    CHECK_FALSE(stage.finger(1, PointerAction::down, {300, 200}, 1));
    CHECK(stage.hand.state == BrushInHand::State::painting);
    CHECK(stage.hand.stroke.dabs.size() == 1);
    CHECK_FALSE(stage.finger(1, PointerAction::move, {300, 260}, 1.1));
    CHECK(stroke_on_map(stage.hand, stage.brush, {}).dabs.size() > 10);
    const auto stroke = stage.finger(1, PointerAction::up, {300, 300}, 1.2);
    REQUIRE(stroke);
    CHECK_FALSE(stroke->eraser);
    CHECK(stroke->dabs.size() > 20);
    CHECK(stroke->dabs.front().point.y == Approx(750).margin(0.5));
    CHECK(stroke->dabs.back().point.y == Approx(650).margin(4));
    CHECK(stroke->dabs.front().radius_mm == 10);
    CHECK(stage.hand.state == BrushInHand::State::resting);
    CHECK(stroke_on_map(stage.hand, stage.brush, {}).dabs.empty());
    CHECK(stroke_on_map(stage.hand, stage.brush, stroke).dabs == stroke->dabs);
}

TEST_CASE("a tap of a finger, a mouse or a pen paints one dab") {
    for (const PointerKind kind : {PointerKind::touch, PointerKind::mouse, PointerKind::pen}) {
        Canvas stage;
        const auto strokes = stage.play(engine::synthetic::tap({300, 300}, 1, kind));
        REQUIRE(strokes.size() == 1);
        CHECK(strokes[0].dabs.size() == 1);
    }
}

TEST_CASE("two fingers that come together paint nothing and turn") {
    Canvas stage;
    stage.finger(1, PointerAction::down, {300, 300}, 1);
    stage.finger(1, PointerAction::move, {300, 340}, 1.05);
    CHECK_FALSE(stage.finger(2, PointerAction::down, {400, 300}, 1.1));
    CHECK(stage.hand.state == BrushInHand::State::turning);
    CHECK(stroke_on_map(stage.hand, stage.brush, {}).dabs.empty());
    CHECK_FALSE(stage.finger(1, PointerAction::move, {300, 200}, 1.2));
    CHECK_FALSE(stage.finger(1, PointerAction::up, {300, 200}, 1.3));
    CHECK_FALSE(stage.finger(2, PointerAction::move, {310, 300}, 1.4)); // it does not paint alone
    CHECK(stage.hand.stroke.dabs.empty());
    CHECK_FALSE(stage.finger(2, PointerAction::up, {310, 300}, 1.5));
    CHECK(stage.hand.state == BrushInHand::State::resting);
    CHECK(stage.play(engine::synthetic::tap({300, 300}, 2)).size() == 1); // the next one does
}

TEST_CASE("a second finger that rests beside a first that has not moved paints nothing") {
    Canvas stage;
    stage.finger(1, PointerAction::down, {300, 300}, 1);
    stage.finger(1, PointerAction::move, {304, 300}, 1.5);
    CHECK_FALSE(stage.finger(2, PointerAction::down, {400, 300}, 2));
    CHECK_FALSE(stage.finger(1, PointerAction::up, {304, 300}, 2.1));
}

TEST_CASE("a second finger ends a stroke that was meant, and keeps it") {
    Canvas stage;
    stage.finger(1, PointerAction::down, {300, 200}, 1);
    stage.finger(1, PointerAction::move, {300, 300}, 1.3);
    const auto stroke = stage.finger(2, PointerAction::down, {400, 300}, 1.4);
    REQUIRE(stroke);
    CHECK(stroke->dabs.size() > 20);
    CHECK_FALSE(stage.finger(1, PointerAction::move, {200, 300}, 1.5));
    CHECK_FALSE(stage.finger(1, PointerAction::up, {200, 300}, 1.6));
    CHECK_FALSE(stage.finger(2, PointerAction::up, {400, 300}, 1.7));
}

TEST_CASE("a palm beside the pen does not end its stroke, a lost pointer drops it") {
    Canvas stage;
    const auto pen = [](PointerAction action, glm::vec2 at, float pressure) {
        return PointerEvent{.action = action,
                            .kind = PointerKind::pen,
                            .id = 7,
                            .position = at,
                            .pressure = pressure};
    };
    stage.send(pen(PointerAction::down, {300, 200}, 1), 1);
    CHECK_FALSE(stage.finger(1, PointerAction::down, {400, 400}, 1.5));
    stage.send(pen(PointerAction::move, {300, 300}, 0.5F), 1.6);
    CHECK_FALSE(stage.finger(1, PointerAction::up, {400, 400}, 1.7));
    const auto stroke = stage.send(pen(PointerAction::up, {300, 300}, 0), 1.8);
    REQUIRE(stroke);
    CHECK(stroke->dabs.front().radius_mm == 10);
    CHECK(stroke->dabs.back().radius_mm < 8); // it pressed less
    CHECK(stroke->dabs.back().radius_mm >= 4);

    stage.send(pen(PointerAction::down, {300, 200}, 1), 3);
    stage.send(pen(PointerAction::move, {300, 300}, 1), 3.5);
    CHECK_FALSE(stage.send(pen(PointerAction::cancel, {300, 300}, 1), 4));
    CHECK(stage.hand.state == BrushInHand::State::resting);
    CHECK(stage.hand.stroke.dabs.empty());
}

TEST_CASE("the mouse paints with its first button and turns with the second") {
    Canvas stage;
    const auto mouse = [](PointerAction action, PointerButton button, glm::vec2 at) {
        return PointerEvent{.action = action, .button = button, .position = at};
    };
    CHECK_FALSE(stage.send(mouse(PointerAction::down, PointerButton::secondary, {300, 200}), 1));
    CHECK(stage.hand.state == BrushInHand::State::resting);
    const auto drag = [&](PointerButton button) {
        return turn_beside_brush(
            stage.figures,
            engine::Drag{.delta = {20, 0}, .kind = PointerKind::mouse, .button = button});
    };
    REQUIRE(drag(PointerButton::secondary).size() == 1);
    CHECK(std::get<TurnBy>(drag(PointerButton::secondary)[0]).pixels == glm::vec2(20, 0));
    CHECK(drag(PointerButton::primary).empty());
}

TEST_CASE("two fingers turn, move and zoom while there is a brush") {
    Canvas stage;
    engine::GestureRecognizer gestures;
    std::vector<engine::Gesture> found;
    for (const InputEvent &event : engine::synthetic::pinch({300, 300}, 100, 200, 1, 0.5))
        gestures.handle(event, found);
    float zoomed = 1;
    for (const engine::Gesture &gesture : found)
        for (const ViewAction &action : turn_beside_brush(stage.figures, gesture))
            if (const auto *zoom = std::get_if<ZoomBy>(&action))
                zoomed *= zoom->factor;
    CHECK(zoomed == Approx(2).epsilon(0.05));

    const auto moved = turn_beside_brush(
        stage.figures, engine::Pinch{engine::GesturePhase::move, {300, 300}, {30, -20}, 1});
    REQUIRE(moved.size() == 3);
    CHECK(std::get<PanBy>(moved[1]).pixels == glm::vec2(0, -20));
    CHECK(std::get<TurnBy>(moved[2]).pixels == glm::vec2(30, 0));
}

TEST_CASE("the eraser says so, and beside the body there is no stroke") {
    Canvas stage;
    stage.brush.eraser = true;
    const auto strokes = stage.play(engine::synthetic::drag({300, 200}, {300, 300}, 1, 0.5));
    REQUIRE(strokes.size() == 1);
    CHECK(strokes[0].eraser);
    CHECK(stage.play(engine::synthetic::drag({500, 400}, {560, 410}, 3, 0.5)).empty());
}
