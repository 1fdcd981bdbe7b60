#include "catch.hpp"
#include "example_session.hpp"
#include "model/body/body_model.hpp"
#include "model/body/brush_reach.hpp"
#include "model/body/neutral_skin.hpp"
#include "model/session/document_json.hpp"

#include <glm/geometric.hpp>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <set>

using namespace app;
using engine::OrbitView;
using engine::Rect;

namespace {

constexpr Rect stage{0, 0, 600, 600};
/// One millimetre a pixel, straight from the front.
const Figure thigh{{{100, 650, 0}, 0, 0, 600}, stage};

std::unique_ptr<BodyModel> load_fast_body(BodyDetail detail = BodyDetail::fast) {
    auto body = BodyModel::load(PALPATE_SHARE_DIR "/body", detail, test::atlas());
    REQUIRE(body.ok());
    return std::move(*body);
}

std::vector<Dab> painted(BodyPaint &paint, const Figure &figure, std::vector<glm::vec2> path,
                         float radius_mm) {
    PaintStroke stroke;
    for (const glm::vec2 pixel : path)
        paint.go_on(stroke, figure, {pixel, radius_mm});
    return stroke.dabs;
}

const std::vector<glm::vec2> down_the_thigh{{300, 200}, {310, 300}, {300, 420}};

double circle_mm2(double radius) {
    return std::numbers::pi * radius * radius;
}

} // namespace

TEST_CASE("a finger that rests paints one dab, of the size of the brush, where it is") {
    const auto body = load_fast_body();
    const auto dabs = painted(body->paint(), thigh, {{300, 300}, {300, 300}, {301, 300}}, 12);
    REQUIRE(dabs.size() == 1);
    CHECK(dabs[0].point.x == Approx(100).margin(0.5));
    CHECK(dabs[0].point.y == Approx(650).margin(0.5));
    CHECK(dabs[0].radius_mm == 12);
    const Covered covered = body->paint().covered(dabs);
    CHECK(covered.area == "thigh_front_of_thigh.l");
    CHECK(covered.mm2 == Approx(circle_mm2(12)).epsilon(0.05));
}

TEST_CASE("a finger that moves leaves no gaps, however few events it sends") {
    const auto body = load_fast_body();
    for (const float radius : {6.0F, 15.0F, 40.0F}) {
        const auto dabs = painted(body->paint(), thigh, down_the_thigh, radius);
        REQUIRE(dabs.size() > 10);
        float widest = 0;
        for (std::size_t i = 1; i < dabs.size(); ++i)
            widest = std::max(widest, glm::distance(dabs[i - 1].point, dabs[i].point));
        CHECK(widest < 0.55F * radius);
        CHECK(static_cast<double>(dabs.size()) < 3.2 * 230 / radius + 4);
    }
    const auto sweep = painted(body->paint(), thigh, {{220, 300}, {420, 300}}, 10);
    for (std::size_t i = 1; i < sweep.size(); ++i) // around the thigh, where skin turns away
        CHECK(glm::distance(sweep[i - 1].point, sweep[i].point) < 8);
}

TEST_CASE("a pen that presses less paints less broadly") {
    const auto body = load_fast_body();
    PaintStroke stroke;
    body->paint().go_on(stroke, thigh, {{300, 200}, 20});
    body->paint().go_on(stroke, thigh, {{300, 400}, 8});
    REQUIRE(stroke.dabs.size() > 20);
    CHECK(stroke.dabs.front().radius_mm == 20);
    CHECK(stroke.dabs.back().radius_mm < 9);
    for (std::size_t i = 1; i < stroke.dabs.size(); ++i)
        CHECK(stroke.dabs[i].radius_mm <= stroke.dabs[i - 1].radius_mm);
}

TEST_CASE("beside the body nothing is painted, and a stroke may begin there") {
    const auto body = load_fast_body();
    CHECK(painted(body->paint(), thigh, {{500, 400}, {540, 420}}, 12).empty());
    CHECK_FALSE(painted(body->paint(), thigh, {{500, 300}, {300, 300}}, 12).empty());
}

