/// Words around a figure: in a column on either side, sorted by height, with leader lines that
/// neither cross nor run through words. Pure.
#pragma once

#include "math/rect.hpp"

#include <functional>
#include <vector>

namespace app {

struct LabelWish {
    glm::vec2 anchor;     ///< window pixels: what is named
    glm::vec2 size;       ///< of the label
    float weight = 0;     ///< heavier ones come first
    std::size_t kind = 0; ///< of wishes of one kind only one is shown: the left and the right calf
};

struct LabelRoom {
    engine::Rect space;              ///< of the figure; the columns stand at its edges
    std::vector<engine::Rect> taken; ///< neither words nor leaders may cover these
    std::function<bool(const engine::Rect &)> on_body; ///< words stay beside the body ...
    bool over_body = false; ///< ... or may cover it where there is no other room
    float gap = 4;          ///< between labels
};

struct LabelSpot {
    std::size_t wish; ///< index
    engine::Rect rect;
    glm::vec2 start; ///< of the leader, on the label's rim; it ends at the anchor
};

/// As many of the wishes as fit, heaviest first. The same input gives the same result.
std::vector<LabelSpot> lay_out_labels(const std::vector<LabelWish> &wishes, const LabelRoom &room);

bool segments_cross(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d);
bool segment_meets(glm::vec2 a, glm::vec2 b, const engine::Rect &rect);

} // namespace app
