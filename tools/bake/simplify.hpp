/// Fewer triangles by half-edge collapses with quadrics (Garland and Heckbert 1997).
#pragma once

#include "mesh/part_mesh.hpp"

#include <functional>

namespace bake {

struct SimplifyGoal {
    std::size_t triangles;
    float max_edge; ///< mm
    /// How much an error at a place counts; 1 is normal.
    std::function<float(glm::vec3)> focus;
};

/// Vertices keep their position and normal; borders between tags keep their course, and so does the
/// rim of an open mesh. Stops early
/// when no collapse is left that keeps the shape and a closed surface. Keeps positions, normals,
/// triangles and tags. Returns which vertex of the mesh before each vertex has been.
std::vector<std::uint32_t> simplify(engine::PartMesh &mesh, const SimplifyGoal &goal);

} // namespace bake
