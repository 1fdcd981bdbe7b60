// "Your left" and "your right", held against where the left-tagged skin really is in the picture.

#include "clinic.hpp"
#include "screens/stage/side_labels.hpp"

using namespace app;
using engine::Rect;

namespace {

/// Where the skin of either side is seen: mean pixel and how much.
struct Seen {
    glm::vec2 sum{0};
    float count = 0;
    glm::vec2 mean() const { return sum / count; }
};
struct Sides {
    Seen left, right;
};

Sides seen_sides(const Figure &figure) {
    constexpr float step = 18;
    const BodyPlaces &places = test::resources().body->places();
    Sides sides;
    const Rect &v = figure.viewport;
    for (float y = v.y; y < v.bottom(); y += step)
        for (float x = v.x; x < v.right(); x += step) {
            const auto hit = places.bvh().hit(ray_at(figure.view, v, {x, y}));
            const Region *region = hit ? places.region(hit->tag) : nullptr;
            if (region == nullptr || region->side == Side::mid)
                continue;
            Seen &side = region->side == Side::left ? sides.left : sides.right;
            side.sum += glm::vec2(x, y);
            ++side.count;
        }
    return sides;
}

/// True when the label is right about the picture.
bool holds(const SideLabel &label, const Sides &sides, bool alone) {
    const Seen &named = label.of_left ? sides.left : sides.right;
    const Seen &other = label.of_left ? sides.right : sides.left;
    if (alone) // one side is in front
        return named.count > other.count;
    if (named.count <= 0 || other.count <= 0)
        return false;
    const glm::vec2 away = named.mean() - other.mean();
    switch (label.edge) {
    case Edge::left:
        return away.x < 0;
    case Edge::right:
        return away.x > 0;
    case Edge::top:
        return away.y < 0;
    case Edge::bottom:
        return away.y > 0;
    }
    return false;
}

} // namespace

TEST_CASE("the sides are named rightly from all around, above and below") {
    const Rect viewport{0, 0, 500, 500};
    const BodyBounds &body = test::resources().body->places().bounds();
    for (float yaw = 0; yaw < 360; yaw += 15)
        for (float pitch = -80; pitch <= 80; pitch += 16) {
            const Figure figure{{body.middle(), yaw, pitch, 1900}, viewport};
            const Sides sides = seen_sides(figure);
            const auto labels = side_labels({figure});
            INFO("yaw " << yaw << ", pitch " << pitch);
            REQUIRE((labels.size() == 1 || labels.size() == 2));
            for (const SideLabel &label : labels)
                CHECK(holds(label, sides, labels.size() == 1));
        }
}

TEST_CASE("a pair names its sides rightly however it is turned, and shares the label between") {
    const BodyBounds &body = test::resources().body->places().bounds();
    for (float turned = 0; turned < 360; turned += 15) {
        auto pair = figures_of(NamedView::pair, {0, 0, 800, 500}, body);
        for (Figure &figure : pair)
            figure.view.yaw_deg += turned;
        const auto labels = side_labels(pair);
        INFO("turned " << turned);
        for (const SideLabel &label : labels) {
            const auto of_figure = [&](const SideLabel &other) {
                return other.figure == label.figure || (other.shared && label.figure == 1);
            };
            const bool alone = std::count_if(labels.begin(), labels.end(), of_figure) == 1;
            CHECK(holds(label, seen_sides(pair.at(label.figure)), alone));
            if (label.shared) {
                const SideLabel there{label.of_left, 1, Edge::left};
                CHECK(holds(there, seen_sides(pair[1]), false));
            }
        }
        const bool side_on = std::abs(std::remainder(turned, 180.0F)) > 70;
        CHECK(labels.size() == (side_on ? 2U : 3U));
    }
}

TEST_CASE("from straight below the left foot is on the side that says left") {
    const auto figures =
        figures_of(NamedView::soles, {0, 0, 800, 500}, test::resources().body->places().bounds());
    const Sides sides = seen_sides(figures.front());
    const auto labels = side_labels(figures);
    REQUIRE(labels.size() == 2);
    for (const SideLabel &label : labels)
        CHECK(holds(label, sides, false));
}
