/// Another shape of the same mesh: its vertices in other places.
#pragma once

#include "mesh/part_mesh.hpp"

namespace engine {

struct MeshShape {                        ///< a value per vertex of the mesh
    std::vector<glm::vec3> position;      ///< mm
    std::vector<glm::vec3> normal;        ///< unit
    std::vector<float> ambient_occlusion; ///< 0 dark .. 1 open
};

MeshShape shape_of(const PartMesh &mesh);

/// Gives the mesh the shape between `a` (t = 0) and `b` (t = 1). Border distances stay. All three
/// must have the same number of vertices.
void set_shape(PartMesh &mesh, const MeshShape &a, const MeshShape &b, float t);

/// Reads / writes the format "PBS1" (assets/body/FORMAT.md, section 11). Reading checks that the
/// shape belongs to the triangles of `mesh`, else gives an Error.
Result<MeshShape> read_mesh_shape(const std::filesystem::path &file, const PartMesh &mesh);
Result<Done> write_mesh_shape(const MeshShape &shape, const PartMesh &mesh,
                              const std::filesystem::path &file);

} // namespace engine
