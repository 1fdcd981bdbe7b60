/// The body's field sampled on a rectilinear grid over the left half.
#pragma once

#include "bake/body.hpp"

#include <array>
#include <cstdlib>

namespace bake {

struct Grid {
    std::array<std::vector<float>, 3> axis; ///< ascending places; x starts at 0
    std::vector<float> value;               ///< negative inside

    int size(int d) const { return int(axis[std::size_t(d)].size()); }
    std::size_t index(int i, int j, int k) const {
        return (std::size_t(i) * axis[1].size() + std::size_t(j)) * axis[2].size() + std::size_t(k);
    }
    /// i < 0 mirrors the left half.
    float at(int i, int j, int k) const { return value[index(std::abs(i), j, k)]; }
    glm::vec3 point(int i, int j, int k) const {
        const float x = axis[0][std::size_t(std::abs(i))];
        return {i < 0 ? -x : x, axis[1][std::size_t(j)], axis[2][std::size_t(k)]};
    }
};

/// `cell` mm between samples, half of that in the body's fine ranges. Away from the surface only
/// one value per block is right in sign.
Grid sample_body(const Body &body, float cell, unsigned threads);

/// Makes every cell hold one sheet of the surface, so that surface nets give a manifold: where a
/// face or body diagonal is ambiguous, the weakest outside corner becomes inside.
void fill_ambiguous_cells(Grid &grid, float cell);

} // namespace bake
