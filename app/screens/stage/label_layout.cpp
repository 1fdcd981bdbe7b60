#include "screens/stage/label_layout.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <vector>

namespace app {

using engine::Rect;

namespace {

constexpr float slot_px = 4;           // labels begin at multiples of it
constexpr float farthest_share = 0.4F; // of the space's height, between a label and what it names
constexpr float cost_of_covering = 30;
constexpr float cost_of_none = 1000; // of leaving out the heaviest label

enum class Column : std::uint8_t { left, right };

float cross(glm::vec2 a, glm::vec2 b) {
    return a.x * b.y - a.y * b.x;
}

/// Where the leader leaves the label: its inner side, or the rim next to what lies above or below.
glm::vec2 leader_start(const Rect &rect, glm::vec2 anchor) {
    if (anchor.x > rect.x && anchor.x < rect.right())
        return {anchor.x, anchor.y < rect.y ? rect.y : rect.bottom()};
    return {anchor.x >= rect.right() ? rect.right() : rect.x, rect.center().y};
}

class Layout {
  public:
    Layout(const std::vector<LabelWish> &wishes, const LabelRoom &room)
        : wishes_(wishes), room_(room) {
        for (const LabelWish &wish : wishes_)
            heaviest_ = std::max(heaviest_, wish.weight);
    }

    std::vector<LabelSpot> run() {
        share_out();
        for (;;) { // each round leaves one label out until nothing is in the way of another
            std::vector<LabelSpot> spots = column_spots(Column::left);
            for (const LabelSpot &spot : column_spots(Column::right))
                spots.push_back(spot);
            const auto worst = worst_of(spots);
            if (!worst)
                return spots;
            for (std::vector<std::size_t> &column : columns_)
                std::erase(column, *worst);
        }
    }

  private:
    std::vector<std::size_t> &column(Column side) {
        return columns_[static_cast<std::size_t>(side)];
    }
    Column side_of(const LabelWish &wish) const {
        return wish.anchor.x < room_.space.center().x ? Column::left : Column::right;
    }

    /// One wish of each kind, to its own side; where either side will do, to the emptier one.
    void share_out() {
        std::map<std::size_t, std::vector<std::size_t>> kinds;
        for (std::size_t i = 0; i < wishes_.size(); ++i)
            kinds[wishes_[i].kind].push_back(i);
        std::vector<std::vector<std::size_t>> order;
        for (auto &[kind, same] : kinds) {
            std::stable_sort(same.begin(), same.end(), [&](std::size_t a, std::size_t b) {
                return wishes_[a].weight > wishes_[b].weight;
            });
            order.push_back(same);
        }
        std::stable_sort(order.begin(), order.end(), [&](const auto &a, const auto &b) {
            return wishes_[a.front()].weight > wishes_[b.front()].weight;
        });
        for (const std::vector<std::size_t> &same : order)
            put(same);
        for (std::vector<std::size_t> &labels : columns_)
            std::stable_sort(labels.begin(), labels.end(), [&](std::size_t a, std::size_t b) {
                return wishes_[a].anchor.y < wishes_[b].anchor.y;
            });
    }

    void put(const std::vector<std::size_t> &same) {
        constexpr float as_good = 0.6F, middle_share = 0.07F;
        const bool left_is_emptier = columns_[0].size() <= columns_[1].size();
        const Column emptier = left_is_emptier ? Column::left : Column::right;
        std::size_t chosen = same.front();
        for (const std::size_t other : same)
            if (wishes_[other].weight >= as_good * wishes_[chosen].weight &&
                side_of(wishes_[other]) == emptier) {
                chosen = other;
                break;
            }
        const float off_middle = wishes_[chosen].anchor.x - room_.space.center().x;
        const bool in_middle = std::abs(off_middle) < middle_share * room_.space.w;
        column(in_middle ? emptier : side_of(wishes_[chosen])).push_back(chosen);
    }

    Rect rect_at(const LabelWish &wish, Column side, std::size_t slot) const {
        const Rect &space = room_.space;
        const float x = side == Column::left ? space.x : space.right() - wish.size.x;
        return {x, space.y + static_cast<float>(slot) * slot_px, wish.size.x, wish.size.y};
    }

    std::optional<float> cost(const LabelWish &wish, const Rect &rect) const {
        const float away = std::abs(rect.center().y - wish.anchor.y);
        if (rect.bottom() > room_.space.bottom() || rect.w > room_.space.w ||
            away > farthest_share * room_.space.h)
            return {};
        const Rect around = rect.inset(-room_.gap);
        const bool covers = room_.on_body(around);
        if ((covers && !room_.over_body) || around.contains(wish.anchor))
            return {};
        for (const Rect &taken : room_.taken)
            if (overlap(taken, around))
                return {};
        const float rows = away / wish.size.y;
        return rows + 0.05F * rows * rows + (covers ? cost_of_covering : 0);
    }

