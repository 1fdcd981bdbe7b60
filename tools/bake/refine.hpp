/// From the raw net to a smooth, dense surface.
#pragma once

#include "bake/body.hpp"
#include "bake/mesh_tools.hpp"
#include "mesh/part_mesh.hpp"

namespace bake {

/// Drops enclosed voids and specks.
void keep_largest_component(engine::PartMesh &mesh);

/// Conforming 1:4 splits where errors count most: one for face, hands and feet, two for eyes and
/// lips.
void split_in_focus(engine::PartMesh &mesh, const Body &body);

/// Moves every vertex onto the body's surface, at most one cell far.
void project_onto(engine::PartMesh &mesh, const Body &body, float cell, unsigned threads);

/// One step of every vertex's value towards the mean of its neighbours' values.
void relax(const std::vector<Triangle> &triangles, std::vector<glm::vec3> &value, float amount);

/// Taubin smoothing: a thin skin over the relief, left out where small detail counts.
void smooth_skin(engine::PartMesh &mesh, const Body &body);

/// Area-weighted vertex normals, slightly smoothed.
void set_normals(engine::PartMesh &mesh);

} // namespace bake
