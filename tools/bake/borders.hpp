/// Where two tags meet.
#pragma once

#include "mesh/part_mesh.hpp"

namespace bake {

/// Sets `border` (every edge between two tags) and `border_distance` of every vertex.
void set_borders(engine::PartMesh &mesh);

} // namespace bake
