// Whether pain, tight and avoid, and their levels, can be told apart by eyes that see other colours
// and in grey print: measured on drawn pictures.
#include "example_session.hpp"
#include "gl_stage.hpp"
#include "model/body/level_colors.hpp"
#include "phrases.hpp"
#include "render/summary_pictures.hpp"

#include <glm/mat3x3.hpp>

#include <cmath>

using namespace app;
using engine::Image;

namespace {

enum class Eyes { usual, protan, deutan, tritan, grey };
constexpr std::array<Eyes, 5> all_eyes{Eyes::usual, Eyes::protan, Eyes::deutan, Eyes::tritan,
                                       Eyes::grey};

/// Full severity, in linear RGB: Machado, Oliveira, Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, table 1. Grey: Rec. 709
/// luminance.
glm::mat3 simulation(Eyes eyes) {
    const auto rows = [](glm::vec3 r, glm::vec3 g, glm::vec3 b) {
        return glm::transpose(glm::mat3(r, g, b));
    };
    const glm::vec3 luminance{0.2126F, 0.7152F, 0.0722F};
    switch (eyes) {
    case Eyes::usual:
        return glm::mat3(1);
    case Eyes::protan:
        return rows({0.152286F, 1.052583F, -0.204868F}, {0.114503F, 0.786281F, 0.099216F},
                    {-0.003882F, -0.048116F, 1.051998F});
    case Eyes::deutan:
        return rows({0.367322F, 0.860646F, -0.227968F}, {0.280085F, 0.672501F, 0.047413F},
                    {-0.011820F, 0.042940F, 0.968881F});
    case Eyes::tritan:
        return rows({1.255528F, -0.076749F, -0.178779F}, {-0.078411F, 0.930809F, 0.147602F},
                    {0.004733F, 0.691367F, 0.303900F});
    case Eyes::grey:
        return rows(luminance, luminance, luminance);
    }
    return glm::mat3(1);
}

float linear(std::uint8_t c) {
    const float v = static_cast<float>(c) / 255;
    return v <= 0.04045F ? v / 12.92F : std::pow((v + 0.055F) / 1.055F, 2.4F);
}

/// CIE L* of a colour as these eyes see it.
float lightness(const std::uint8_t *rgb, Eyes eyes) {
    const glm::vec3 seen =
        simulation(eyes) * glm::vec3(linear(rgb[0]), linear(rgb[1]), linear(rgb[2]));
    const float y = std::clamp(0.2126F * seen.r + 0.7152F * seen.g + 0.0722F * seen.b, 0.0F, 1.0F);
    return y > 0.008856F ? 116 * std::cbrt(y) - 16 : 903.3F * y;
}

/// What a small piece of a picture looks like.
struct Texture {
    float mean = 0;                ///< L*
    float rising = 0, falling = 0; ///< mean step of L* across lines of either direction
    float strength() const { return std::max(rising, falling); }
    float crossed() const { return std::min(rising, falling) / std::max(strength(), 0.01F); }
};

Texture texture(const Image &image, glm::ivec2 middle, int half, int step, Eyes eyes) {
    const auto at = [&](int x, int y) {
        return lightness(image.pixel(middle.x + x, middle.y + y), eyes);
    };
    Texture result;
    for (int y = -half; y < half; ++y)
        for (int x = -half; x < half; ++x) {
            result.mean += at(x, y);
            result.rising += std::abs(at(x, y) - at(x + step, y + step));
            result.falling += std::abs(at(x, y) - at(x + step, y - step));
        }
    const auto count = static_cast<float>(4 * half * half);
    return {result.mean / count, result.rising / count, result.falling / count};
}

constexpr int size = 200;

/// The front of the thigh from near, all skin in one look.
Image piece(GlStage &stage, const PartLook &look) {
    BodyFrame frame = stage.frame({{{{95, 640, 0}, 0, 0, 300}, {0, 0, size, size}}});
    frame.looks.assign(frame.looks.size(), look);
    return snapshot(*stage.renderer, frame, size, size, {1, 1, 1, 1});
}

PartLook look(Channel channel, int level) {
    const Rgb color = channel == Channel::avoid ? avoid_color : level_color(channel, level).fill;
    PartLook result{{static_cast<std::uint8_t>(color >> 16U),
                     static_cast<std::uint8_t>(color >> 8U), static_cast<std::uint8_t>(color)},
                    Hatch::solid,
                    static_cast<std::uint8_t>(level)};
    if (channel != Channel::pain)
        result.hatch = channel == Channel::tight ? Hatch::tight : Hatch::avoid;
    return result;
}

Texture drawn(GlStage &stage, Channel channel, int level, Eyes eyes) {
    return texture(piece(stage, look(channel, level)), {size / 2, size / 2}, 24, 3, eyes);
}

void check_kinds(const Texture &pain, const Texture &tight, const Texture &avoid) {
    INFO("step of L* across lines: pain " << pain.strength() << ", tight " << tight.strength()
                                          << " (" << tight.crossed() << " crossed), avoid "
                                          << avoid.strength() << " (" << avoid.crossed() << ")");
    CHECK(pain.strength() < 2.5F);  // no pattern, only the form of the body
    CHECK(tight.strength() > 5);    // lines ...
    CHECK(tight.crossed() < 0.5F);  // ... in one direction
    CHECK(avoid.strength() > 15);   // bold lines ...
    CHECK(avoid.crossed() > 0.75F); // ... in two
}

} // namespace

