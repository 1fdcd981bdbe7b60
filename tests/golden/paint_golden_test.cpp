#include "example_session.hpp"
#include "gl_stage.hpp"
#include "golden.hpp"
#include "model/body/body_paint.hpp"

using namespace app;
using engine::Rect;

namespace {

constexpr int width = 640, height = 400;
constexpr std::array<float, 4> light{0.87F, 0.91F, 0.91F, 1};
const Figure near{{{-20, 800, 0}, 15, 5, 520}, {0, 0, width, height}};

} // namespace

TEST_CASE("body: painted in every pattern, one chosen") {
    GlStage stage;
    const BodyPlaces places(stage.mesh, test::atlas());
    const engine::MeshShape neutral = shape_of(stage.mesh);
    BodyPaint paint(places, neutral, test::atlas());
    BodyFrame frame = stage.frame({near});
    frame.group = places.group_of_tag();
    const auto add = [&](std::vector<glm::vec2> path, float radius_mm, const PartLook &look,
                         std::array<std::uint8_t, 3> line) -> PaintedPatch & {
        PaintStroke stroke;
        for (const glm::vec2 pixel : path)
            paint.go_on(stroke, near, {pixel, radius_mm});
        frame.paint.push_back({paint.patch(stroke.dabs), look, line});
        REQUIRE(frame.paint.back().patch);
        return frame.paint.back();
    };
    add({{300, 30}, {280, 90}, {290, 130}}, 15, {{0xCB, 0x32, 0x28}, Hatch::solid, 6},
        {0x8A, 0x1F, 0x18});
    add({{360, 80}, {390, 130}}, 25, {{0x4A, 0x8F, 0xDF}, Hatch::tight, 5}, {0x1F, 0x4F, 0x8F});
    add({{290, 340}}, 8, {{0xCB, 0x32, 0x28}, Hatch::solid, 6}, {0x8A, 0x1F, 0x18});
    add({{400, 260}, {405, 350}}, 12, {{0x27, 0x2E, 0x33}, Hatch::avoid, 0}, {0x27, 0x2E, 0x33});
    add({{310, 190}, {320, 250}}, 15, {{0x6A, 0x5A, 0x8E}, Hatch::ghost, 3}, {0x6A, 0x5A, 0x8E})
        .dashed = true;
    PaintedPatch &chosen = add({{245, 260}, {270, 290}, {240, 330}}, 12,
                               {{0xE0, 0x70, 0x40}, Hatch::solid, 4}, {0x00, 0x7C, 0x89});
    chosen.line_px = 3.5F;
    chosen.casing_color = {255, 255, 255};
    chosen.casing_px = 6.5F;
    check_golden(snapshot(*stage.renderer, frame, width, height, light), "body-painted");
}
