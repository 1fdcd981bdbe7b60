#include "gl/framebuffer.hpp"
#include "gl_stage.hpp"
#include "mesh/bvh.hpp"

#include <fstream>
#include <set>

using namespace app;
using engine::Image;
using engine::no_tag;
using engine::OrbitView;
using engine::Rect;
using engine::Tag;

namespace {

constexpr int width = 240, height = 200;
constexpr std::array<float, 4> grey{0.5F, 0.6F, 0.7F, 1};
/// Not from above, so that there is no shadow on the ground.
const OrbitView from_below{{0, 850, 0}, 20, -12, 1900};

class TagPicture {
  public:
    TagPicture(GlStage &stage, const BodyFrame &frame)
        : tags_(stage.renderer->draw_tags(frame, width, height)) {}
    Tag at(int x, int y) const { return tags_[static_cast<std::size_t>(y) * width + x]; }
    /// The tags at the pixel and around it, `reach` pixels in all directions.
    std::set<Tag> around(int x, int y, int reach) const {
        std::set<Tag> found;
        for (int v = std::max(0, y - reach); v <= std::min(height - 1, y + reach); ++v)
            for (int u = std::max(0, x - reach); u <= std::min(width - 1, x + reach); ++u)
                found.insert(at(u, v));
        return found;
    }

  private:
    std::vector<Tag> tags_;
};

/// What rays pick at the pixel and a fifth of a pixel beside it.
std::set<Tag> picked_around(const engine::Bvh &bvh, const Figure &figure, int x, int y) {
    std::set<Tag> found;
    for (const glm::vec2 aside : {glm::vec2{0.5F, 0.3F}, glm::vec2{0.5F, 0.7F},
                                  glm::vec2{0.3F, 0.5F}, glm::vec2{0.7F, 0.5F}}) {
        const auto hit = bvh.hit(ray_at(figure.view, figure.viewport, glm::vec2(x, y) + aside));
        found.insert(hit ? hit->tag : no_tag);
    }
    return found;
}

bool same_pixel(const Image &a, const Image &b, int x, int y) {
    return std::equal(a.pixel(x, y), a.pixel(x, y) + 4, b.pixel(x, y));
}

} // namespace

TEST_CASE("the card draws at each pixel the part that a ray picks there") {
    GlStage stage;
    const engine::Bvh bvh(stage.mesh);
    const Rect between_pixels{10.4F, 7.7F, 201.3F, 181.5F};
    const OrbitView views[] = {{{0, 850, 0}, 0, 0, 1800},       {{0, 850, 0}, 180, 10, 1800},
                               {{0, 850, 0}, 90, -20, 1800},    {{100, 500, 0}, 37, 25, 600},
                               {{-100, 1400, 0}, -130, 5, 500}, {{0, 0, 25}, 0, -90, 420}};
    for (const OrbitView &view : views) {
        const TagPicture picture(stage, stage.frame({{view, between_pixels}}));
        int body = 0, differ = 0;
        for (int y = 9; y < 188; y += 3)
            for (int x = 12; x < 210; x += 3) {
                const auto hit = bvh.hit(ray_at(view, between_pixels, glm::vec2(x, y) + 0.5F));
                const Tag picked = hit ? hit->tag : no_tag;
                body += picked != no_tag;
                if (picked != picture.at(x, y) && picture.around(x, y, 1).size() == 1)
                    ++differ;
            }
        INFO("yaw " << view.yaw_deg << ", pitch " << view.pitch_deg);
        CHECK(body > 200);
        CHECK(differ == 0);
    }
    CHECK(stage.driver_warnings.empty());
}