    /// The best heights for the labels of a column in their order, by dynamic programming: from the
    /// last label to the first, for each slot from which on there is room.
    std::vector<LabelSpot> column_spots(Column side) {
        const std::vector<std::size_t> &labels = column(side);
        const auto slots = static_cast<std::size_t>(room_.space.h / slot_px) + 1;
        struct Choice {
            float cost = 0;
            std::optional<std::size_t> slot; ///< empty: the label is left out
        };
        const auto slots_of = [&](const LabelWish &wish) {
            return static_cast<std::size_t>(std::ceil((wish.size.y + room_.gap) / slot_px));
        };
        std::vector<std::vector<Choice>> best(labels.size() + 1, std::vector<Choice>(slots + 1));
        for (std::size_t l = labels.size(); l-- > 0;) {
            const LabelWish &wish = wishes_[labels[l]];
            const float none = cost_of_none * (0.2F + 0.8F * wish.weight / heaviest_);
            best[l][slots] = {best[l + 1][slots].cost + none, {}};
            for (std::size_t s = slots; s-- > 0;) {
                best[l][s] = {best[l + 1][s].cost + none, {}};
                if (best[l][s + 1].cost < best[l][s].cost)
                    best[l][s] = best[l][s + 1];
                const auto here = cost(wish, rect_at(wish, side, s));
                if (!here)
                    continue;
                const std::size_t next = std::min(slots, s + slots_of(wish));
                const float total = *here + best[l + 1][next].cost;
                if (total <= best[l][s].cost)
                    best[l][s] = {total, s};
            }
        }
        std::vector<LabelSpot> spots;
        std::size_t from = 0;
        for (std::size_t l = 0; l < labels.size(); ++l) {
            const auto &slot = best[l][from].slot;
            if (!slot)
                continue;
            const LabelWish &wish = wishes_[labels[l]];
            const Rect rect = rect_at(wish, side, *slot);
            spots.push_back({labels[l], rect, leader_start(rect, wish.anchor)});
            from = std::min(slots, *slot + slots_of(wish));
        }
        return spots;
    }

    glm::vec2 anchor(const LabelSpot &spot) const { return wishes_[spot.wish].anchor; }

    bool in_the_way(const LabelSpot &a, const LabelSpot &b) const {
        return segments_cross(a.start, anchor(a), b.start, anchor(b)) ||
               segment_meets(a.start, anchor(a), b.rect) ||
               segment_meets(b.start, anchor(b), a.rect) || overlap(a.rect, b.rect);
    }

    /// The lightest label that is in the way of another or whose leader meets what is taken.
    std::optional<std::size_t> worst_of(const std::vector<LabelSpot> &spots) const {
        std::optional<std::size_t> worst;
        const auto blame = [&](std::size_t wish) {
            if (!worst || wishes_[wish].weight < wishes_[*worst].weight)
                worst = wish;
        };
        for (std::size_t i = 0; i < spots.size(); ++i) {
            for (const Rect &taken : room_.taken)
                if (segment_meets(spots[i].start, anchor(spots[i]), taken))
                    blame(spots[i].wish);
            for (std::size_t j = 0; j < i; ++j)
                if (in_the_way(spots[i], spots[j])) {
                    const bool lighter =
                        wishes_[spots[i].wish].weight < wishes_[spots[j].wish].weight;
                    blame(spots[lighter ? i : j].wish);
                }
        }
        return worst;
    }

    const std::vector<LabelWish> &wishes_;
    const LabelRoom &room_;
    float heaviest_ = std::numeric_limits<float>::min();
    std::array<std::vector<std::size_t>, 2> columns_;
};

} // namespace

bool segments_cross(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d) {
    const auto apart = [](glm::vec2 p, glm::vec2 q, glm::vec2 r, glm::vec2 s) {
        return cross(q - p, r - p) * cross(q - p, s - p) < 0;
    };
    return apart(a, b, c, d) && apart(c, d, a, b);
}

bool segment_meets(glm::vec2 a, glm::vec2 b, const Rect &rect) {
    float enter = 0, leave = 1;
    const glm::vec2 way = b - a, low{rect.x, rect.y}, high{rect.right(), rect.bottom()};
    for (int axis = 0; axis < 2; ++axis) {
        if (std::abs(way[axis]) < 1e-6F) {
            if (a[axis] <= low[axis] || a[axis] >= high[axis])
                return false;
            continue;
        }
        const float first = (low[axis] - a[axis]) / way[axis];
        const float second = (high[axis] - a[axis]) / way[axis];
        enter = std::max(enter, std::min(first, second));
        leave = std::min(leave, std::max(first, second));
    }
    return enter < leave;
}

std::vector<LabelSpot> lay_out_labels(const std::vector<LabelWish> &wishes, const LabelRoom &room) {
    return Layout(wishes, room).run();
}

} // namespace app
