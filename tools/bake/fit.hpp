/// One topology for all figures: the mesh of one figure moved onto the skin of another.
#pragma once

#include "bake/body.hpp"
#include "mesh/part_mesh.hpp"

namespace bake {

/// Same triangles, tags and borders; every vertex lies at the same place of the body as before, as
/// far over or under the field's surface as before, and borders lie where `to` has them. `mesh` is
/// a bake of `from`, symmetric as bake_body() makes it. Ambient occlusion and border distances are
/// those of `mesh`.
engine::PartMesh fit(const engine::PartMesh &mesh, const Body &from, const Body &to,
                     unsigned threads);

} // namespace bake
