#include "export/badge_layout.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace app {

using engine::Rect;

namespace {

constexpr std::size_t most_near = 8; ///< more badges than this stand in columns
constexpr float gap_part = 0.3F;     ///< of the badge size: kept free around a badge
constexpr std::uint8_t visible_alpha = 24;

float turn(glm::vec2 a, glm::vec2 b, glm::vec2 c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool segments_cross(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d) {
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

float distance_to_segment(glm::vec2 p, glm::vec2 a, glm::vec2 b) {
    const glm::vec2 along = b - a;
    const float length2 = glm::dot(along, along);
    const float t = length2 > 0 ? std::clamp(glm::dot(p - a, along) / length2, 0.0F, 1.0F) : 0.0F;
    return glm::distance(p, a + t * along);
}

bool segment_meets_rect(glm::vec2 a, glm::vec2 b, const Rect &r) {
    if (r.contains(a) || r.contains(b))
        return true;
    const glm::vec2 corners[] = {
        {r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}};
    for (int i = 0; i < 4; ++i)
        if (segments_cross(a, b, corners[i], corners[(i + 1) % 4]))
            return true;
    return false;
}

/// Left and right end of the figure between two heights of the picture.
Silhouette::Band reach(const Silhouette &figure, const Rect &picture, float top, float bottom) {
    const auto band = [&](float y) {
        const float part = (y - picture.y) / picture.h * Silhouette::band_count;
        return std::clamp(static_cast<int>(std::floor(part)), 0, Silhouette::band_count - 1);
    };
    Silhouette::Band widest;
    for (int i = band(top); i <= band(bottom); ++i) {
        const Silhouette::Band &b = figure.bands[static_cast<std::size_t>(i)];
        widest.left = std::min(widest.left, b.left);
        widest.right = std::max(widest.right, b.right);
    }
    if (widest.left > widest.right)
        return {picture.center().x, picture.center().x};
    return {picture.x + widest.left * picture.w, picture.x + widest.right * picture.w};
}

bool inside(const Rect &inner, const Rect &outer) {
    constexpr float rounding = 0.01F;
    return inner.x >= outer.x - rounding && inner.right() <= outer.right() + rounding &&
           inner.y >= outer.y - rounding && inner.bottom() <= outer.bottom() + rounding;
}

/// Badges one after the other, each at the best free place beside the figure.
class NearPlacer {
  public:
    NearPlacer(const Silhouette &figure, const BadgeRoom &room, std::span<const Anchor> anchors)
        : figure_(figure), room_(room), anchors_(anchors) {}

    std::optional<std::vector<BadgeSpot>> place() {
        std::vector<Anchor> order(anchors_.begin(), anchors_.end());
        std::stable_sort(order.begin(), order.end(),
                         [](const Anchor &a, const Anchor &b) { return a.point.y < b.point.y; });
        for (const Anchor &anchor : order) {
            const auto spot = best(anchor);
            if (!spot)
                return std::nullopt;
            placed_.push_back(*spot);
        }
        return placed_;
    }

  private:
    std::optional<BadgeSpot> best(const Anchor &anchor) const {
        std::optional<BadgeSpot> found;
        float lowest = std::numeric_limits<float>::max();
        const float step = room_.size / 4;
        const int steps = static_cast<int>(room_.cell.h * 0.4F / step);
        for (int i = -steps; i <= steps; ++i)
            for (const bool right : {false, true}) {
                const float y = anchor.point.y + static_cast<float>(i) * step;
                const BadgeSpot spot = beside(anchor, y, right);
                if (!is_free(spot))
                    continue;
                if (const float c = cost(spot); c < lowest) {
                    lowest = c;
                    found = spot;
                }
            }
        return found;
    }

    BadgeSpot beside(const Anchor &anchor, float y, bool right) const {
        const float half = room_.size / 2;
        const float gap = room_.size * gap_part;
        const auto ends = reach(figure_, room_.picture, y - half - gap, y + half + gap);
        const float x = right ? std::max(ends.right, anchor.point.x) + 2 * gap
                              : std::min(ends.left, anchor.point.x) - 2 * gap - room_.size;
        const Rect box{x, y - half, room_.size, room_.size};
        return {anchor.row, anchor.point, box, {right ? box.x : box.right(), y}};
    }

    bool is_free(const BadgeSpot &spot) const {
        const Rect wide = spot.box.inset(-room_.size * gap_part);
        if (!inside(spot.box, room_.cell))
            return false;
        for (const Rect &word : room_.words)
            if (overlap(wide, word) || segment_meets_rect(spot.anchor, spot.line_end, word))
                return false;
        return std::none_of(placed_.begin(), placed_.end(), [&](const BadgeSpot &other) {
            return overlap(wide, other.box) || lines_cross(spot, other) ||
                   line_hits_badge(spot, other) || line_hits_badge(other, spot);
        });
    }

    /// Short lines, away from the dots of other marks; a little slope reads better than much.
    float cost(const BadgeSpot &spot) const {
        float sum = glm::distance(spot.anchor, spot.line_end) +
                    0.4F * std::abs(spot.anchor.y - spot.line_end.y);
        for (const Anchor &other : anchors_)
            if (other.row != spot.row &&
                distance_to_segment(other.point, spot.anchor, spot.line_end) < room_.size * 0.4F)
                sum += 3 * room_.size;
        return sum;
    }

    const Silhouette &figure_;
    const BadgeRoom &room_;
    std::span<const Anchor> anchors_;
    std::vector<BadgeSpot> placed_;
};

/// Centre heights in a column: near the wanted ones, in their order, at least `pitch` apart.
std::vector<float> spread(std::vector<float> wanted, float top, float bottom, float pitch) {
    for (std::size_t i = 0; i < wanted.size(); ++i)
        wanted[i] = std::max(wanted[i], i == 0 ? top : wanted[i - 1] + pitch);
    for (std::size_t i = wanted.size(); i-- > 0;)
        wanted[i] = std::min(wanted[i], i + 1 == wanted.size() ? bottom : wanted[i + 1] - pitch);
    return wanted;
}

/// To exchange the badges of two crossing lines makes both shorter in sum, so this ends.
void uncross(std::vector<BadgeSpot> &spots) {
    for (bool again = true; again;) {
        again = false;
        for (std::size_t i = 0; i < spots.size(); ++i)
            for (std::size_t k = i + 1; k < spots.size(); ++k)
                if (lines_cross(spots[i], spots[k])) {
                    std::swap(spots[i].box, spots[k].box);
                    std::swap(spots[i].line_end, spots[k].line_end);
                    again = true;
                }
    }
}

/// Two columns outside of the picture; lines end at the columns' inner edges, so none runs through
/// a badge. Badges get smaller where there are too many.
std::optional<std::vector<BadgeSpot>> in_columns(const BadgeRoom &room,
                                                 std::span<const Anchor> anchors) {
    std::vector<Anchor> order(anchors.begin(), anchors.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const Anchor &a, const Anchor &b) { return a.point.x < b.point.x; });
    const std::size_t left_count = order.size() / 2;
    const auto most = static_cast<float>(order.size() - left_count);
    const float pitch = std::min(room.size * (1 + gap_part), room.cell.h / std::max(most, 1.0F));
    const float size = pitch / (1 + gap_part);
    const float margin = size * (1 + gap_part);
    if (room.picture.x - room.cell.x < margin || room.cell.right() - room.picture.right() < margin)
        return std::nullopt;

    std::vector<BadgeSpot> spots;
    const auto column = [&](std::span<Anchor> part, bool right) {
        std::stable_sort(part.begin(), part.end(),
                         [](const Anchor &a, const Anchor &b) { return a.point.y < b.point.y; });
        std::vector<float> heights;
        for (const Anchor &anchor : part)
            heights.push_back(anchor.point.y);
        heights = spread(heights, room.cell.y + size / 2, room.cell.bottom() - size / 2, pitch);
        for (std::size_t i = 0; i < part.size(); ++i) {
            const float x = right ? room.cell.right() - size : room.cell.x;
            const Rect box{x, heights[i] - size / 2, size, size};
            spots.push_back(
                {part[i].row, part[i].point, box, {right ? box.x : box.right(), heights[i]}});
        }
    };
    column(std::span(order).first(left_count), false);
    column(std::span(order).subspan(left_count), true);
    uncross(spots);
    return spots;
}

} // namespace

Silhouette silhouette(const engine::Image &image) {
    Silhouette result;
    for (int y = 0; y < image.height; ++y) {
        auto &band =
            result.bands[static_cast<std::size_t>(y * Silhouette::band_count / image.height)];
        const auto seen = [&](int x) { return image.pixel(x, y)[3] >= visible_alpha; };
        int first = 0, last = image.width - 1;
        while (first < image.width && !seen(first))
            ++first;
        while (last > first && !seen(last))
            --last;
        if (first == image.width)
            continue;
        const auto width = static_cast<float>(image.width);
        band.left = std::min(band.left, static_cast<float>(first) / width);
        band.right = std::max(band.right, static_cast<float>(last + 1) / width);
    }
    return result;
}

bool lines_cross(const BadgeSpot &a, const BadgeSpot &b) {
    return segments_cross(a.anchor, a.line_end, b.anchor, b.line_end);
}

bool line_hits_badge(const BadgeSpot &a, const BadgeSpot &b) {
    return segment_meets_rect(a.anchor, a.line_end, b.box);
}

std::optional<std::vector<BadgeSpot>> place_badges(const Silhouette &figure, const BadgeRoom &room,
                                                   std::span<const Anchor> anchors) {
    if (anchors.size() <= most_near)
        if (auto near = NearPlacer(figure, room, anchors).place())
            return near;
    return in_columns(room, anchors);
}

} // namespace app
