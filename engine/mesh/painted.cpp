#include "mesh/painted.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace engine {

Painted::Painted(const Surface &surface)
    : surface_(surface),
      cell_of_triangle_(surface.mesh().triangle.size(), 0),
      tag_area_(surface.mesh().tag_count(), 0) {}

Painted::Cell &Painted::cell_of(std::uint32_t triangle) {
    std::uint32_t &index = cell_of_triangle_[triangle];
    if (index == 0) {
        cells_.push_back({.triangle = triangle});
        index = static_cast<std::uint32_t>(cells_.size());
    }
    return cells_[index - 1];
}

void Painted::add(const Footprint &footprint) {
    const PartMesh &mesh = surface_.mesh();
    for (const Footprint::Piece &piece : footprint.pieces) {
        Cell &cell = cell_of(piece.triangle);
        if (cell.share >= 1)
            continue;
        double share = 1;
        if (piece.share < 1) {
            const auto &[a, b, c] = mesh.triangle[piece.triangle];
            cell.coverage.add({mesh.position[a], mesh.position[b], mesh.position[c]},
                              piece.distance, footprint.radius_mm);
            share = cell.coverage.share();
        }
        const double more = (share - cell.share) * surface_.triangle_area(piece.triangle);
        cell.share = share;
        area_ += more;
        tag_area_[mesh.tag[piece.triangle]] += more;
    }
}

void Painted::clear() {
    for (const Cell &cell : cells_)
        cell_of_triangle_[cell.triangle] = 0;
    cells_.clear();
    tag_area_.assign(tag_area_.size(), 0);
    area_ = 0;
}

std::vector<TagArea> Painted::tags() const {
    std::vector<TagArea> found;
    for (std::size_t i = 0; i < tag_area_.size(); ++i) {
        const auto tag = static_cast<Tag>(i);
        if (tag_area_[i] > 0)
            found.push_back({tag, tag_area_[i], tag_area_[i] / surface_.area(tag)});
    }
    return found;
}

Painted extent(const Surface &surface, const Bvh &bvh, std::span<const Stroke> strokes,
               const BarredFrom &barred_from) {
    Painted painted(surface);
    Brush brush(surface);
    for (const Stroke &stroke : strokes) {
        const auto start = bvh.nearest(stroke.point);
        if (!start)
            continue;
        const auto barred = barred_from ? barred_from(start->tag) : std::span<const Tag>{};
        painted.add(brush.footprint(start->place, stroke.radius_mm, barred));
    }
    return painted;
}

} // namespace engine
