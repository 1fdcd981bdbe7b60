/// The skin of the neutral figure, where paint is kept: it does not change with the client's
/// figure.
#pragma once

#include "mesh/mesh_shape.hpp"
#include "mesh/painted.hpp"
#include "mesh/skin_patch.hpp"
#include "model/body/brush_reach.hpp"
#include "model/session/mark.hpp"

#include <map>
#include <optional>

namespace app {

/// Paint of a hostile file may lie anywhere, be of any size and of any number: what is far from the
/// skin does not count, what is larger than any brush is as large as that.
inline constexpr float far_from_skin_mm = 25, smallest_dab_mm = 3, largest_brush_mm = 60;

class NeutralSkin {
  public:
    NeutralSkin(engine::PartMesh mesh, const engine::MeshShape &neutral, const Atlas &atlas);
    NeutralSkin(const NeutralSkin &) = delete;
    NeutralSkin &operator=(const NeutralSkin &) = delete;

    const engine::PartMesh &mesh() const { return mesh_; }
    const engine::Surface &surface() const { return surface_; }
    const BrushReach &reach() const { return reach_; }

    /// The skin that a dab touches and some around it; null for one that is nowhere. Valid until
    /// the next call.
    const engine::Footprint *footprint(const Dab &dab);
    /// As it is painted.
    static float radius_of(const Dab &dab);

    /// Skin and its share by tag, of all dabs together.
    std::vector<engine::TagArea> extent(std::span<const Dab> dabs);
    /// Without the dabs whose middle lies under the eraser, on the same skin.
    std::vector<Dab> erased(std::span<const Dab> paint, std::span<const Dab> eraser);
    /// `grown_from`: a patch of other dabs that these go on from.
    engine::SkinPatch patch(engine::SkinPatch grown_from, std::span<const Dab> dabs);

  private:
    struct ByValue {
        bool operator()(const Dab &a, const Dab &b) const;
    };
    std::optional<engine::SurfacePoint> place(const Dab &dab) const;

    engine::PartMesh mesh_;
    engine::Bvh bvh_;
    engine::Surface surface_;
    engine::Brush brush_;
    BrushReach reach_;
    engine::PatchMaker maker_;
    std::map<Dab, engine::Footprint, ByValue> footprints_; ///< what was measured lately
    std::size_t pieces_ = 0;                               ///< of all of them
};

} // namespace app
