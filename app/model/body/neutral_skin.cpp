#include "model/body/neutral_skin.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace app {

using engine::Footprint;
using engine::PartMesh;
using engine::SurfacePoint;

namespace {

/// So much around a dab is measured, too: room for the outline on a small figure.
constexpr float around_mm = 9;
/// About 15 MB. A mark of some hundreds of dabs, so that the eraser need not measure anew.
constexpr std::size_t most_pieces = 500'000;
/// The skin ten times over: more paint than a hand can lay on.
constexpr double most_paint_mm2 = 20e6;

PartMesh in_shape(PartMesh mesh, const engine::MeshShape &shape) {
    set_shape(mesh, shape, shape, 0);
    return mesh;
}

bool is_finite(const Dab &dab) {
    return std::isfinite(dab.point.x) && std::isfinite(dab.point.y) && std::isfinite(dab.point.z) &&
           std::isfinite(dab.radius_mm);
}

/// The way from the middle of the footprint to a place on one of its triangles.
std::optional<float> way_to(const PartMesh &mesh, const Footprint &footprint,
                            const SurfacePoint &to) {
    const auto piece =
        std::ranges::lower_bound(footprint.pieces, to.triangle, {}, &Footprint::Piece::triangle);
    if (piece == footprint.pieces.end() || piece->triangle != to.triangle)
        return {};
    float squared = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        const std::size_t next = (k + 1) % 3;
        const auto &corner = mesh.triangle[to.triangle];
        const glm::vec3 side = mesh.position[corner[next]] - mesh.position[corner[k]];
        const auto weight = [&](std::size_t i) { return to.weight[static_cast<int>(i)]; };
        squared += weight(k) * piece->distance[k] * piece->distance[k] -
                   weight(k) * weight(next) * glm::dot(side, side);
    }
    return std::sqrt(std::max(squared, 0.0F));
}

/// As many of the dabs as a hand can have painted.
std::span<const Dab> within_reason(std::span<const Dab> dabs) {
    double mm2 = 0;
    for (std::size_t i = 0; i < dabs.size(); ++i) {
        const double radius = NeutralSkin::radius_of(dabs[i]);
        mm2 += 3.14 * radius * radius;
        if (mm2 > most_paint_mm2)
            return dabs.first(i);
    }
    return dabs;
}

} // namespace

bool NeutralSkin::ByValue::operator()(const Dab &a, const Dab &b) const {
    const auto values = [](const Dab &dab) {
        return std::tuple(dab.point.x, dab.point.y, dab.point.z, dab.radius_mm);
    };
    return values(a) < values(b);
}

NeutralSkin::NeutralSkin(PartMesh mesh, const engine::MeshShape &neutral, const Atlas &atlas)
    : mesh_(in_shape(std::move(mesh), neutral)),
      bvh_(mesh_),
      surface_(mesh_),
      brush_(surface_),
      reach_(mesh_, atlas),
      maker_(surface_) {}

float NeutralSkin::radius_of(const Dab &dab) {
    return is_finite(dab) ? std::clamp(dab.radius_mm, smallest_dab_mm, largest_brush_mm) : 0;
}

std::optional<SurfacePoint> NeutralSkin::place(const Dab &dab) const {
    if (!is_finite(dab))
        return {};
    const auto nearest = bvh_.nearest(dab.point);
    if (!nearest || nearest->distance > far_from_skin_mm)
        return {};
    return nearest->place;
}

const Footprint *NeutralSkin::footprint(const Dab &dab) {
    if (!is_finite(dab))
        return nullptr;
    if (const auto known = footprints_.find(dab); known != footprints_.end())
        return &known->second;
    const auto center = place(dab);
    if (!center)
        return nullptr;
    const auto barred = reach_.barred_from(mesh_.tag[center->triangle]);
    const Footprint &measured = brush_.footprint(*center, radius_of(dab) + around_mm, barred);
    if (pieces_ + measured.pieces.size() > most_pieces) {
        footprints_.clear();
        pieces_ = 0;
    }
    pieces_ += measured.pieces.size();
    return &footprints_.emplace(dab, measured).first->second;
}

std::vector<engine::TagArea> NeutralSkin::extent(std::span<const Dab> dabs) {
    engine::Painted painted(surface_);
    for (const Dab &dab : within_reason(dabs)) {
        const Footprint *wide = footprint(dab);
        if (wide == nullptr)
            continue;
        Footprint exact{.radius_mm = radius_of(dab)};
        for (const Footprint::Piece &piece : wide->pieces) {
            const bool inside = std::ranges::max(piece.distance) <= exact.radius_mm;
            exact.pieces.push_back({piece.triangle, inside ? 1.0F : 0.0F, piece.distance});
        }
        painted.add(exact);
    }
    return painted.tags();
}

std::vector<Dab> NeutralSkin::erased(std::span<const Dab> paint, std::span<const Dab> eraser) {
    std::vector<Dab> left(paint.begin(), paint.end());
    for (const Dab &rubber : within_reason(eraser)) {
        const float radius = radius_of(rubber);
        const auto near = [&](const Dab &dab) {
            constexpr float off_skin_mm = 10; // both together, on another mesh
            return glm::distance(dab.point, rubber.point) <= radius + off_skin_mm;
        };
        if (std::ranges::none_of(left, near))
            continue;
        const Footprint *under = footprint(rubber);
        if (under == nullptr)
            continue;
        std::erase_if(left, [&](const Dab &dab) {
            if (!near(dab))
                return false;
            const auto middle = place(dab);
            const auto way = middle ? way_to(mesh_, *under, *middle) : std::nullopt;
            return way && *way <= radius;
        });
    }
    return left;
}

engine::SkinPatch NeutralSkin::patch(engine::SkinPatch grown_from, std::span<const Dab> dabs) {
    maker_.begin(std::move(grown_from));
    for (const Dab &dab : within_reason(dabs))
        if (const Footprint *touched = footprint(dab))
            maker_.add(*touched, radius_of(dab));
    return maker_.take();
}

} // namespace app
