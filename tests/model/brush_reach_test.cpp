#include "catch.hpp"
#include "example_session.hpp"
#include "model/body/brush_reach.hpp"

#include <algorithm>
#include <set>
#include <string>

using namespace app;
using engine::SurfacePoint;
using engine::Tag;
using test::atlas;

namespace {

struct Canvas {
    explicit Canvas(const std::string &quality) {
        auto read = engine::read_part_mesh(PALPATE_SHARE_DIR "/body/neutral-" + quality + ".mesh");
        REQUIRE(read.ok());
        mesh = std::move(*read);
    }
    /// Zone and side of the area that a tag belongs to.
    std::string place(Tag tag) const {
        const Area *area = atlas().area_of_part(mesh.part_name[tag / 2], tag % 2 != 0);
        if (area == nullptr)
            return "";
        const char *const side = area->side == Side::left    ? " left"
                                 : area->side == Side::right ? " right"
                                                             : "";
        return area->zone + side;
    }
    std::set<Tag> tags(const std::set<std::string> &places) const {
        std::set<Tag> found;
        for (std::size_t tag = 0; tag < mesh.tag_count(); ++tag)
            if (places.contains(place(static_cast<Tag>(tag))))
                found.insert(static_cast<Tag>(tag));
        return found;
    }
    engine::PartMesh mesh;
};

const std::set<std::string> left_leg{"thigh left", "knee left", "lower leg left",
                                     "ankle & foot left"};
const std::set<std::string> right_leg{"thigh right", "knee right", "lower leg right",
                                      "ankle & foot right"};
const std::set<std::string> left_arm{"upper arm left", "elbow & forearm left", "wrist & hand left"};
const std::set<std::string> trunk{"chest",
                                  "chest left",
                                  "chest right",
                                  "abdomen",
                                  "abdomen left",
                                  "abdomen right",
                                  "upper & mid back",
                                  "upper & mid back left",
                                  "upper & mid back right",
                                  "lower back & pelvis",
                                  "lower back & pelvis left",
                                  "lower back & pelvis right",
                                  "hip & buttock left",
                                  "hip & buttock right"};

struct Count {
    int strokes = 0, strayed = 0;
};
/// Strokes of 10 to 60 mm all over `from`, and how many of them leave paint on `never`.
Count strokes(const std::string &quality, const std::set<std::string> &from,
              const std::set<std::string> &never) {
    const Canvas canvas(quality);
    const BrushReach reach(canvas.mesh, atlas());
    const engine::Surface surface(canvas.mesh);
    engine::Brush brush(surface);
    const std::set<Tag> start = canvas.tags(from), stray = canvas.tags(never);
    REQUIRE_FALSE(start.empty());
    REQUIRE_FALSE(stray.empty());
    Count count;
    for (std::uint32_t t = 0; t < canvas.mesh.triangle.size(); t += 23) {
        const Tag tag = canvas.mesh.tag[t];
        if (!start.contains(tag))
            continue;
        for (const float radius : {10.0F, 25.0F, 60.0F}) {
            const SurfacePoint seed{t, {1.0F / 3, 1.0F / 3, 1.0F / 3}};
            const auto &footprint = brush.footprint(seed, radius, reach.barred_from(tag));
            ++count.strokes;
            count.strayed += std::ranges::any_of(footprint.pieces, [&](const auto &piece) {
                return stray.contains(canvas.mesh.tag[piece.triangle]);
            });
        }
    }
    return count;
}

} // namespace

TEST_CASE("a brush on one leg never paints the other, however near to the crotch") {
    for (const std::string quality : {"high", "fast"}) {
        INFO(quality);
        const Count count = strokes(quality, left_leg, right_leg);
        CHECK(count.strokes > 500);
        CHECK(count.strayed == 0);
    }
}

TEST_CASE("a brush on the arm never paints the trunk, nor one on the trunk the arm") {
    const Count out = strokes("fast", left_arm, trunk);
    CHECK(out.strokes > 300);
    CHECK(out.strayed == 0);
    CHECK(strokes("fast", trunk, left_arm).strayed == 0);
}

TEST_CASE("a brush crosses where one place goes over into the next") {
    CHECK(strokes("fast", {"thigh left"}, {"knee left", "hip & buttock left"}).strayed > 10);
    CHECK(strokes("fast", {"upper arm left"}, {"shoulder left"}).strayed > 10);
    CHECK(strokes("fast", {"abdomen left"}, {"abdomen right"}).strayed > 10);
    CHECK(strokes("fast", {"chest left"}, {"shoulder left"}).strayed > 10);
}