TEST_CASE("on a grid over eight views the part that is picked is the part that is drawn") {
    GlStage stage;
    const engine::Bvh bvh(stage.mesh);
    const Rect all{0, 0, width, height};
    const OrbitView views[] = {
        {{0, 850, 0}, 0, 0, 1800},   {{0, 850, 0}, 180, 0, 1800}, {{0, 850, 0}, 90, 0, 1800},
        {{0, 850, 0}, -90, 0, 1800}, {{0, 850, 0}, 45, 0, 1800},  {{0, 850, 0}, -135, 0, 1800},
        {{0, 850, 0}, 0, 75, 1300},  {{0, 20, 25}, 0, -90, 420},
    };
    int body = 0, on_edges = 0, elsewhere = 0;
    for (const OrbitView &view : views) {
        const TagPicture picture(stage, stage.frame({{view, all}}));
        for (int y = 0; y < height; y += 8)
            for (int x = 0; x < width; x += 8) {
                const auto hit = bvh.hit(ray_at(view, all, glm::vec2(x, y) + 0.5F));
                const Tag picked = hit ? hit->tag : no_tag;
                body += picked != no_tag;
                if (picked == picture.at(x, y))
                    continue;
                const bool edge = picture.around(x, y, 1).contains(picked) ||
                                  picked_around(bvh, {view, all}, x, y).contains(picture.at(x, y));
                (edge ? on_edges : elsewhere)++;
            }
    }
    INFO(body << " pixels of the body, " << on_edges << " differ on edges");
    CHECK(body > 900);
    CHECK(elsewhere == 0);
    CHECK(on_edges <= 3); // software OpenGL: none
}

TEST_CASE("to change the look of a part changes the pixels of that part and no others") {
    GlStage stage;
    BodyFrame frame = stage.frame({{from_below, {0, 0, width, height}}});
    frame.moving = true; // without antialiasing every pixel has one part
    const TagPicture tags(stage, frame);
    const Tag part = tags.at(width / 2 + 10, height / 2 + 25); // of the thigh
    REQUIRE(part != no_tag);

    const Image before = snapshot(*stage.renderer, frame, width, height, grey);
    const PartLook solid{{200, 40, 30}, Hatch::solid, 6, 0, false};
    const PartLook hovered{{}, Hatch::none, 0, 255, false};
    const PartLook selected{{0, 124, 137}, Hatch::none, 0, 0, true};
    for (const PartLook &look : {solid, hovered, selected}) {
        frame.looks[part] = look;
        const Image after = snapshot(*stage.renderer, frame, width, height, grey);
        int own = 0, own_same = 0, others_changed = 0;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const bool same = same_pixel(before, after, x, y);
                if (tags.at(x, y) == part) {
                    ++own;
                    own_same += same;
                } else {
                    others_changed += !same;
                }
            }
        CHECK(own > 30);
        CHECK(own_same == 0);
        CHECK(others_changed == 0);
    }
}

TEST_CASE("what the caller has drawn stays where there is no body") {
    GlStage stage;
    const Rect viewport{30, 20, 150, 160};
    BodyFrame frame = stage.frame({{from_below, viewport}});
    const TagPicture tags(stage, frame);
    for (const bool moving : {false, true}) {
        frame.moving = moving;
        const Image image = snapshot(*stage.renderer, frame, width, height, grey);
        int body = 0, stained = 0;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const std::uint8_t *p = image.pixel(x, y);
                const bool background = std::abs(p[0] - 128) <= 1 && std::abs(p[1] - 153) <= 1 &&
                                        std::abs(p[2] - 179) <= 1 && p[3] == 255;
                const auto near = tags.around(x, y, 2);
                if (near.size() == 1 && *near.begin() == no_tag)
                    stained += !background;
                else
                    body += !background;
            }
        CHECK(body > 1000);
        CHECK(stained == 0);
    }
}

TEST_CASE("edges are smooth when the body is still, and hard while it moves") {
    GlStage stage;
    BodyFrame frame = stage.frame({{from_below, {0, 0, width, height}}});
    const auto half_covered = [&](bool moving) {
        frame.moving = moving;
        const Image image = snapshot(*stage.renderer, frame, width, height, {0, 0, 0, 0});
        int count = 0;
        for (std::size_t i = 3; i < image.rgba.size(); i += 4)
            count += image.rgba[i] > 40 && image.rgba[i] < 215;
        return count;
    };
    const int still = half_covered(false);
    CHECK(still > 300);
    CHECK(half_covered(true) < still / 4);
}

