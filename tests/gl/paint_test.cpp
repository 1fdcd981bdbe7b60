#include "example_session.hpp"
#include "gl_stage.hpp"
#include "model/body/body_model.hpp"
#include "render/summary_pictures.hpp"

#include <map>
#include <set>

using namespace app;
using engine::Image;
using engine::Rect;
using engine::Tag;

namespace {

constexpr int size = 400;
constexpr std::array<float, 4> grey{0.5F, 0.6F, 0.7F, 1};
/// Half a millimetre a pixel, straight from the front.
const Figure thigh{{{100, 650, 0}, 0, 0, 200}, {0, 0, size, size}};
const Figure legs{{{0, 650, 0}, 0, 0, 400}, {0, 0, size, size}};

/// A body of any figure, its paint, and a renderer for it.
struct Canvas {
    explicit Canvas(BodyDetail detail = BodyDetail::fast)
        : body(required(BodyModel::load(stage.share / "body", detail, test::atlas()))),
          renderer(required(BodyRenderer::create(body->mesh(), stage.share / "shaders"))) {}

    std::vector<Dab> painted(const Figure &figure, std::vector<glm::vec2> path, float radius_mm) {
        PaintStroke stroke;
        for (const glm::vec2 pixel : path)
            body->paint().go_on(stroke, figure, {pixel, radius_mm});
        REQUIRE_FALSE(stroke.dabs.empty());
        return stroke.dabs;
    }
    BodyFrame frame(const Figure &figure) const {
        BodyFrame result = stage.frame({figure});
        result.shape = body->places().shape();
        result.moving = true; // without antialiasing a pixel is painted or not
        return result;
    }
    Image picture(const Figure &figure, std::span<const Dab> dabs) {
        BodyFrame shown = frame(figure);
        const PartLook red{{200, 40, 30}, Hatch::solid, 6};
        if (const auto patch = body->paint().patch(dabs))
            shown.paint.push_back({patch, red, {100, 20, 15}, 0});
        return snapshot(*renderer, shown, size, size, grey);
    }
    /// By pixel: whether the paint is seen there.
    std::vector<bool> seen(const Figure &figure, std::span<const Dab> dabs) {
        const Image bare = picture(figure, {}), with = picture(figure, dabs);
        std::vector<bool> result(std::size_t{size} * size);
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] = std::abs(bare.rgba[4 * i + 1] - with.rgba[4 * i + 1]) > 40;
        return result;
    }
    /// How many pixels are seen painted, by tag.
    std::map<Tag, int> seen_by_tag(const Figure &figure, std::span<const Dab> dabs) {
        const auto tags = renderer->draw_tags(frame(figure), size, size);
        const auto painted = seen(figure, dabs);
        std::map<Tag, int> count;
        for (std::size_t i = 0; i < painted.size(); ++i)
            if (painted[i])
                ++count[tags[i]];
        return count;
    }

    GlStage stage;
    std::unique_ptr<BodyModel> body;
    std::unique_ptr<BodyRenderer> renderer;
};

} // namespace

TEST_CASE("paint is seen where it was put, as large as the brush, and round") {
    for (const BodyDetail detail : {BodyDetail::fast, BodyDetail::high}) {
        Canvas canvas(detail);
        for (const float radius : {6.0F, 20.0F}) {
            const auto dabs = canvas.painted(thigh, {{200, 200}}, radius);
            const auto seen = canvas.seen(thigh, dabs);
            int count = 0, inside = 0, outside = 0;
            for (int y = 0; y < size; ++y)
                for (int x = 0; x < size; ++x) {
                    const bool painted = seen[static_cast<std::size_t>(y) * size + x];
                    const float mm = glm::distance(glm::vec2(x, y) + 0.5F, {200, 200}) / 2;
                    count += painted;
                    inside += !painted && mm < radius * 0.88F;
                    outside += painted && mm > radius + 0.6F;
                }
            INFO("radius " << radius << ": " << count << " pixels");
            CHECK(count == Approx(4 * 3.14159 * radius * radius).epsilon(0.08));
            CHECK(inside == 0);
            CHECK(outside == 0);
        }
        CHECK(canvas.stage.driver_warnings.empty());
    }
}

