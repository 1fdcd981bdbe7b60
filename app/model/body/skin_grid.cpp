#include "model/body/skin_grid.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace app {

using engine::no_tag;
using engine::Rect;
using engine::Tag;

SkinGrid::SkinGrid(const BodyPlaces &places, const Figure &figure, float step_px)
    : viewport_(figure.viewport),
      step_(step_px),
      columns_(std::max(1, static_cast<int>(viewport_.w / step_px))),
      rows_(std::max(1, static_cast<int>(viewport_.h / step_px))) {
    tags_.reserve(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
    const float shown = shown_up_to_mm(figure.view);
    for (int y = 0; y < rows_; ++y)
        for (int x = 0; x < columns_; ++x) {
            const auto hit = places.bvh().hit(ray_at(figure.view, figure.viewport, middle({x, y})));
            tags_.push_back(hit && hit->point.y <= shown ? hit->tag : no_tag);
        }
}

Tag SkinGrid::at(Cell cell) const {
    if (cell.x < 0 || cell.y < 0 || cell.x >= columns_ || cell.y >= rows_)
        return no_tag;
    return tags_[static_cast<std::size_t>(cell.y) * static_cast<std::size_t>(columns_) +
                 static_cast<std::size_t>(cell.x)];
}

glm::vec2 SkinGrid::middle(Cell cell) const {
    return glm::vec2{viewport_.x, viewport_.y} + (glm::vec2(cell.x, cell.y) + 0.5F) * step_;
}

bool SkinGrid::on_body(const Rect &rect) const {
    const auto cell = [&](float pixel, float origin) {
        return static_cast<int>(std::floor((pixel - origin) / step_));
    };
    for (int y = cell(rect.y, viewport_.y); y <= cell(rect.bottom(), viewport_.y); ++y)
        for (int x = cell(rect.x, viewport_.x); x <= cell(rect.right(), viewport_.x); ++x)
            if (at({x, y}) != no_tag)
                return true;
    return false;
}

std::vector<SkinGrid::Patch> SkinGrid::patches(const KindOfTag &kind_of_tag) const {
    const auto kind_at = [&](Cell cell) {
        const Tag tag = at(cell);
        return tag == no_tag ? std::nullopt : kind_of_tag(tag);
    };
    constexpr std::array<Cell, 4> beside{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
    // Peels cells from the rims inwards: the last one reached of each kind lies deepest.
    std::vector<bool> reached(tags_.size(), false);
    std::deque<std::pair<Cell, int>> rim;
    const auto reach = [&](Cell cell, int depth) {
        const auto index = static_cast<std::size_t>(cell.y) * static_cast<std::size_t>(columns_) +
                           static_cast<std::size_t>(cell.x);
        if (!reached[index])
            rim.emplace_back(cell, depth);
        reached[index] = true;
    };
    for (int y = 0; y < rows_; ++y)
        for (int x = 0; x < columns_; ++x) {
            const auto kind = kind_at({x, y});
            if (kind && std::any_of(beside.begin(), beside.end(), [&](Cell step) {
                    return kind_at({x + step.x, y + step.y}) != kind;
                }))
                reach({x, y}, 0);
        }
    std::map<std::size_t, Patch> found;
    while (!rim.empty()) {
        const auto [cell, depth] = rim.front();
        rim.pop_front();
        const auto kind = kind_at(cell);
        Patch &patch = found.try_emplace(*kind, Patch{*kind, {}, 0, 0}).first->second;
        patch.heart = middle(cell);
        patch.depth_px = static_cast<float>(depth) * step_;
        patch.px2 += step_ * step_;
        for (const Cell step : beside)
            if (const Cell next{cell.x + step.x, cell.y + step.y}; kind_at(next) == kind)
                reach(next, depth + 1);
    }
    std::vector<Patch> patches;
    for (const auto &[kind, patch] : found)
        patches.push_back(patch);
    return patches;
}

} // namespace app
