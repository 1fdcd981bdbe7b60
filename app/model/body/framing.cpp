#include "model/body/framing.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace app {

using engine::OrbitView;
using engine::Rect;

namespace {

constexpr float air = 1.05F;          // a small margin around the figure
constexpr float air_at_soles = 1.45F; // the labels of the sides stand beside the feet
constexpr float farthest = 1.2F;      // of the framed height
constexpr float closest_mm = 180;     // along the shorter side of the viewport
constexpr float middle_part = 0.5F;   // of the viewport, where some skin has to stay

/// The least height of the view that shows a box of that size.
float showing(float width_mm, float height_mm, const Rect &viewport) {
    return std::max(height_mm, width_mm * viewport.h / std::max(viewport.w, 1.0F));
}

Figure framed(float yaw_deg, float width_mm, const Rect &viewport, const BodyBounds &body) {
    return {{body.middle(), yaw_deg, 0, air * showing(width_mm, body.height(), viewport)},
            viewport};
}

OrbitView framed_soles(const Rect &viewport, const BodyBounds &body) {
    const glm::vec3 low = body.feet_low, high = body.feet_high;
    const glm::vec3 middle{0, low.y, (low.z + high.z) / 2};
    const float width = 2 * std::max(high.x, -low.x);
    return {middle, 0, -90, air_at_soles * showing(width, high.z - low.z, viewport)};
}

float farthest_mm(const OrbitView &view, const Rect &viewport, const BodyBounds &body) {
    const bool feet_alone = shown_up_to_mm(view) < body.high.y;
    const float framed_mm = feet_alone ? framed_soles(viewport, body).height_mm
                                       : air * showing(body.width(), body.height(), viewport);
    return framed_mm * farthest;
}

/// How far a value lies outside of -reach..reach.
float outside(float value, float reach) {
    return value - std::clamp(value, -reach, reach);
}

} // namespace

BodyBounds bounds_of(std::span<const glm::vec3> skin) {
    constexpr float far = std::numeric_limits<float>::max();
    BodyBounds body{glm::vec3(far), glm::vec3(-far), glm::vec3(far), glm::vec3(-far)};
    const float shown = shown_up_to_mm({.pitch_deg = -90});
    for (const glm::vec3 &point : skin) {
        body.low = glm::min(body.low, point);
        body.high = glm::max(body.high, point);
        if (point.y > shown)
            continue;
        body.feet_low = glm::min(body.feet_low, point);
        body.feet_high = glm::max(body.feet_high, point);
    }
    return body;
}

std::vector<Figure> figures_of(NamedView view, const Rect &stage, const BodyBounds &body) {
    const float depth = body.high.z - body.low.z;
    switch (view) {
    case NamedView::pair:
        return {framed(0, body.width(), column(stage, 0, 2, 0), body),
                framed(180, body.width(), column(stage, 1, 2, 0), body)};
    case NamedView::front:
        return {framed(0, body.width(), stage, body)};
    case NamedView::back:
        return {framed(180, body.width(), stage, body)};
    case NamedView::left:
        return {framed(90, depth, stage, body)};
    case NamedView::right:
        return {framed(-90, depth, stage, body)};
    case NamedView::soles:
        return {{framed_soles(stage, body), stage}};
    }
    return {};
}

OrbitView kept_in_reach(const OrbitView &view, const Rect &viewport, const BodyBounds &body,
                        std::span<const glm::vec3> skin) {
    const float shorter = std::max(1.0F, std::min(viewport.w, viewport.h));
    OrbitView kept = limited(view, body.low, body.high, closest_mm * viewport.h / shorter,
                             farthest_mm(view, viewport, body));
    const engine::ViewAxes picture = axes(kept);
    const glm::vec2 reach =
        glm::vec2(viewport.w, viewport.h) * (mm_per_pixel(kept, viewport) * middle_part / 2);
    const float shown = shown_up_to_mm(kept);
    glm::vec2 nearest{0};
    float least = std::numeric_limits<float>::max();
    for (const glm::vec3 &point : skin) {
        if (point.y > shown)
            continue;
        const glm::vec3 from_target = point - kept.target;
        const glm::vec2 away{outside(glm::dot(from_target, picture.right), reach.x),
                             outside(glm::dot(from_target, picture.up), reach.y)};
        const float distance = glm::dot(away, away);
        if (distance >= least)
            continue;
        least = distance;
        nearest = away;
        if (least <= 0)
            return kept;
    }
    kept.target += picture.right * nearest.x + picture.up * nearest.y;
    return kept;
}

} // namespace app
