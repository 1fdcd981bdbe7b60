#include "body.hpp"
#include "model/body/framing.hpp"

#include <random>

using namespace app;
using engine::OrbitView;
using engine::Rect;

namespace {

constexpr std::array<NamedView, 6> all_views{NamedView::pair, NamedView::front, NamedView::back,
                                             NamedView::left, NamedView::right, NamedView::soles};
const std::array<Rect, 4> stages{
    {{32, 160, 800, 540}, {136, 160, 600, 540}, {40, 100, 420, 600}, {0, 0, 300, 900}}};

/// A body of that stature; the heavier, the wider and deeper.
BodyBounds bounds(float stature, float girth) {
    return {{-0.33F * stature * girth, 0, -0.1F * stature * girth},
            {0.33F * stature * girth, stature, 0.13F * stature * girth},
            {-0.15F * stature, 0, -0.07F * stature},
            {0.15F * stature, 0, 0.12F * stature}};
}

template <class Visit>
void corners(const glm::vec3 &low, const glm::vec3 &high, Visit visit) {
    for (int i = 0; i < 8; ++i)
        visit(glm::vec3(i & 1 ? high.x : low.x, i & 2 ? high.y : low.y, i & 4 ? high.z : low.z));
}

/// Some skin in the middle part of the viewport, at its surface: what a person can hold on to.
bool skin_in_the_middle(const OrbitView &view, const Rect &viewport) {
    const Rect middle = viewport.inset(viewport.w * 0.245F, viewport.h * 0.245F);
    const auto &skin = test::body().mesh().position;
    return std::any_of(skin.begin(), skin.end(), [&](const glm::vec3 &point) {
        const glm::vec2 pixel = pixel_of(view, viewport, point);
        return point.y <= shown_up_to_mm(view) && middle.contains(pixel) &&
               test::body().bvh().hit_near(view, viewport, pixel, 4);
    });
}

} // namespace

TEST_CASE("the bounds are those of the skin, the feet apart") {
    const std::vector<glm::vec3> skin{{-500, 800, 0}, {510, 790, 20}, {0, 1700, -90},
                                      {90, 0, 120},   {-95, 50, -80}, {100, 300, 200}};
    const BodyBounds body = bounds_of(skin);
    CHECK(body.low == glm::vec3(-500, 0, -90));
    CHECK(body.high == glm::vec3(510, 1700, 200));
    CHECK(body.feet_low == glm::vec3(-95, 0, -80));
    CHECK(body.feet_high == glm::vec3(90, 50, 120));
    CHECK(body.height() == 1700);
    CHECK(body.width() == 1020);
}

TEST_CASE("every view shows bodies of all sizes whole, and not smaller than it must") {
    for (const float stature : {1450.0F, 1691.0F, 2050.0F})
        for (const float girth : {0.9F, 1.5F})
            for (const Rect &stage : stages)
                for (const NamedView view : all_views) {
                    const BodyBounds body = bounds(stature, girth);
                    const bool soles = view == NamedView::soles;
                    const glm::vec3 low = soles ? body.feet_low : body.low;
                    const glm::vec3 high = soles ? body.feet_high : body.high;
                    for (const Figure &figure : figures_of(view, stage, body)) {
                        Rect used{1e9F, 1e9F, 0, 0};
                        glm::vec2 most{-1e9F};
                        corners(low, high, [&](glm::vec3 point) {
                            const glm::vec2 p = pixel_of(figure.view, figure.viewport, point);
                            CHECK(figure.viewport.inset(1).contains(p));
                            used = {std::min(used.x, p.x), std::min(used.y, p.y), 0, 0};
                            most = glm::max(most, p);
                        });
                        const float fills = std::max((most.x - used.x) / figure.viewport.w,
                                                     (most.y - used.y) / figure.viewport.h);
                        CHECK(fills > (soles ? 0.6F : 0.9F));
                    }
                }
}

TEST_CASE("a pair stands side by side within its stage") {
    const auto pair = figures_of(NamedView::pair, stages[0], bounds(1700, 1));
    REQUIRE(pair.size() == 2);
    CHECK(pair[0].viewport.right() == Approx(pair[1].viewport.x));
    CHECK(pair[1].viewport.right() == Approx(stages[0].right()));
    CHECK(pair[0].view.yaw_deg == 0);
    CHECK(pair[1].view.yaw_deg == 180);
}

TEST_CASE("whatever a hand does, some skin stays in the middle of the stage") {
    std::mt19937 random(20261123);
    const auto between = [&](float low, float high) {
        return low + (high - low) * static_cast<float>(random() % 10000) / 10000.0F;
    };
    const BodyPlaces &places = test::body();
    int lost = 0;
    for (const Rect &viewport : stages) {
        OrbitView view = figures_of(NamedView::front, viewport, places.bounds()).front().view;
        for (int i = 0; i < 1200; ++i) {
            const glm::vec2 pixels{between(-500, 500), between(-500, 500)};
            switch (random() % 4) {
            case 0:
                view = turned(view, viewport, pixels, 80);
                break;
            case 1:
                view = panned(view, viewport, pixels);
                break;
            case 2:
                view = zoomed(view, viewport, between(0.3F, 4), viewport.center() + pixels * 0.5F);
                break;
            default:
                if (random() % 8 == 0)
                    view = figures_of(NamedView::soles, viewport, places.bounds()).front().view;
                break;
            }
            view = kept_in_reach(view, viewport, places.bounds(), places.mesh().position);
            lost += !skin_in_the_middle(view, viewport);
        }
    }
    CHECK(lost == 0);
}

TEST_CASE("a view that is within its limits is left as it is, one beyond them is brought back") {
    const BodyPlaces &places = test::body();
    const Rect viewport = stages[0];
    const auto kept = [&](const OrbitView &view) {
        return kept_in_reach(view, viewport, places.bounds(), places.mesh().position);
    };
    for (const NamedView named : all_views)
        for (const Figure &figure : figures_of(named, viewport, places.bounds()))
            CHECK(kept_in_reach(figure.view, figure.viewport, places.bounds(),
                                places.mesh().position) == figure.view);
    const OrbitView thigh{{90, 650, 60}, 30, 10, 400};
    CHECK(kept(thigh) == thigh);
    CHECK(kept({{0, 850, 0}, 0, 0, 90}).height_mm == Approx(180));
    CHECK(kept({{0, 850, 0}, 0, 0, 9000}).height_mm < 2300);
    const OrbitView beside{{540, 200, 0}, 0, 0, 300}; // nothing is there
    CHECK_FALSE(skin_in_the_middle(beside, viewport));
    CHECK(skin_in_the_middle(kept(beside), viewport));
}

TEST_CASE("a place that another limb hides is flown to from beside it") {
    const BodyPlaces &places = test::body();
    for (const char *hidden :
         {"gracilis.l", "ankle_medial.r", "coracobrachialis.l", "elbow_medial.r"}) {
        CAPTURE(hidden);
        const std::vector<std::string> region{hidden};
        const auto tags = places.tags(region);
        const Figure figure{places.view_of(tags), {0, 0, 800, 600}};
        CHECK(places.visible(figure, tags).area_px2 > 1800);
    }
}
