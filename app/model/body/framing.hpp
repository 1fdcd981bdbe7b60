/// How a body of any stature and build is framed, and how far a view may stray from it. Pure.
#pragma once

#include "model/body/body_frame.hpp"

#include <span>
#include <vector>

namespace app {

/// What the standing body takes up, mm.
struct BodyBounds {
    glm::vec3 low{0}, high{0};
    glm::vec3 feet_low{0}, feet_high{0}; ///< of the part that is shown from straight below
    float height() const { return high.y - low.y; }
    /// Between the fingertips; the body stands in the middle of it.
    float width() const { return 2 * std::max(high.x, -low.x); }
    glm::vec3 middle() const { return {0, (low.y + high.y) / 2, (low.z + high.z) / 2}; }
};
BodyBounds bounds_of(std::span<const glm::vec3> skin);

/// The views that one tap reaches.
enum class NamedView : std::uint8_t { pair, front, back, left, right, soles };
/// The figures of a named view, framed within `stage` (the part of the window the body may use).
std::vector<Figure> figures_of(NamedView view, const engine::Rect &stage, const BodyBounds &body);

/// The view kept where nobody loses the body: not much farther than the whole of it, not closer
/// than a hand, and some skin in the middle half of the viewport. `skin` are points close together.
engine::OrbitView kept_in_reach(const engine::OrbitView &view, const engine::Rect &viewport,
                                const BodyBounds &body, std::span<const glm::vec3> skin);

} // namespace app
