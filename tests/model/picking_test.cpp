#include "body.hpp"
#include "model/body/picking.hpp"
#include "phrases.hpp"

#include <glm/geometric.hpp>

#include <cmath>

using namespace app;
using engine::Rect;

namespace {

const Rect viewport{0, 0, 600, 600};
const std::string calf_area = "lower_leg_calf.l";

/// The back of the left calf_area, with that many mm to the pixel.
Figure calf_at(float mm_per_px) {
    engine::OrbitView view = test::body().view_of(test::body().tags_of_area(calf_area));
    view.yaw_deg = 180;
    view.pitch_deg = 0;
    view.height_mm = mm_per_px * viewport.h;
    return {view, viewport};
}

Place pick(const Figure &figure, std::string_view part, Reader reader, float ui_scale = 1) {
    const auto tags = test::body().tags({{std::string(part)}});
    const auto seen = test::body().visible(figure, tags);
    REQUIRE(seen.area_px2 > 0);
    return place_at(test::body(), {&figure, 1}, pixel_of(figure.view, viewport, seen.point),
                    {18, ui_scale, reader});
}

} // namespace

TEST_CASE("far away a tap means the area, near it means the structure") {
    const std::string inner = "gastrocnemius_medial.l";
    CHECK(pick(calf_at(3), inner, Reader::therapist) == Place{calf_area, {}});
    CHECK(pick(calf_at(1), inner, Reader::therapist) == Place{calf_area, inner});
    CHECK(pick(calf_at(1), inner, Reader::client) == Place{calf_area, {}});
    CHECK(pick(calf_at(0.4F), inner, Reader::client) == Place{calf_area, inner});
}

TEST_CASE("near is measured in interface pixels: a larger window does not change it") {
    const Reader reader = Reader::therapist;
    CHECK(pick_level(calf_at(1.4F), 1, reader) == PickLevel::structure);
    CHECK(pick_level(calf_at(1.6F), 1, reader) == PickLevel::area);
    CHECK(pick_level(calf_at(1.4F), 1.5F, reader) == PickLevel::area);
    CHECK(pick_level(calf_at(0.9F), 1.5F, reader) == PickLevel::structure);
}

TEST_CASE("no named view and no flight takes a client from areas to structures") {
    const Rect stage{0, 0, 660, 704};
    for (const Area &area : test::atlas().areas()) {
        const auto &tags = test::body().tags_of_area(area.id);
        if (tags.empty())
            continue;
        INFO(area.id);
        CHECK(pick_level({test::body().view_of(tags), stage}, 1, Reader::client) ==
              PickLevel::area);
    }
}

TEST_CASE("where structures can be picked, most are larger than the fingertip that does it") {
    constexpr float fingertip_px = 48;
    const float fingertip_mm = fingertip_px * 1.5F; // at the outermost near view
    const engine::PartMesh &mesh = test::body().mesh();
    std::vector<float> mm2(mesh.tag_count(), 0);
    for (std::size_t t = 0; t < mesh.triangle.size(); ++t) {
        const auto &[a, b, c] = mesh.triangle[t];
        mm2[mesh.tag[t]] += glm::length(glm::cross(mesh.position[b] - mesh.position[a],
                                                   mesh.position[c] - mesh.position[a])) /
                            2;
    }
    int all = 0, wide = 0;
    for (const float area : mm2)
        if (area > 0) {
            ++all;
            wide += std::sqrt(area) >= fingertip_mm;
        }
    INFO(wide << " of " << all);
    CHECK(all > 150);
    CHECK(2 * wide > all);
}

TEST_CASE("beside the body nothing is picked, a near miss is") {
    const Figure figure = calf_at(3);
    const Finger finger{18, 1, Reader::client};
    CHECK(place_at(test::body(), {&figure, 1}, {5, 300}, finger).empty());
    CHECK(place_at(test::body(), {}, {300, 300}, finger).empty());
    CHECK(place_at(test::body(), {&figure, 1}, {-20, 300}, finger).empty());
    const glm::vec3 tip{test::body().bounds().high.x + 10, 850, 0};
    const Figure whole = figures_of(NamedView::front, viewport, test::body().bounds()).front();
    bool near_miss = false;
    for (float y = 700; y < 1000; y += 10)
        near_miss |= !place_at(test::body(), {&whole, 1},
                               pixel_of(whole.view, viewport, {tip.x, y, 0}), finger)
                          .empty();
    CHECK(near_miss);
}

TEST_CASE("places have tags, words, and come back from marks") {
    const Place whole{calf_area, {}}, inner{calf_area, "gastrocnemius_medial.l"};
    CHECK(tags_of(test::body(), whole).size() > 1);
    CHECK(tags_of(test::body(), inner).size() == 1);
    CHECK(tags_of(test::body(), {}).empty());
    CHECK(title(test::atlas(), whole, Reader::client, test::words()) == "Calf, your left");
    CHECK(title(test::atlas(), inner, Reader::therapist, test::words()) !=
          title(test::atlas(), whole, Reader::therapist, test::words()));

    Mark mark;
    mark.area = calf_area;
    mark.regions = test::atlas().area(calf_area)->regions;
    CHECK(place_of(test::atlas(), mark) == whole);
    mark.regions = {inner.region};
    CHECK(place_of(test::atlas(), mark) == inner);
}
