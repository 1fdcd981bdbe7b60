#include "mesh/skin_patch.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace engine {
namespace {

/// With the middle of the circle unfolded into the plane of the triangle: the way from it to the
/// middle of a side, squared, from the squared ways to the side's ends.
float to_middle(float to_a, float to_b, glm::vec3 a, glm::vec3 b) {
    const glm::vec3 side = b - a;
    return (to_a + to_b) / 2 - glm::dot(side, side) / 4;
}

} // namespace

std::array<glm::vec3, 6> cell_points(const PartMesh &mesh, const SkinPatch::Cell &cell) {
    const auto &[i, j, k] = mesh.triangle[cell.triangle];
    const glm::vec3 a = mesh.position[i], b = mesh.position[j], c = mesh.position[k];
    return {a, b, c, (a + b) / 2.0F, (b + c) / 2.0F, (c + a) / 2.0F};
}

PatchMaker::PatchMaker(const Surface &surface)
    : surface_(surface), cell_of_triangle_(surface.mesh().triangle.size(), 0) {}

void PatchMaker::begin(SkinPatch patch) {
    take();
    patch_ = std::move(patch);
    for (std::size_t i = 0; i < patch_.cells.size(); ++i)
        cell_of_triangle_[patch_.cells[i].triangle] = static_cast<std::uint32_t>(i + 1);
}

void PatchMaker::add(const Footprint &footprint, float radius_mm) {
    const PartMesh &mesh = surface_.mesh();
    constexpr float nowhere = std::numeric_limits<float>::max();
    for (const Footprint::Piece &piece : footprint.pieces) {
        std::uint32_t &index = cell_of_triangle_[piece.triangle];
        if (index == 0) {
            patch_.cells.push_back(
                {piece.triangle, {nowhere, nowhere, nowhere, nowhere, nowhere, nowhere}});
            index = static_cast<std::uint32_t>(patch_.cells.size());
        }
        const auto &corner = mesh.triangle[piece.triangle];
        std::array<float, 6> &outside = patch_.cells[index - 1].outside;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::size_t next = (k + 1) % 3;
            const float here = piece.distance[k] * piece.distance[k];
            const float there = piece.distance[next] * piece.distance[next];
            const float between =
                to_middle(here, there, mesh.position[corner[k]], mesh.position[corner[next]]);
            outside[k] = std::min(outside[k], here - radius_mm * radius_mm);
            outside[3 + k] = std::min(outside[3 + k], between - radius_mm * radius_mm);
        }
    }
}

SkinPatch PatchMaker::take() {
    for (const SkinPatch::Cell &cell : patch_.cells)
        cell_of_triangle_[cell.triangle] = 0;
    return std::exchange(patch_, {});
}

} // namespace engine
