#include "screens/stage/badges.hpp"

#include "screens/stage/label_layout.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace app {

namespace {

// Less than this of a mark in sight: fill only, no badge (design rule).
constexpr float least_visible_px2 = 60;
constexpr float least_painted_px2 = 1; // somebody painted just that
constexpr int directions = 24;
constexpr float gap_px = 8;

struct Pin {
    const Mark *mark;
    std::size_t figure;
    glm::vec3 point;
    glm::vec2 pixel;
};

std::optional<Pin> pin_of(const Mark &mark, const BodyPlaces &places, BodyPaint &paint,
                          const std::vector<Figure> &figures) {
    const bool painted = !mark.paint.empty();
    const std::vector<engine::Tag> tags = places.tags(mark.regions);
    const auto patch = paint.patch(mark.paint);
    if (painted ? patch == nullptr : tags.empty())
        return {};
    std::optional<Pin> best;
    float most = painted ? least_painted_px2 : least_visible_px2;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const BodyPlaces::Visible seen =
            painted ? places.visible(figures[i], *patch) : places.visible(figures[i], tags);
        if (seen.area_px2 < most)
            continue;
        most = seen.area_px2;
        best =
            Pin{&mark, i, seen.point, pixel_of(figures[i].view, figures[i].viewport, seen.point)};
    }
    return best;
}

class Placer {
  public:
    Placer(const BodyPlaces &places, const std::vector<Figure> &figures, const engine::Rect &free,
           const std::vector<engine::Rect> &taken, float diameter)
        : places_(places), figures_(figures), free_(free), taken_(taken), diameter_(diameter) {}

    BadgePlace place(const Pin &pin) {
        glm::vec2 best = pin.pixel;
        float least = 1e9F;
        for (float reach = 1.3F; reach <= 4.5F; reach += 0.4F)
            for (int i = 0; i < directions; ++i) {
                const float angle =
                    2 * std::numbers::pi_v<float> * static_cast<float>(i) / directions;
                const glm::vec2 at =
                    pin.pixel + diameter_ * reach * glm::vec2{std::cos(angle), std::sin(angle)};
                const float cost = cost_of(pin, at);
                if (cost < least) {
                    least = cost;
                    best = at;
                }
            }
        lines_.emplace_back(pin.pixel, best);
        return {pin.mark->id, pin.figure, pin.point, best};
    }

  private:
    // Lower is better: never off the stage or on another badge; rather not on the body, and near;
    // a little below the mark reads best.
    float cost_of(const Pin &pin, glm::vec2 at) const {
        const float r = diameter_ / 2;
        const engine::Rect box{at.x - r, at.y - r, diameter_, diameter_};
        if (box.x < free_.x || box.y < free_.y || box.right() > free_.right() ||
            box.bottom() > free_.bottom())
            return 1e9F;
        for (const engine::Rect &rect : taken_)
            if (overlap(rect, box.inset(-gap_px)))
                return 1e8F;
        float cost = glm::length(at - pin.pixel);
        for (const auto &[from, to] : lines_) {
            if (glm::length(to - at) < diameter_ + gap_px)
                return 1e8F;
            if (segments_cross(from, to, pin.pixel, at))
                cost += 2000;
        }
        cost += 200.0F * static_cast<float>(body_hits(at, r + gap_px));
        if (at.y < pin.pixel.y)
            cost += 12;
        return cost;
    }

    // Close enough together that an ankle does not slip through.
    int body_hits(glm::vec2 at, float r) const {
        int hits = 0;
        for (const float ring : {0.0F, r / 2, r}) {
            const int points = ring > 0 ? 12 : 1;
            for (int i = 0; i < points; ++i) {
                const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) /
                                    static_cast<float>(points);
                if (on_body(at + ring * glm::vec2{std::cos(angle), std::sin(angle)}))
                    ++hits;
            }
        }
        return hits;
    }

    bool on_body(glm::vec2 pixel) const {
        return std::any_of(figures_.begin(), figures_.end(), [&](const Figure &figure) {
            return figure.viewport.contains(pixel) &&
                   places_.bvh().hit(ray_at(figure.view, figure.viewport, pixel));
        });
    }

    const BodyPlaces &places_;
    const std::vector<Figure> &figures_;
    const engine::Rect &free_;
    const std::vector<engine::Rect> &taken_;
    float diameter_;
    std::vector<std::pair<glm::vec2, glm::vec2>> lines_;
};

} // namespace

std::vector<BadgePlace> place_badges(std::span<const Mark *const> marks, const BodyPlaces &places,
                                     BodyPaint &paint, const std::vector<Figure> &figures,
                                     const engine::Rect &free,
                                     const std::vector<engine::Rect> &taken, float diameter) {
    std::vector<Pin> pins;
    for (const Mark *mark : marks)
        if (mark->level || mark->channel == Channel::avoid)
            if (const auto pin = pin_of(*mark, places, paint, figures))
                pins.push_back(*pin);
    std::sort(pins.begin(), pins.end(),
              [](const Pin &a, const Pin &b) { return a.pixel.y < b.pixel.y; });

    Placer placer(places, figures, free, taken, diameter);
    std::vector<BadgePlace> badges;
    for (const Pin &pin : pins)
        badges.push_back(placer.place(pin));
    return badges;
}

} // namespace app