TEST_CASE("paint on one leg is not seen on the other, nor through the body") {
    Canvas canvas;
    const auto dabs = canvas.painted(legs, {{220, 60}, {225, 300}}, 40);
    for (const auto &[tag, count] : canvas.seen_by_tag(legs, dabs)) {
        INFO(canvas.stage.mesh.part_name[tag / 2] << ", " << count << " pixels");
        CHECK(tag % 2 == 0);
    }
    CHECK(canvas.seen_by_tag(legs, dabs).size() >= 2);
    Figure from_behind = legs;
    from_behind.view.yaw_deg = 180;
    const auto spot = canvas.painted(legs, {{300, 200}}, 15);
    CHECK(canvas.seen_by_tag(from_behind, spot).empty());
}

TEST_CASE("paint that was erased is gone, and undone paint is the picture of before") {
    Canvas canvas;
    const Image bare = canvas.picture(thigh, {});
    const auto dabs = canvas.painted(thigh, {{200, 100}, {200, 300}}, 10);
    CHECK(canvas.picture(thigh, dabs).rgba != bare.rgba);
    CHECK(canvas.picture(thigh, canvas.body->paint().erased(dabs, dabs)).rgba == bare.rgba);

    const auto left = canvas.body->paint().erased(dabs, {{Dab{dabs.front().point, 30}}});
    const auto before = canvas.seen(thigh, dabs), after = canvas.seen(thigh, left);
    const auto at = [](int x, int y) { return static_cast<std::size_t>(y) * size + x; };
    CHECK(before[at(200, 120)]);
    CHECK_FALSE(after[at(200, 120)]);
    CHECK(after[at(200, 290)]);
}

TEST_CASE("the same dabs lie on the same structures of every figure") {
    Canvas canvas;
    const auto dabs = canvas.painted(legs, {{290, 60}, {300, 330}}, 25);
    const auto neutral = canvas.seen_by_tag(legs, dabs);
    REQUIRE(neutral.size() >= 2);
    const auto share = [](const std::map<Tag, int> &count, Tag tag) {
        double all = 0;
        for (const auto &[each, pixels] : count)
            all += pixels;
        const auto found = count.find(tag);
        return found == count.end() ? 0 : found->second / all;
    };
    for (const ShownFigure figure :
         {ShownFigure{FigureVariant::female, 1}, ShownFigure{FigureVariant::male, -1}}) {
        REQUIRE(canvas.body->show(figure).ok());
        const auto other = canvas.seen_by_tag(legs, dabs);
        for (const auto &[tag, pixels] : neutral) {
            INFO(canvas.stage.mesh.part_name[tag / 2]);
            CHECK(share(other, tag) == Approx(share(neutral, tag)).margin(0.2));
        }
    }
}

TEST_CASE("a line along the edge of paint keeps its width on the screen") {
    Canvas canvas;
    const auto dabs = canvas.painted(thigh, {{200, 200}}, 20);
    const auto green = [&](float height_mm) {
        Figure figure = thigh;
        figure.view.height_mm = height_mm;
        BodyFrame frame = canvas.frame(figure);
        frame.paint.push_back(
            {canvas.body->paint().patch(dabs), {{255, 0, 0}, Hatch::solid}, {0, 255, 0}, 4});
        const Image image = snapshot(*canvas.renderer, frame, size, size, grey);
        int count = 0;
        for (int x = size / 2; x < size; ++x) { // from the middle out
            const std::uint8_t *pixel = image.pixel(x, size / 2);
            count += pixel[1] > 200 && pixel[0] < 60;
        }
        return count;
    };
    for (const float height_mm : {100.0F, 200.0F, 600.0F}) {
        INFO(height_mm << " mm");
        CHECK(green(height_mm) >= 3);
        CHECK(green(height_mm) <= 5);
    }
}

TEST_CASE("the pictures of a summary show paint, not the whole of its regions") {
    Canvas canvas;
    const auto dabs = canvas.painted(thigh, {{200, 200}, {200, 300}}, 15);
    Summary page;
    page.rows.push_back({.number = 1,
                         .regions = {"rectus_femoris.l"},
                         .paint = dabs,
                         .channel = Channel::pain,
                         .before = 7});
    const auto red = [&] {
        const auto views =
            summary_views(*canvas.renderer, canvas.body->places(), canvas.body->paint(), page);
        REQUIRE(views.size() == 4);
        CHECK(views[0].badges.size() == 1);
        CHECK(views[1].badges.empty());
        int count = 0;
        for (std::size_t i = 0; i < views[0].image.rgba.size(); i += 4)
            count += views[0].image.rgba[i] > views[0].image.rgba[i + 1] + 80;
        return count;
    };
    const int painted = red();
    page.rows[0].paint.clear();
    const int whole = red();
    CHECK(painted > 100);
    CHECK(whole > 2 * painted);
}
