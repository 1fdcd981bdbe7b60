#include "gl_stage.hpp"
#include "render/ground_shadow.hpp"

#include <glm/geometric.hpp>

using namespace app;

namespace {

constexpr int width = 300, height = 300;

/// Mean darkness (alpha) of the ground in a box around a point of the world.
double darkness(GlStage &stage, const engine::OrbitView &view, glm::vec3 point) {
    const engine::Rect all{0, 0, width, height};
    const BodyFrame frame = stage.frame({{view, all}});
    const engine::Image image = snapshot(*stage.renderer, frame, width, height, {1, 1, 1, 0});
    const std::vector<engine::Tag> tags = stage.renderer->draw_tags(frame, width, height);
    const glm::vec2 at = pixel_of(view, all, point);
    double sum = 0;
    int count = 0;
    for (int y = static_cast<int>(at.y) - 6; y <= static_cast<int>(at.y) + 6; ++y)
        for (int x = static_cast<int>(at.x) - 6; x <= static_cast<int>(at.x) + 6; ++x)
            if (tags[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)] ==
                engine::no_tag) {
                sum += image.pixel(x, y)[3];
                ++count;
            }
    REQUIRE(count > 20);
    return sum / count;
}

} // namespace

TEST_CASE("both feet stand in a shadow, and the ground beside them is clear") {
    GlStage stage;
    const GroundShadow shadow = ground_shadow(stage.mesh);
    REQUIRE(shadow.size() == 3);
    for (const float pitch : {0.0F, 20.0F, 60.0F}) {
        const engine::OrbitView view{{0, 60, 0}, 0, pitch, 900};
        INFO("pitch " << pitch);
        for (const std::size_t foot : {std::size_t{1}, std::size_t{2}}) {
            const glm::vec3 before_toes =
                shadow[foot].center + glm::vec3(0, -4, shadow[foot].radius_mm.y * 0.8F);
            CHECK(darkness(stage, view, before_toes) > 12);
        }
        CHECK(darkness(stage, view, {410, 0, 0}) < 4);
    }
}

TEST_CASE("from below there is no shadow") {
    GlStage stage;
    CHECK(seen_shadow(ground_shadow(stage.mesh), {.pitch_deg = -10}).empty());
    CHECK(seen_shadow(ground_shadow(stage.mesh), {.pitch_deg = 0}).size() == 3);
}
