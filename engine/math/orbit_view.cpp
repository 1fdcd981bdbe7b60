#include "math/orbit_view.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

/// Eyes start this far in front of the target, and as much behind it is drawn: more than any body.
constexpr float reach_mm = 5000;

} // namespace

ViewAxes axes(const OrbitView &view) {
    const float yaw = glm::radians(view.yaw_deg), pitch = glm::radians(view.pitch_deg);
    const glm::vec3 right{std::cos(yaw), 0, -std::sin(yaw)};
    const glm::vec3 back{std::sin(yaw) * std::cos(pitch), std::sin(pitch),
                         std::cos(yaw) * std::cos(pitch)};
    return {right, glm::cross(back, right), back};
}

glm::mat4 clip_from_world(const OrbitView &view, float aspect) {
    const ViewAxes a = axes(view);
    const glm::vec3 x = a.right * (2 / (view.height_mm * aspect));
    const glm::vec3 y = a.up * (2 / view.height_mm);
    const glm::vec3 z = -a.back / reach_mm;
    glm::mat4 clip(1.0f);
    for (int i = 0; i < 3; ++i)
        clip[i] = {x[i], y[i], z[i], 0};
    clip[3] = {-glm::dot(x, view.target), -glm::dot(y, view.target), -glm::dot(z, view.target), 1};
    return clip;
}

float mm_per_pixel(const OrbitView &view, const Rect &viewport) {
    return view.height_mm / viewport.h;
}

Ray ray_at(const OrbitView &view, const Rect &viewport, glm::vec2 pixel) {
    const ViewAxes a = axes(view);
    const glm::vec2 offset = (pixel - viewport.center()) * mm_per_pixel(view, viewport);
    return {view.target + a.right * offset.x - a.up * offset.y + a.back * reach_mm, -a.back};
}

glm::vec2 pixel_of(const OrbitView &view, const Rect &viewport, glm::vec3 point) {
    const ViewAxes a = axes(view);
    const glm::vec3 offset = (point - view.target) / mm_per_pixel(view, viewport);
    return viewport.center() + glm::vec2(glm::dot(offset, a.right), -glm::dot(offset, a.up));
}

OrbitView turned(const OrbitView &view, const Rect &viewport, glm::vec2 delta,
                 float pitch_limit_deg) {
    OrbitView result = view;
    const glm::vec2 degrees = delta * (180 / viewport.w);
    result.yaw_deg = std::remainder(view.yaw_deg - degrees.x, 360.0f);
    result.pitch_deg = std::clamp(view.pitch_deg + degrees.y, -pitch_limit_deg, pitch_limit_deg);
    return result;
}

OrbitView panned(const OrbitView &view, const Rect &viewport, glm::vec2 delta) {
    OrbitView result = view;
    const ViewAxes a = axes(view);
    result.target += (a.up * delta.y - a.right * delta.x) * mm_per_pixel(view, viewport);
    return result;
}

OrbitView zoomed(const OrbitView &view, const Rect &viewport, float factor, glm::vec2 pixel) {
    OrbitView result = view;
    result.height_mm = view.height_mm / factor;
    const ViewAxes a = axes(view);
    const glm::vec2 shift = (pixel - viewport.center()) *
                            (mm_per_pixel(view, viewport) - mm_per_pixel(result, viewport));
    result.target += a.right * shift.x - a.up * shift.y;
    return result;
}

OrbitView limited(const OrbitView &view, glm::vec3 low, glm::vec3 high, float min_height_mm,
                  float max_height_mm) {
    OrbitView result = view;
    result.target = glm::clamp(view.target, low, high);
    result.height_mm = std::clamp(view.height_mm, min_height_mm, max_height_mm);
    return result;
}

OrbitView mix(const OrbitView &from, const OrbitView &to, float t) {
    OrbitView result;
    result.target = glm::mix(from.target, to.target, t);
    result.yaw_deg = from.yaw_deg + std::remainder(to.yaw_deg - from.yaw_deg, 360.0f) * t;
    result.pitch_deg = glm::mix(from.pitch_deg, to.pitch_deg, t);
    result.height_mm = from.height_mm * std::pow(to.height_mm / from.height_mm, t);
    return result;
}

OrbitView Flight::at(double now_s) const {
    if (done(now_s))
        return to;
    const double left = 1 - std::max(0.0, (now_s - start_s) / duration_s);
    return mix(from, to, static_cast<float>(1 - left * left * left));
}

} // namespace engine
