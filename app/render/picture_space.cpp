#include "render/picture_space.hpp"

#include <glm/common.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace app {

using engine::Rect;

glm::vec3 to_vec3(std::array<std::uint8_t, 3> c) {
    return glm::vec3(c[0], c[1], c[2]) / 255.0F;
}

PixelBox pixel_box(const Rect &rect, int width, int height) {
    const auto at = [](float v, int limit) {
        return std::clamp(static_cast<int>(std::lround(v)), 0, limit);
    };
    const int left = at(rect.x, width), right = at(rect.right(), width);
    const int top = at(rect.y, height), bottom = at(rect.bottom(), height);
    return {left, height - bottom, right - left, bottom - top};
}

Rect covering_all(const std::vector<Figure> &figures) {
    Rect all = figures.front().viewport;
    for (const Figure &figure : figures) {
        const Rect &r = figure.viewport;
        const float right = std::max(all.right(), r.right());
        const float bottom = std::max(all.bottom(), r.bottom());
        all.x = std::min(all.x, r.x);
        all.y = std::min(all.y, r.y);
        all.w = right - all.x;
        all.h = bottom - all.y;
    }
    return all;
}

glm::mat4 picture_from_world(const Figure &figure, glm::vec2 size) {
    const Rect &r = figure.viewport;
    const glm::vec2 scale = glm::vec2(r.w, r.h) / size;
    const glm::vec2 middle = r.center() / size * 2.0F - 1.0F;
    glm::mat4 place(1.0F);
    place[0][0] = scale.x;
    place[1][1] = scale.y;
    place[3] = {middle.x, -middle.y, 0, 1};
    return place * clip_from_world(figure.view, r.w / r.h);
}

void set_clay(const engine::gl::Program &program, const BodyFrame &frame, const Figure &figure,
              glm::vec2 size) {
    const engine::ViewAxes view = axes(figure.view);
    const glm::vec2 origin = pixel_of(figure.view, figure.viewport, {0, 0, 0});
    program.set("right", view.right);
    program.set("up", view.up);
    program.set("back", view.back);
    program.set("target", figure.view.target);
    program.set("fade_from", shown_up_to_mm(figure.view));
    program.set("clay", to_vec3(frame.colors.clay));
    program.set("px", frame.ui_scale);
    program.set("pattern_origin", glm::floor(glm::vec2(origin.x, size.y - origin.y)));
}

} // namespace app
