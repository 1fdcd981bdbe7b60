/// How open the surface is to light from all around.
#pragma once

#include "mesh/part_mesh.hpp"

namespace bake {

/// Sets ambient_occlusion per vertex from depth maps seen from many directions.
void set_ambient_occlusion(engine::PartMesh &mesh, unsigned threads);

} // namespace bake
