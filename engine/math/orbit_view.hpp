/// An orthographic view that orbits a target: how one figure is looked at.
#pragma once

#include "math/rect.hpp"

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

namespace engine {

struct Ray {
    glm::vec3 origin;    ///< mm
    glm::vec3 direction; ///< unit length
};

/// World: millimetres, x to the figure's left, y up, z forward. Yaw 0 looks at the front (camera on
/// +z), yaw 90 degrees at the figure's left side (camera on +x), yaw 180 at the back; pitch > 0
/// looks from above. `height_mm` of the world fit into the viewport's height.
struct OrbitView {
    glm::vec3 target{0, 880, 0};
    float yaw_deg = 0;
    float pitch_deg = 0; ///< -90..90
    float height_mm = 1900;

    friend bool operator==(const OrbitView &, const OrbitView &) = default;
};

/// Unit vectors of the picture: right, up, and towards the viewer.
struct ViewAxes {
    glm::vec3 right, up, back;
};
ViewAxes axes(const OrbitView &view);

/// World to clip space, for a viewport of that width / height.
glm::mat4 clip_from_world(const OrbitView &view, float aspect);

/// Between world and window pixels. `ray_at` starts 5 m in front of the target.
Ray ray_at(const OrbitView &view, const Rect &viewport, glm::vec2 pixel);
glm::vec2 pixel_of(const OrbitView &view, const Rect &viewport, glm::vec3 point);
float mm_per_pixel(const OrbitView &view, const Rect &viewport);

/// Turns by a drag of `delta` pixels (half a turn per viewport width), pitch kept within +-limit.
OrbitView turned(const OrbitView &view, const Rect &viewport, glm::vec2 delta,
                 float pitch_limit_deg);
/// Moves the target so that the picture follows the fingers by `delta` pixels.
OrbitView panned(const OrbitView &view, const Rect &viewport, glm::vec2 delta);
/// Scales by `factor` (> 1: closer) while the world point under `pixel` stays there.
OrbitView zoomed(const OrbitView &view, const Rect &viewport, float factor, glm::vec2 pixel);
/// The view kept where the figure cannot be lost: target inside the box, height_mm within the
/// range.
OrbitView limited(const OrbitView &view, glm::vec3 low, glm::vec3 high, float min_height_mm,
                  float max_height_mm);

/// Between two views, 0..1, the short way round in yaw; height in equal ratios.
OrbitView mix(const OrbitView &from, const OrbitView &to, float t);

/// A flight from one view to another. Time is an argument, in seconds.
struct Flight {
    OrbitView from, to;
    double start_s = 0;
    double duration_s = 0.25;
    OrbitView at(double now_s) const; ///< eased (cubic out)
    bool done(double now_s) const { return now_s >= start_s + duration_s; }
};

} // namespace engine