TEST_CASE("the high and the fast body have the same area and regions under the same path") {
    const auto high = load_fast_body(BodyDetail::high), fast = load_fast_body();
    std::mt19937 random(7);
    std::uniform_real_distribution<float> x(230, 370), y(60, 540);
    for (int i = 0; i < 12; ++i) {
        const std::vector<glm::vec2> path{{x(random), y(random)}, {x(random), y(random)}};
        const auto fine = high->paint().covered(painted(high->paint(), thigh, path, 15));
        const auto dabs = painted(fast->paint(), thigh, path, 15);
        const auto coarse = fast->paint().covered(dabs);
        INFO("path " << i << ": " << fine.mm2 << " and " << coarse.mm2 << " mm2");
        REQUIRE(fine.mm2 > 500);
        CHECK(coarse.mm2 == Approx(fine.mm2).epsilon(0.04));
        CHECK(coarse.area == fine.area);
        CHECK(high->paint().covered(dabs).mm2 == Approx(coarse.mm2).epsilon(0.04));
    }
}

TEST_CASE("dabs are the same whatever figure they were painted on") {
    const auto body = load_fast_body();
    const auto neutral = painted(body->paint(), thigh, down_the_thigh, 12);
    const Covered before = body->paint().covered(neutral);
    const auto patch = body->paint().patch(neutral);
    REQUIRE(body->show({FigureVariant::female, 1}).ok());
    CHECK(body->paint().covered(neutral).mm2 == before.mm2);
    CHECK(body->paint().covered(neutral).regions == before.regions);
    CHECK(body->paint().patch(neutral) == patch);
    const auto heavy = painted(body->paint(), thigh, down_the_thigh, 12);
    REQUIRE_FALSE(heavy.empty());
    const auto on_neutral = load_fast_body();
    for (const Dab &dab : heavy) { // on the skin of the neutral figure
        const auto nearest = on_neutral->places().bvh().nearest(dab.point);
        REQUIRE(nearest);
        CHECK(nearest->distance < 0.15F);
    }
}

TEST_CASE("mirrored dabs cover the mirrored regions") {
    const auto body = load_fast_body();
    const auto dabs = painted(body->paint(), thigh, {{230, 80}, {330, 300}, {300, 560}}, 18);
    std::vector<Dab> mirrored = dabs;
    for (Dab &dab : mirrored)
        dab.point.x = -dab.point.x;
    const Covered left = body->paint().covered(dabs), right = body->paint().covered(mirrored);
    REQUIRE(left.regions.size() >= 3);
    CHECK(right.mm2 == Approx(left.mm2).epsilon(0.01));
    CHECK(right.area == test::atlas().mirrored(*test::atlas().area(left.area)).id);
    const auto as_set = [](const std::vector<std::string> &ids) {
        return std::set<std::string>(ids.begin(), ids.end());
    };
    CHECK(as_set(right.regions) == as_set(test::atlas().mirrored(left.regions)));
}

TEST_CASE("regions come by how much of them is painted, without slivers") {
    const auto body = load_fast_body();
    const auto spot = body->paint().covered(painted(body->paint(), thigh, {{300, 300}}, 12));
    CHECK(spot.regions == std::vector<std::string>{"rectus_femoris.l"});
    const auto all = body->paint().covered(painted(body->paint(), thigh, down_the_thigh, 60));
    CHECK(all.regions.size() >= 3);
    CHECK(all.area == "thigh_front_of_thigh.l");
    CHECK(body->paint().covered({}).area.empty());
}

TEST_CASE("a stroke across both legs stays on the leg that it began on") {
    const auto body = load_fast_body();
    const Figure both{{{0, 430, 0}, 0, 0, 600}, stage};
    std::mt19937 random(11); // below the trunk, which goes over into both
    std::uniform_real_distribution<float> x(150, 450), y(20, 580);
    int strokes = 0;
    for (int i = 0; i < 40; ++i) {
        const std::vector<glm::vec2> path{
            {x(random), y(random)}, {x(random), y(random)}, {x(random), y(random)}};
        const auto dabs = painted(body->paint(), both, path, 25);
        if (dabs.empty())
            continue;
        NeutralSkin skin(body->mesh(), shape_of(body->mesh()), test::atlas());
        const auto tags = skin.extent(dabs);
        const auto barred =
            skin.reach().barred_from(body->places().bvh().nearest(dabs[0].point)->tag);
        ++strokes;
        for (const engine::TagArea &tag : tags)
            CHECK_FALSE(std::ranges::binary_search(barred, tag.tag));
    }
    CHECK(strokes > 20);
}

