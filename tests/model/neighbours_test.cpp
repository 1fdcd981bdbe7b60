#include "catch.hpp"
#include "example_session.hpp"
#include "model/body/neighbours.hpp"

#include <algorithm>
#include <deque>
#include <set>

using namespace app;
using test::atlas;

namespace {

engine::PartMesh neutral_mesh() {
    auto read = engine::read_part_mesh(PALPATE_SHARE_DIR "/body/neutral-fast.mesh");
    REQUIRE(read.ok());
    return std::move(*read);
}

struct Body {
    engine::PartMesh mesh = neutral_mesh();
    BodyPlaces places{mesh, atlas()};
    Neighbours neighbours{places, atlas()};
};

const Body &body() {
    static const Body made;
    return made;
}

Figure figure(NamedView view) {
    return figures_of(view, {0, 0, 500, 800}, body().places.bounds()).front();
}

std::string step(std::string_view from, Direction direction, NamedView view) {
    const Area *next = next_area(body().neighbours, from, direction, figure(view));
    return next != nullptr ? next->id : "";
}

bool touch(std::string_view a, std::string_view b) {
    const auto around = body().neighbours.of(a);
    return std::any_of(around.begin(), around.end(),
                       [&](const Area *area) { return area->id == b; });
}

/// All areas that arrow keys reach in a view.
std::set<std::string> reached(NamedView view) {
    std::set<std::string> known;
    std::deque<std::string> open{""};
    while (!open.empty()) {
        const std::string from = open.front();
        open.pop_front();
        for (const Direction way :
             {Direction::left, Direction::right, Direction::up, Direction::down})
            if (const std::string next = step(from, way, view);
                !next.empty() && known.insert(next).second)
                open.push_back(next);
    }
    return known;
}

} // namespace

TEST_CASE("areas that share a border touch, in both directions") {
    CHECK(touch("knee_knee.l", "thigh_front_of_thigh.l"));
    CHECK(touch("lower_leg_calf.r", "lower_leg_achilles.r"));
    CHECK(touch("hip_buttock_buttock.l", "thigh_hamstrings.l"));
    CHECK_FALSE(touch("knee_knee.l", "knee_knee.r"));
    CHECK_FALSE(touch("knee_knee.l", "elbow_forearm_elbow.l"));
    CHECK(body().neighbours.of("hip_buttock_deep_buttock.l").empty());
    CHECK(body().neighbours.of("no such area").empty());
    for (const Area &area : atlas().areas())
        for (const Area *other : body().neighbours.of(area.id)) {
            INFO(area.id << " - " << other->id);
            CHECK(other != &area);
            CHECK(touch(other->id, area.id));
        }
}

TEST_CASE("arrow keys walk to what lies there in the picture") {
    CHECK(step("knee_knee.l", Direction::up, NamedView::front) == "thigh_front_of_thigh.l");
    CHECK(step("knee_knee.l", Direction::down, NamedView::front) == "lower_leg_shin.l");
    // From the front the client's left is on the right of the picture.
    CHECK(step("abdomen_belly.l", Direction::left, NamedView::front) == "abdomen_belly.r");
    CHECK(step("abdomen_belly.r", Direction::right, NamedView::front) == "abdomen_belly.l");
    CHECK(step("thigh_hamstrings.l", Direction::up, NamedView::back) == "hip_buttock_buttock.l");
    CHECK(step("thigh_hamstrings.l", Direction::down, NamedView::back) == "knee_back_of_knee.l");
    CHECK(step("knee_back_of_knee.r", Direction::down, NamedView::back) == "lower_leg_calf.r");
    CHECK(step("head_face_forehead", Direction::up, NamedView::front) == "head_face_scalp");
    CHECK(step("head_face_scalp", Direction::up, NamedView::front).empty());
}

TEST_CASE("a walk crosses from one foot to the other") {
    std::string place = "ankle_foot_sole.l";
    for (int i = 0; i < 4 && !place.ends_with(".r"); ++i)
        place = step(place, Direction::left, NamedView::soles);
    CHECK(place.ends_with(".r"));
}

TEST_CASE("a walk begins in the upper middle, also when the place is out of sight") {
    for (const NamedView view : {NamedView::front, NamedView::back}) {
        const std::string first = step("", Direction::down, view);
        const Area *area = atlas().area(first);
        REQUIRE(area != nullptr);
        INFO(first);
        CHECK((area->zone == "chest" || area->zone == "upper & mid back"));
    }
    CHECK(step("knee_back_of_knee.l", Direction::up, NamedView::front) ==
          step("", Direction::up, NamedView::front));
}

TEST_CASE("every area with skin is reached by arrow keys in one of the views") {
    std::set<std::string> all;
    for (const NamedView view :
         {NamedView::front, NamedView::back, NamedView::left, NamedView::right, NamedView::soles})
        all.merge(reached(view));
    for (const Area &area : atlas().areas()) {
        const bool has_skin = std::any_of(area.regions.begin(), area.regions.end(),
                                          [](const auto &id) { return !atlas().region(id)->deep; });
        INFO(area.id);
        CHECK(all.contains(area.id) == has_skin);
    }
}
