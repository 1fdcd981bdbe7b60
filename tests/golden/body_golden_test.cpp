#include "gl_stage.hpp"
#include "golden.hpp"

using namespace app;
using engine::OrbitView;
using engine::Rect;

namespace {

constexpr int width = 640, height = 400;
constexpr std::array<float, 4> light{0.87F, 0.91F, 0.91F, 1}, dark{0.08F, 0.11F, 0.12F, 1};
const OrbitView front{{0, 845, 0}, 0, 0, 1770}, behind{{0, 845, 0}, 180, 0, 1770};

std::vector<Figure> pair() {
    return {{front, {0, 0, width / 2.0F, height}},
            {behind, {width / 2.0F, 0, width / 2.0F, height}}};
}

void mark(GlStage &stage, BodyFrame &frame, std::initializer_list<std::string_view> parts,
          bool left, const PartLook &look, bool dashed = false) {
    const auto tags = stage.tags(parts, left, !left);
    for (const engine::Tag tag : tags)
        frame.looks[tag] = look;
    const auto darker = [](std::uint8_t c) { return static_cast<std::uint8_t>(c * 2 / 3); };
    const auto &c = look.color;
    frame.outlines.push_back({tags, {darker(c[0]), darker(c[1]), darker(c[2])}, 2, dashed});
}

/// All patterns at once.
void mark_all(GlStage &stage, BodyFrame &frame) {
    mark(stage, frame, {"gastrocnemius"}, true, {{0xCB, 0x32, 0x28}, Hatch::solid, 6});
    mark(stage, frame, {"biceps_femoris", "semitendinosus"}, false,
         {{0x4A, 0x8F, 0xDF}, Hatch::tight, 5});
    mark(stage, frame, {"tibialis_anterior"}, false, {{0x27, 0x2E, 0x33}, Hatch::avoid, 0});
    mark(stage, frame, {"latissimus"}, true, {{0x6A, 0x5A, 0x8E}, Hatch::ghost, 3}, true);
    for (const engine::Tag tag : stage.tags({"rectus_femoris"}, true, false))
        frame.looks[tag] = {{0x00, 0x7C, 0x89}, Hatch::none, 0, false, true};
    for (const engine::Tag tag : stage.tags({"pectoralis_major"}, true, false))
        frame.looks[tag].glow = 255;
}

} // namespace

TEST_CASE("body: front and back") {
    GlStage stage;
    check_golden(snapshot(*stage.renderer, stage.frame(pair()), width, height, light), "body-pair");
}

TEST_CASE("body: every pattern") {
    GlStage stage;
    BodyFrame frame = stage.frame(pair());
    mark_all(stage, frame);
    check_golden(snapshot(*stage.renderer, frame, width, height, light), "body-patterns");
}

TEST_CASE("body: close, with a chosen area") {
    GlStage stage;
    BodyFrame frame = stage.frame({{{{60, 400, 0}, 170, 5, 620}, {0, 0, width, height}}});
    mark_all(stage, frame);
    frame.outlines[0].color = {0x00, 0x7C, 0x89};
    frame.outlines[0].width_px = 4;
    check_golden(snapshot(*stage.renderer, frame, width, height, light), "body-close");
}

TEST_CASE("body: dark") {
    GlStage stage;
    BodyFrame frame = stage.frame({{{{0, 480, 0}, 180, 0, 1100}, {0, 0, width, height}}});
    mark_all(stage, frame);
    frame.colors.clay = {0x75, 0x68, 0x5D};
    check_golden(snapshot(*stage.renderer, frame, width, height, dark), "body-dark");
}

TEST_CASE("body: side, soles, and twice the size of lines while moving") {
    GlStage stage;
    BodyFrame frame = stage.frame({{{{0, 845, 0}, 90, 0, 1770}, {0, 0, 200, height}},
                                   {{{0, 0, 25}, 0, -90, 420}, {200, 0, 440, height}}});
    mark_all(stage, frame);
    frame.ui_scale = 2;
    frame.moving = true;
    check_golden(snapshot(*stage.renderer, frame, width, height, light), "body-side-soles");
}