TEST_CASE("the eraser takes the dabs whose middle it touches, on the same skin only") {
    const auto body = load_fast_body();
    BodyPaint &paint = body->paint();
    const auto dabs = painted(paint, thigh, down_the_thigh, 12);
    const Dab rubber{dabs[dabs.size() / 2].point, 20};
    const auto left = paint.erased(dabs, {{rubber}});
    CHECK(left.size() < dabs.size() - 5);
    CHECK(left.size() > 20);
    for (const Dab &dab : left)
        CHECK(glm::distance(dab.point, rubber.point) > 19);
    for (const Dab &dab : dabs)
        if (glm::distance(dab.point, rubber.point) > 21)
            CHECK(std::ranges::count(left, dab) == 1);
    CHECK(paint.covered(left).mm2 < paint.covered(dabs).mm2);

    const Figure behind{{{100, 650, 0}, 180, 0, 600}, stage};
    const auto at_the_back = painted(paint, behind, {{300, 250}, {300, 400}}, 30);
    REQUIRE_FALSE(at_the_back.empty());
    CHECK(paint.erased(dabs, at_the_back) == dabs);
    CHECK(paint.erased(dabs, {}) == dabs);
    CHECK(paint.erased(dabs, dabs).empty());
}

TEST_CASE("an unchanged mark keeps its patch, and a stroke grows from it") {
    const auto body = load_fast_body();
    BodyPaint &paint = body->paint();
    const auto dabs = painted(paint, thigh, down_the_thigh, 12);
    const std::span<const Dab> some(dabs.data(), dabs.size() - 3);
    const auto first = paint.patch(some);
    REQUIRE(first);
    CHECK(paint.patch(some) == first);
    const auto grown = paint.patch(dabs);
    CHECK(grown != first);
    CHECK(grown->cells.size() > first->cells.size());

    const auto fresh = load_fast_body();
    const auto whole = fresh->paint().patch(dabs);
    REQUIRE(whole->cells.size() == grown->cells.size());
    for (std::size_t i = 0; i < whole->cells.size(); ++i) {
        CHECK(whole->cells[i].triangle == grown->cells[i].triangle);
        CHECK(whole->cells[i].outside == grown->cells[i].outside);
    }
}

TEST_CASE("paint is the same before and after it was saved, however it was painted") {
    const auto body = load_fast_body();
    std::mt19937 random(3);
    std::uniform_real_distribution<float> x(230, 370), y(60, 540), radius(4, 30);
    for (int i = 0; i < 10; ++i) {
        PaintStroke stroke;
        for (int k = 0; k < 3; ++k)
            body->paint().go_on(stroke, thigh, {{x(random), y(random)}, radius(random)});
        AddMark mark = test::mark(10, "thigh_front_of_thigh.l", Channel::pain);
        mark.regions = body->paint().covered(stroke.dabs).regions;
        mark.paint = stroke.dabs;
        const std::vector<Command> log{test::open_session(), mark};
        const auto made = replay({}, log, test::atlas());
        REQUIRE(made.ok());
        const auto read = from_json(to_json(*made), test::atlas());
        REQUIRE(read.ok());
        REQUIRE(read->marks.size() == 1);
        CHECK(read->marks[0].paint == stroke.dabs);
        CHECK(read->marks[0].regions == mark.regions);
        CHECK(body->paint().patch(read->marks[0].paint) == body->paint().patch(stroke.dabs));
    }
}

TEST_CASE("paint that is nowhere, endless or no number does no harm") {
    const auto body = load_fast_body();
    BodyPaint &paint = body->paint();
    constexpr float infinite = std::numeric_limits<float>::infinity();
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    const std::vector<Dab> hostile{{{5000, 5000, 5000}, 10}, {{0, 850, 400}, 10},
                                   {{nan, 0, 0}, 10},        {{100, 650, 70}, nan},
                                   {{infinite, 0, 0}, 10},   {{100, 650, 70}, infinite}};
    CHECK(paint.patch(hostile) == nullptr);
    CHECK(paint.covered(hostile).regions.empty());
    CHECK(paint.covered(hostile).area.empty());
    CHECK(paint.erased(hostile, hostile).size() == hostile.size());

    const auto spot = painted(paint, thigh, {{300, 300}}, 12);
    std::vector<Dab> huge{{spot[0].point, 200}};
    CHECK(paint.covered(huge).mm2 < 1.1 * circle_mm2(largest_brush_mm));
    huge.assign(20'000, {spot[0].point, 200});
    CHECK(paint.covered(huge).mm2 < 1.1 * circle_mm2(largest_brush_mm));
    huge[0].radius_mm = 0;
    CHECK(paint.patch({huge.data(), 1}) != nullptr);
}
