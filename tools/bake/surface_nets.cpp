#include "bake/surface_nets.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bake {
namespace {

/// Makes each cell's vertex when it is first asked for.
class CellVertices {
  public:
    CellVertices(const Grid &grid, std::vector<glm::vec3> &positions)
        : grid_(grid), positions_(positions) {}

    std::uint32_t operator()(int i, int j, int k) {
        const auto [entry, is_new] =
            index_.try_emplace(key(i, j, k), std::uint32_t(positions_.size()));
        if (is_new)
            positions_.push_back(vertex(i, j, k));
        return entry->second;
    }

  private:
    static std::uint64_t key(int i, int j, int k) {
        return std::uint64_t(i + 4096) << 40 | std::uint64_t(j) << 20 | std::uint64_t(k);
    }

    /// The mean of the points where the cell's edges cross the surface.
    glm::vec3 vertex(int i, int j, int k) const {
        std::array<float, 8> value;
        std::array<glm::vec3, 8> corner;
        for (int c = 0; c < 8; ++c) {
            const int x = c & 1, y = c >> 1 & 1, z = c >> 2;
            value[std::size_t(c)] = grid_.at(i + x, j + y, k + z);
            corner[std::size_t(c)] = {float(x), float(y), float(z)};
        }
        glm::vec3 sum{0};
        int crossings = 0;
        for (std::size_t a = 0; a < 8; ++a)
            for (std::size_t d = 1; d <= 4; d *= 2) {
                const std::size_t b = a | d;
                if (b == a || (value[a] < 0) == (value[b] < 0))
                    continue;
                const float t = value[a] / (value[a] - value[b]);
                sum = sum + corner[a] + (corner[b] - corner[a]) * t;
                ++crossings;
            }
        sum = sum * (1.f / float(std::max(crossings, 1)));
        const glm::vec3 low = grid_.point(i, j, k), high = grid_.point(i + 1, j + 1, k + 1);
        return low + sum * (high - low);
    }

    const Grid &grid_;
    std::vector<glm::vec3> &positions_;
    std::unordered_map<std::uint64_t, std::uint32_t> index_;
};

/// The cells around the grid edge that starts at (i, j, k) along axis d, in turn.
std::array<std::array<int, 3>, 4> cells_around(int i, int j, int k, int d) {
    std::array<std::array<int, 3>, 4> cells;
    for (int c = 0; c < 4; ++c) {
        const int u = c == 1 || c == 2, w = c >= 2;
        cells[std::size_t(c)] = d == 0   ? std::array{i, j - u, k - w}
                                : d == 1 ? std::array{i - w, j, k - u}
                                         : std::array{i - u, j - w, k};
    }
    return cells;
}

void add_quad(engine::PartMesh &mesh, const std::array<std::uint32_t, 4> &q) {
    const auto &p = mesh.position;
    if (glm::length(p[q[0]] - p[q[2]]) < glm::length(p[q[1]] - p[q[3]])) {
        mesh.triangle.push_back({q[0], q[2], q[1]});
        mesh.triangle.push_back({q[0], q[3], q[2]});
    } else {
        mesh.triangle.push_back({q[0], q[3], q[1]});
        mesh.triangle.push_back({q[1], q[3], q[2]});
    }
}

} // namespace

engine::PartMesh surface_nets(const Grid &grid) {
    engine::PartMesh mesh;
    CellVertices vertex(grid, mesh.position);
    for (int i = -(grid.size(0) - 2); i < grid.size(0) - 1; ++i)
        for (int j = 1; j < grid.size(1) - 1; ++j)
            for (int k = 1; k < grid.size(2) - 1; ++k)
                for (int d = 0; d < 3; ++d) {
                    const bool inside = grid.at(i, j, k) < 0;
                    if (inside == (grid.at(i + (d == 0), j + (d == 1), k + (d == 2)) < 0))
                        continue;
                    std::array<std::uint32_t, 4> quad;
                    const auto cells = cells_around(i, j, k, d);
                    for (std::size_t c = 0; c < 4; ++c)
                        quad[c] = vertex(cells[c][0], cells[c][1], cells[c][2]);
                    if (inside)
                        std::swap(quad[1], quad[3]);
                    add_quad(mesh, quad);
                }
    return mesh;
}

} // namespace bake
