/// Where a brush may go: paint stays on the limb that it began on.
#pragma once

#include "mesh/painted.hpp"
#include "model/atlas/atlas.hpp"

namespace app {

/// Legs, arms and trunk are kept apart, as each leg is from the other. Shoulders belong to both
/// sides of their border, and so do neck and head. See also engine::Brush, which does not jump
/// gaps; this is for where limbs meet.
class BrushReach {
  public:
    BrushReach(const engine::PartMesh &mesh, const Atlas &atlas);

    /// The tags, sorted, that a brush may not enter when it starts on `start`. For
    /// engine::extent().
    std::span<const engine::Tag> barred_from(engine::Tag start) const;

  private:
    std::vector<std::size_t> limb_of_tag_;
    std::vector<std::vector<engine::Tag>> barred_; ///< by limb
};

} // namespace app
