// What the camera and the lights do, without a screen.

#include "clinic.hpp"

#include <glm/geometric.hpp>

using namespace app;
using engine::OrbitView;
using engine::Rect;

namespace {

const Rect stage{32, 160, 800, 540};

struct Hand {
    ViewState view;
    double now = 1;
    bool reduce_motion = false;

    std::vector<Figure> figures() const {
        return figures_at(view, stage, test::resources().body->places().bounds(), now);
    }
    void act(const ViewAction &action) {
        const auto seen = figures();
        view = apply(view, action, {seen, test::resources().body->places(), now, reduce_motion});
    }
    float lit(const Place &place) const {
        for (const Glow &glow : view.glows)
            if (glow.place == place)
                return strength(glow, now);
        return 0;
    }
};

const Place calf_place{"lower_leg_calf.l", {}}, shin{"lower_leg_shin.r", {}};

} // namespace

TEST_CASE("a place lights up and fades, and asks for frames only until it has") {
    Hand hand;
    CHECK_FALSE(animating(hand.view, hand.now));
    hand.act(Hover{calf_place});
    CHECK(hand.lit(calf_place) == 0);
    CHECK(animating(hand.view, hand.now));
    hand.now += 0.06;
    CHECK(hand.lit(calf_place) == Approx(0.5));
    hand.act(Hover{shin}); // half lit, it fades from there
    hand.now += 0.03;
    CHECK(hand.lit(calf_place) == Approx(0.25));
    CHECK(hand.lit(shin) == Approx(0.25));
    hand.now += 0.1;
    CHECK(hand.lit(calf_place) == 0);
    CHECK(hand.lit(shin) == 1);
    CHECK_FALSE(animating(hand.view, hand.now));
    hand.act(Hover{});
    hand.now += 1;
    hand.act(FocusPlace{calf_place});
    CHECK(hand.view.glows.size() == 1); // what is dark is forgotten
}

TEST_CASE("a place under mouse and keyboard stays lit when one of them leaves") {
    Hand hand;
    hand.act(Hover{calf_place});
    hand.act(FocusPlace{calf_place});
    hand.now += 1;
    hand.act(Hover{});
    CHECK(hand.lit(calf_place) == 1);
    hand.act(FocusPlace{});
    hand.now += 1;
    CHECK(hand.lit(calf_place) == 0);
}

TEST_CASE("with less motion lights and flights are there at once") {
    Hand hand;
    hand.reduce_motion = true;
    hand.act(Hover{calf_place});
    CHECK(hand.lit(calf_place) == 1);
    hand.act(FlyTo{{{90, 300, 0}, 180, 0, 500}});
    CHECK_FALSE(moving(hand.view, hand.now));
    CHECK(hand.figures().front().view.height_mm == Approx(500));
}

TEST_CASE("a flight begins where the figure that looks that way stands") {
    Hand hand;
    const Figure back = hand.figures().at(1);
    const glm::vec3 heel{90, 40, -60};
    const glm::vec2 before = pixel_of(back.view, back.viewport, heel);
    hand.act(FlyTo{{{90, 300, 0}, 170, 0, 500}});
    CHECK(moving(hand.view, hand.now));
    REQUIRE(hand.figures().size() == 1);
    const Figure first = hand.figures().front();
    CHECK(glm::distance(pixel_of(first.view, first.viewport, heel), before) < 0.5F);
    hand.now += 0.3;
    CHECK_FALSE(moving(hand.view, hand.now));
    CHECK(hand.figures().front().view.yaw_deg == Approx(170));
}

TEST_CASE("one named view turns into the next, the pair is there at once") {
    Hand hand;
    hand.act(ShowView{NamedView::front});
    hand.now += 1;
    hand.act(ShowView{NamedView::left});
    hand.now += 0.1;
    const float yaw = hand.figures().front().view.yaw_deg;
    CHECK(yaw > 0);
    CHECK(yaw < 90);
    hand.now += 1;
    CHECK(hand.figures().front().view.yaw_deg == 90);
    CHECK(hand.view.own.empty()); // framed: it follows the window
    hand.act(ShowView{NamedView::pair});
    CHECK(hand.figures().size() == 2);
    CHECK_FALSE(moving(hand.view, hand.now));
}

TEST_CASE("while a hand turns the body it counts as moving, and a moment later as still") {
    Hand hand;
    hand.act(TurnBy{0, {40, 0}});
    CHECK(moving(hand.view, hand.now));
    CHECK(hand.figures().at(0).view.yaw_deg != 0);
    CHECK(hand.figures().at(1).view.yaw_deg == 180);
    hand.now += 0.05;
    hand.act(TurnBy{0, {40, 0}});
    hand.now += 0.1;
    CHECK(moving(hand.view, hand.now));
    hand.now += 0.1;
    CHECK_FALSE(moving(hand.view, hand.now));
}

TEST_CASE("a hand that takes hold during a flight goes on from what it sees") {
    Hand hand;
    hand.act(FlyTo{{{90, 300, 0}, 170, 0, 500}});
    hand.now += 0.1;
    const OrbitView seen = hand.figures().front().view;
    hand.act(PanBy{0, {0, 0}});
    CHECK(hand.figures().front().view.height_mm == Approx(seen.height_mm));
    CHECK(hand.figures().front().view.yaw_deg == Approx(seen.yaw_deg));
}
