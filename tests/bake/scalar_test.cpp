#include "bake/newton.hpp"
#include "bake/scalar.hpp"
#include "catch.hpp"

using namespace bake;

TEST_CASE("own logarithms and powers are near those of the library") {
    CHECK(fast_log2(1) == 0);
    CHECK(fast_log2(8) == 3);
    CHECK(fast_exp2(0) == 1);
    CHECK(fast_exp2(-3) == .125f);
    CHECK(fast_pow(0, 2.5f) == 0);
    for (float x = .001f; x < 1000; x *= 1.07f) {
        CHECK(fast_log2(x) == Approx(std::log2(x)).margin(1e-4));
        CHECK(fast_pow(x, 2.2f) == Approx(std::pow(x, 2.2f)).epsilon(2e-4));
    }
    for (float x = -20; x < 20; x += .37f)
        CHECK(fast_exp2(x) == Approx(std::exp2(x)).epsilon(1e-5));
}

TEST_CASE("the smooth minimum is the minimum but for a rounded corner") {
    CHECK(smooth_min(3, 8, 0) == 3);
    CHECK(smooth_min(3, 8, 5) == 3);    // as far apart as the corner is wide
    CHECK(smooth_min(4, 4, 8) == 2);    // deepest in the corner: k / 4
    CHECK(smooth_min(4, 8, 8) == 3.5f); // halfway: (1/2)^2 * 8 / 4
    CHECK(smooth_min(8, 4, 8) == 3.5f);
    CHECK(smooth_max(-4, -8, 8) == -3.5f);
}

TEST_CASE("unit vectors") {
    CHECK(unit({0, 0, 5}) == glm::vec3{0, 0, 1});
    CHECK(unit({0, 0, 0}) == glm::vec3{0, 1, 0});
}

TEST_CASE("projection lands on the surface along the gradient") {
    const auto field = [](glm::vec3 p) { return 2 * (p.y - 10); }; // not a unit distance
    const glm::vec3 slope = gradient(field, {1, 2, 3}, .5f);
    CHECK(slope.y == Approx(2));
    CHECK(slope.x == Approx(0).margin(1e-4));
    const glm::vec3 p = project(field, {1, 4, 3}, 8, 15);
    CHECK(p.y == Approx(10));
    CHECK(p.x == Approx(1));
    // One step may not be longer than 0.5 times the gradient of 2.
    CHECK(project(field, {1, 4, 3}, 1, .5f).y == Approx(5));
}