TEST_CASE("pain, tight and avoid differ by their pattern, whatever colours one sees") {
    GlStage stage;
    for (const Eyes eyes : all_eyes) {
        const Texture avoid = drawn(stage, Channel::avoid, 0, eyes);
        for (int level = 1; level <= 10; ++level) {
            INFO("eyes " << static_cast<int>(eyes) << ", level " << level);
            check_kinds(drawn(stage, Channel::pain, level, eyes),
                        drawn(stage, Channel::tight, level, eyes), avoid);
        }
    }
}

TEST_CASE("a higher level is darker, and three levels are plainly so") {
    GlStage stage;
    for (const Eyes eyes : all_eyes)
        for (const Channel channel : {Channel::pain, Channel::tight}) {
            std::vector<float> mean;
            for (int level = 1; level <= 10; ++level)
                mean.push_back(drawn(stage, channel, level, eyes).mean);
            for (std::size_t i = 0; i < mean.size(); ++i) {
                INFO("eyes " << static_cast<int>(eyes) << ", channel " << static_cast<int>(channel)
                             << ", level " << i + 1 << ": L* " << mean[i]);
                if (i >= 1)
                    CHECK(mean[i] < mean[i - 1]);
                if (i >= 3)
                    CHECK(mean[i] < mean[i - 3] - 8);
            }
        }
}

TEST_CASE("in a summary that is printed in grey the three kinds of marks still differ") {
    GlStage stage;
    const BodyPlaces places(stage.mesh, test::atlas());
    const engine::MeshShape neutral = shape_of(stage.mesh);
    BodyPaint paint(places, neutral, test::atlas());
    const Summary page = summary(test::example(), {}, test::atlas(), test::words());
    const std::vector<SummaryView> views = summary_views(*stage.renderer, places, paint, page);
    const auto printed = [&](Channel channel, std::string_view side) {
        for (const SummaryView &view : views)
            for (const SummaryView::Badge &badge : view.badges)
                for (const SummaryRow &row : page.rows)
                    if (view.caption == side && row.number == badge.row && row.channel == channel)
                        return texture(view.image, glm::ivec2(badge.x, badge.y), 16, 6, Eyes::grey);
        FAIL("the view does not show the mark");
        return Texture{};
    };
    check_kinds(printed(Channel::pain, "Back"), printed(Channel::tight, "Back"),
                printed(Channel::avoid, "Front"));
}
