#include "bake/grid.hpp"

#include "bake/parallel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace bake {
namespace {

constexpr int block = 4; ///< cells per side
constexpr float padding = 24;
/// Of a cell: a surface that passed nearer to a corner would pile up vertices there.
constexpr float least_value = .06f;

/// Places from `low` to behind `high`, in whole blocks. The step follows the wanted one slowly.
std::vector<float> axis_places(float low, float high, float cell,
                               const std::vector<std::array<float, 2>> &fine) {
    std::vector<float> places;
    float step = cell;
    for (float x = low;; x += step) {
        places.push_back(x);
        if (x > high && places.size() % block == 1)
            return places;
        float wanted = cell;
        for (const auto &[from, to] : fine) {
            const float gap = std::max({from - x, x - to, 0.f});
            wanted = std::min(wanted, cell * .5f + gap * .12f);
        }
        step += std::clamp(wanted - step, -.25f * step, .2f * step);
    }
}

float off_zero(float value, float cell) {
    return std::copysign(std::max(std::fabs(value), least_value * cell), value);
}

void sample_block(const Body &body, Grid &grid, std::array<int, 3> first) {
    std::array<int, 3> end;
    for (int d = 0; d < 3; ++d)
        end[std::size_t(d)] = std::min(first[std::size_t(d)] + block, grid.size(d));
    const glm::vec3 low = grid.point(first[0], first[1], first[2]);
    const glm::vec3 high = grid.point(std::min(first[0] + block, grid.size(0) - 1),
                                      std::min(first[1] + block, grid.size(1) - 1),
                                      std::min(first[2] + block, grid.size(2) - 1));
    const glm::vec3 center = (low + high) * .5f;
    const float radius = glm::length(high - low) * .5f + 1;
    const Nearby near = body.nearby(center, radius);
    const float middle = body.base(center, near);
    const bool near_surface = std::fabs(middle) < radius * 1.6f + 16;
    for (int i = first[0]; i < end[0]; ++i)
        for (int j = first[1]; j < end[1]; ++j)
            for (int k = first[2]; k < end[2]; ++k)
                grid.value[grid.index(i, j, k)] =
                    near_surface ? body.field(grid.point(i, j, k), near) : middle;
}

using Corners = std::array<float *, 8>;
constexpr std::array<std::array<int, 4>, 6> faces{
    {{0, 1, 3, 2}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 3, 7, 6}, {0, 2, 6, 4}, {1, 3, 7, 5}}};
constexpr std::array<int, 8> all_corners{0, 1, 2, 3, 4, 5, 6, 7};

void fill_weakest(const Corners &corner, std::span<const int> candidates, float cell) {
    float *weakest = nullptr;
    for (const int c : candidates) {
        float *value = corner[std::size_t(c)];
        if (*value >= 0 && (!weakest || *value < *weakest))
            weakest = value;
    }
    *weakest = -least_value * cell;
}

/// Returns whether the cell was ambiguous.
bool fill_cell(const Corners &corner, float cell) {
    int inside = 0;
    for (int c = 0; c < 8; ++c)
        inside |= int(*corner[std::size_t(c)] < 0) << c;
    if (inside == 0 || inside == 255)
        return false;
    for (const auto &face : faces) {
        std::array<int, 4> s;
        for (std::size_t q = 0; q < 4; ++q)
            s[q] = inside >> face[q] & 1;
        if (s[0] == s[2] && s[1] == s[3] && s[0] != s[1]) {
            fill_weakest(corner, face, cell);
            return true;
        }
    }
    for (int c = 0; c < 4; ++c) {
        const int diagonal = 1 << c | 1 << (7 - c);
        if (inside == diagonal || inside == 255 - diagonal) {
            fill_weakest(corner, all_corners, cell);
            return true;
        }
    }
    return false;
}

} // namespace

Grid sample_body(const Body &body, float cell, unsigned threads) {
    Grid grid;
    const Box box = body.bounds();
    const glm::vec3 low{0, box.low.y - padding, box.low.z - padding}, high = box.high + padding;
    for (int d = 0; d < 3; ++d)
        grid.axis[std::size_t(d)] = axis_places(low[d], high[d], cell, body.fine()[std::size_t(d)]);
    grid.value.resize(grid.axis[0].size() * grid.axis[1].size() * grid.axis[2].size());

    const int columns = (grid.size(0) - 1) / block + 1, rows = (grid.size(1) - 1) / block + 1;
    parallel_for(std::size_t(columns * rows), threads, [&](std::size_t q) {
        const int i = int(q) / rows * block, j = int(q) % rows * block;
        for (int k = 0; k < grid.size(2); k += block)
            sample_block(body, grid, {i, j, k});
    });
    for (float &value : grid.value)
        value = off_zero(value, cell);
    return grid;
}

void fill_ambiguous_cells(Grid &grid, float cell) {
    constexpr int max_passes = 50;
    bool changed = true;
    for (int pass = 0; pass < max_passes && changed; ++pass) {
        changed = false;
        for (int i = 0; i < grid.size(0) - 1; ++i)
            for (int j = 0; j < grid.size(1) - 1; ++j)
                for (int k = 0; k < grid.size(2) - 1; ++k) {
                    if (std::fabs(grid.value[grid.index(i, j, k)]) > 4 * cell)
                        continue;
                    Corners corner;
                    for (int c = 0; c < 8; ++c)
                        corner[std::size_t(c)] =
                            &grid.value[grid.index(i + (c & 1), j + (c >> 1 & 1), k + (c >> 2))];
                    changed |= fill_cell(corner, cell);
                }
    }
}

} // namespace bake
