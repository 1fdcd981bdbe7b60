/// Which region each place of the surface belongs to, and exact borders between the regions.
#pragma once

#include "bake/body.hpp"
#include "mesh/part_mesh.hpp"

namespace bake {

/// A tag per vertex: 2 * region, + 1 on the right unless the region lies on the midline.
std::vector<engine::Tag> label_vertices(const engine::PartMesh &mesh, const Body &body,
                                        unsigned threads);

/// Small islands of a tag take that of a neighbour.
void absorb_islands(const engine::PartMesh &mesh, std::vector<engine::Tag> &label,
                    float min_vertices);

/// Cuts the triangles between differing labels so that borders run where both regions claim the
/// surface equally. Sets the tag of every triangle.
void cut_along_borders(engine::PartMesh &mesh, const std::vector<engine::Tag> &label,
                       const Body &body, unsigned threads);

} // namespace bake
