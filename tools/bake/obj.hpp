/// Wavefront OBJ, for looking at the mesh with other programs.
#pragma once

#include "mesh/part_mesh.hpp"

#include <string>

namespace bake {

/// Millimetres; one group per tag: the part's name with ".l" or ".r", none on the midline.
std::string obj_text(const engine::PartMesh &mesh);

} // namespace bake
