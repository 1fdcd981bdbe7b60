#include "math/rect.hpp"

#include <algorithm>

namespace engine {

Rect intersection(const Rect &a, const Rect &b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
            std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

bool overlap(const Rect &a, const Rect &b) {
    return !intersection(a, b).empty();
}

Rect cut_top(Rect &rest, float height, float gap) {
    const Rect strip{rest.x, rest.y, rest.w, height};
    rest.y += height + gap;
    rest.h -= height + gap;
    return strip;
}

Rect cut_bottom(Rect &rest, float height, float gap) {
    const Rect strip{rest.x, rest.bottom() - height, rest.w, height};
    rest.h -= height + gap;
    return strip;
}

Rect cut_left(Rect &rest, float width, float gap) {
    const Rect strip{rest.x, rest.y, width, rest.h};
    rest.x += width + gap;
    rest.w -= width + gap;
    return strip;
}

Rect cut_right(Rect &rest, float width, float gap) {
    const Rect strip{rest.right() - width, rest.y, width, rest.h};
    rest.w -= width + gap;
    return strip;
}

Rect column(const Rect &row, int index, int count, float gap) {
    const float width = (row.w - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    return {row.x + static_cast<float>(index) * (width + gap), row.y, width, row.h};
}

} // namespace engine
