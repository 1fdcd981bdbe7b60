#include "catch.hpp"
#include "math/orbit_view.hpp"

#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

using namespace engine;

namespace {

const Rect viewport{100, 50, 400, 600};
const OrbitView tilted{{30, 900, -20}, 37, 21, 800};

void check_near(glm::vec3 a, glm::vec3 b, float mm = 0.01f) {
    CHECK(glm::distance(a, b) < mm);
}
void check_near(glm::vec2 a, glm::vec2 b) {
    CHECK(glm::distance(a, b) < 0.01f);
}

} // namespace

TEST_CASE("the four sides of a figure are where the yaw says") {
    check_near(axes({.yaw_deg = 0}).back, glm::vec3(0, 0, 1));
    check_near(axes({.yaw_deg = 0}).right, glm::vec3(1, 0, 0));
    check_near(axes({.yaw_deg = 90}).back, glm::vec3(1, 0, 0));
    check_near(axes({.yaw_deg = 180}).right, glm::vec3(-1, 0, 0));
    check_near(axes({.pitch_deg = 90}).back, glm::vec3(0, 1, 0));
    check_near(axes({.pitch_deg = -90}).up, glm::vec3(0, 0, 1));
    for (const OrbitView &view : {OrbitView{}, tilted}) {
        const ViewAxes a = axes(view);
        check_near(glm::cross(a.right, a.up), a.back);
        CHECK(glm::length(a.up) == Approx(1));
    }
}

TEST_CASE("the height of the view fills the viewport's height") {
    const OrbitView front{{0, 880, 0}, 0, 0, 1200};
    CHECK(mm_per_pixel(front, viewport) == Approx(2));
    check_near(pixel_of(front, viewport, {0, 880, 0}), {300, 350});
    check_near(pixel_of(front, viewport, {0, 1480, 77}), {300, 50});
    check_near(pixel_of(front, viewport, {100, 880, 0}), {350, 350});
    const OrbitView behind{{0, 880, 0}, 180, 0, 1200};
    check_near(pixel_of(behind, viewport, {100, 880, 0}), {250, 350});
}

TEST_CASE("a ray goes through the points that are drawn at its pixel") {
    const glm::vec2 pixel{377, 123};
    const Ray ray = ray_at(tilted, viewport, pixel);
    check_near(ray.direction, -axes(tilted).back);
    CHECK(glm::dot(ray.origin - tilted.target, axes(tilted).back) == Approx(5000));
    for (const float mm : {0.0f, 4000.0f, 6500.0f})
        check_near(pixel_of(tilted, viewport, ray.origin + ray.direction * mm), pixel);
}

TEST_CASE("clip space and pixels agree, near is less deep") {
    const glm::mat4 clip = clip_from_world(tilted, viewport.w / viewport.h);
    for (const glm::vec3 point : {glm::vec3(30, 900, -20), glm::vec3(250, 1100, 90)}) {
        const glm::vec4 c = clip * glm::vec4(point, 1);
        CHECK(c.w == Approx(1));
        const glm::vec2 pixel{viewport.x + (c.x + 1) / 2 * viewport.w,
                              viewport.y + (1 - c.y) / 2 * viewport.h};
        check_near(pixel, pixel_of(tilted, viewport, point));
    }
    const glm::vec3 nearer = tilted.target + axes(tilted).back * 100.0f;
    CHECK((clip * glm::vec4(nearer, 1)).z < (clip * glm::vec4(tilted.target, 1)).z);
}

TEST_CASE("a drag of the whole width makes half a turn, pitch stays within its limit") {
    const OrbitView view = turned({.yaw_deg = 10}, viewport, {200, 0}, 60);
    CHECK(view.yaw_deg == Approx(-80));
    CHECK(turned({.yaw_deg = -100}, viewport, {200, 0}, 60).yaw_deg == Approx(170));
    CHECK(turned({}, viewport, {0, 40}, 60).pitch_deg == Approx(18));
    CHECK(turned({}, viewport, {0, 4000}, 60).pitch_deg == Approx(60));
    CHECK(turned({}, viewport, {0, -4000}, 60).pitch_deg == Approx(-60));
}

TEST_CASE("panning moves the picture with the fingers") {
    const glm::vec3 point{60, 950, 10};
    const glm::vec2 delta{33, -21};
    check_near(pixel_of(panned(tilted, viewport, delta), viewport, point),
               pixel_of(tilted, viewport, point) + delta);
}

TEST_CASE("zooming keeps what is under the finger") {
    const glm::vec2 finger{410, 80};
    const OrbitView closer = zoomed(tilted, viewport, 2, finger);
    CHECK(closer.height_mm == Approx(400));
    const Ray ray = ray_at(tilted, viewport, finger);
    check_near(pixel_of(closer, viewport, ray.origin), finger);
}

TEST_CASE("a limited view cannot lose the figure") {
    const OrbitView lost{{9000, -9000, 5}, 12, 3, 90000};
    const OrbitView found = limited(lost, {-300, 0, -100}, {300, 1750, 100}, 200, 2400);
    check_near(found.target, glm::vec3(300, 0, 5));
    CHECK(found.height_mm == 2400);
    CHECK(found.yaw_deg == 12);
    CHECK(limited({.height_mm = 1}, {}, {}, 200, 2400).height_mm == 200);
}

TEST_CASE("between two views the yaw goes the short way and the height in equal ratios") {
    const OrbitView from{{0, 800, 0}, 170, 0, 400}, to{{0, 1000, 0}, -170, 20, 1600};
    CHECK(mix(from, to, 0) == from);
    const OrbitView half = mix(from, to, 0.5f);
    CHECK(half.yaw_deg == Approx(180));
    CHECK(half.pitch_deg == Approx(10));
    CHECK(half.height_mm == Approx(800));
    CHECK(half.target.y == Approx(900));
}

TEST_CASE("a flight starts at its first view, slows down and ends exactly at its last") {
    const Flight flight{{.height_mm = 1000}, {.yaw_deg = 80, .height_mm = 1000}, 10, 0.5};
    CHECK(flight.at(9) == flight.from);
    CHECK(flight.at(10) == flight.from);
    CHECK(flight.at(10.25).yaw_deg == Approx(70));
    CHECK_FALSE(flight.done(10.49));
    CHECK(flight.done(10.5));
    CHECK(flight.at(10.5) == flight.to);
    CHECK(Flight{{}, {.yaw_deg = 5}, 0, 0}.at(0).yaw_deg == 5);
}
