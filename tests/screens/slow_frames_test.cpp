// A machine that takes long for a frame: what a hand turns must not look at rest between two.

#include "clinic.hpp"
#include "input/synthetic.hpp"

using test::Clinic;

TEST_CASE("a body that is turned in slow frames counts as moving until the hand rests") {
    Clinic clinic;
    clinic.tap("Hand over to Maya");
    clinic.tap("Start");
    const engine::Rect stage = clinic.shell->body().figures.at(0).viewport;
    constexpr double frame_s = 0.4;
    double now_s = clinic.driver->now_s() + 1;
    const auto frame = [&](std::span<const engine::InputEvent> events) {
        now_s += frame_s;
        return clinic.shell->frame({now_s, {}, {1280, 800}, events}, nullptr);
    };
    frame({});
    CHECK_FALSE(clinic.shell->body().moving);

    const auto drag =
        engine::synthetic::drag(stage.center(), stage.center() + glm::vec2(200, 0), now_s, 4);
    std::size_t next = 0;
    int moving = 0, still_after_the_first = 0;
    while (next < drag.size()) {
        const std::size_t first = next;
        while (next < drag.size() && drag[next].time_s <= now_s + frame_s)
            ++next;
        frame({&drag[first], next - first});
        moving += clinic.shell->body().moving;
        still_after_the_first += moving > 0 && !clinic.shell->body().moving;
    }
    CHECK(moving >= 8);
    CHECK(still_after_the_first == 0);
    frame({}); // shows the last turn, still as it is drawn in motion
    CHECK(frame({}).again == false);
    CHECK_FALSE(clinic.shell->body().moving);
}
