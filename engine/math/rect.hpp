/// Rectangles in window pixels: x right, y down, origin at the top left.
#pragma once

#include <glm/vec2.hpp>

namespace engine {

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    glm::vec2 center() const { return {x + w / 2, y + h / 2}; }
    bool empty() const { return w <= 0 || h <= 0; }
    bool contains(glm::vec2 p) const {
        return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
    }
    /// The same rectangle, each side moved inwards (negative: outwards).
    Rect inset(float by) const { return inset(by, by); }
    Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }

    friend bool operator==(const Rect &, const Rect &) = default;
};

/// The part that both share; empty (w or h of 0) when they do not touch.
Rect intersection(const Rect &a, const Rect &b);
bool overlap(const Rect &a, const Rect &b);

/// Cuts a strip off one side of `rest` and returns it; `gap` pixels between the two are lost.
Rect cut_top(Rect &rest, float height, float gap = 0);
Rect cut_bottom(Rect &rest, float height, float gap = 0);
Rect cut_left(Rect &rest, float width, float gap = 0);
Rect cut_right(Rect &rest, float width, float gap = 0);

/// Cell `index` of `count` equal columns with `gap` pixels between them.
Rect column(const Rect &row, int index, int count, float gap);

} // namespace engine
