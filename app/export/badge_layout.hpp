/// Where numbered badges stand beside a figure, and their leader lines. Pure; one layout for all
/// formats. x right, y down.
#pragma once

#include "image/image.hpp"
#include "math/rect.hpp"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace app {

/// How far the figure reaches in each of equally high bands from top to bottom, as parts (0..1) of
/// the picture's width.
struct Silhouette {
    struct Band {
        float left = 1, right = 0; ///< left > right: nothing there
    };
    static constexpr int band_count = 96;
    std::array<Band, band_count> bands;
};
Silhouette silhouette(const engine::Image &image);

struct Anchor {
    int row;
    glm::vec2 point; ///< on the figure
};

struct BadgeSpot {
    int row;
    glm::vec2 anchor;
    engine::Rect box;   ///< the badge
    glm::vec2 line_end; ///< the leader line goes from anchor to here
};

struct BadgeRoom {
    engine::Rect picture;            ///< where the figure's picture lies
    engine::Rect cell;               ///< badges stay in here
    float size;                      ///< width and height of a badge
    std::vector<engine::Rect> words; ///< taken by text: no badge goes there
};

/// Badges close to their marks beside the figure, without overlaps and crossing lines; more than 8
/// stand in two columns at the cell's edges. Nothing when the room is too small for that.
std::optional<std::vector<BadgeSpot>> place_badges(const Silhouette &figure, const BadgeRoom &room,
                                                   std::span<const Anchor> anchors);

/// Do two leader lines meet at a point that is not an end of both?
bool lines_cross(const BadgeSpot &a, const BadgeSpot &b);
/// Does the leader line of `a` run through the badge of `b`?
bool line_hits_badge(const BadgeSpot &a, const BadgeSpot &b);

} // namespace app