TEST_CASE("a snapshot on no background is transparent around the body and full on it") {
    GlStage stage;
    const BodyFrame frame = stage.frame({{from_below, {0, 0, width, height}}});
    const Image image = snapshot(*stage.renderer, frame, width, height, {1, 1, 1, 0});
    REQUIRE(image.width == width);
    REQUIRE(image.height == height);
    CHECK(image.pixel(0, 0)[3] == 0);
    CHECK(image.pixel(width - 1, height - 1)[3] == 0);
    CHECK(image.pixel(width / 2, height / 2)[3] == 255);

    const Image half = snapshot(*stage.renderer, frame, width, height, {1, 0.5F, 0, 0.5F});
    CHECK(half.pixel(0, 0)[0] >= 254); // the colour as it was given, not multiplied by alpha
    CHECK(std::abs(half.pixel(0, 0)[1] - 128) <= 2);
    CHECK(std::abs(half.pixel(0, 0)[3] - 128) <= 1);
}

TEST_CASE("several figures are drawn at once, each within its own viewport") {
    GlStage stage;
    const OrbitView behind{{0, 850, 0}, 200, -12, 1900};
    const Rect left{0, 0, 120, 200}, right{120, 0, 120, 200};
    const auto picture = [&](std::vector<Figure> figures) {
        return snapshot(*stage.renderer, stage.frame(std::move(figures)), width, height, grey);
    };
    const Image both = picture({{from_below, left}, {behind, right}});
    const Image first = picture({{from_below, left}}), second = picture({{behind, right}});
    int differ = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            differ += !same_pixel(both, x < 120 ? first : second, x, y);
    CHECK(differ == 0);
    CHECK_FALSE(same_pixel(both, second, 60, 100));
}

TEST_CASE("the same frame drawn again is the same picture, a new size is not stale") {
    GlStage stage;
    BodyFrame frame = stage.frame({{from_below, {0, 0, width, height}}});
    const Image once = snapshot(*stage.renderer, frame, width, height, grey);
    CHECK(snapshot(*stage.renderer, frame, width, height, grey).rgba == once.rgba);
    snapshot(*stage.renderer, frame, 2 * width, height, grey);
    CHECK(snapshot(*stage.renderer, frame, width, height, grey).rgba == once.rgba);
    frame.outlines.push_back({stage.tags({"rectus_abdominis"}, true, true), {255, 0, 0}, 4, false});
    CHECK(snapshot(*stage.renderer, frame, width, height, grey).rgba != once.rgba);
    frame.outlines.clear();
    CHECK(snapshot(*stage.renderer, frame, width, height, grey).rgba == once.rgba);
    CHECK(stage.driver_warnings.empty());
}

TEST_CASE("a dashed outline covers part of what a full one covers") {
    GlStage stage;
    BodyFrame frame = stage.frame({{{{0, 1150, 0}, 0, 0, 500}, {0, 0, width, height}}});
    frame.outlines.push_back({stage.tags({"rectus_abdominis"}, true, true), {255, 0, 0}, 3, false});
    const auto red = [&] {
        const Image image = snapshot(*stage.renderer, frame, width, height, grey);
        int count = 0;
        for (std::size_t i = 0; i < image.rgba.size(); i += 4)
            count += image.rgba[i] > 240 && image.rgba[i + 1] < 40;
        return count;
    };
    const int full = red();
    frame.outlines[0].dashed = true;
    const int dashed = red();
    CHECK(full > 200);
    CHECK(dashed > full / 4);
    CHECK(dashed < full * 3 / 4);
}

TEST_CASE("a broken or missing shader is an error that names its file") {
    GlStage stage;
    const auto folder = std::filesystem::temp_directory_path() / "palpate-broken-shaders";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(stage.share / "shaders", folder);
    std::ofstream(folder / "body.frag") << "out vec4 color;\nvoid main() { color = nonsense; }\n";
    const auto broken = BodyRenderer::create(stage.mesh, folder);
    REQUIRE_FALSE(broken.ok());
    CHECK(broken.error().message.find("body.frag") != std::string::npos);
    CHECK(broken.error().message.find("nonsense") != std::string::npos);

    std::filesystem::remove(folder / "body.frag");
    const auto missing = BodyRenderer::create(stage.mesh, folder);
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().message.find("body.frag") != std::string::npos);
    std::filesystem::remove_all(folder);
}
