/// Surface nets (Gibson 1998): one vertex per cell that the surface passes, one quad per crossing.
#pragma once

#include "bake/grid.hpp"
#include "mesh/part_mesh.hpp"

namespace bake {

/// Positions and triangles of the whole, mirrored body, counter-clockwise from outside.
engine::PartMesh surface_nets(const Grid &grid);

} // namespace bake
