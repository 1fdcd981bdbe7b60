/// The figure is symmetric: one half is made smaller, the other is its mirror image. So both sides
/// have the same triangles, and areas and borders that are alike.
#pragma once

#include "mesh/part_mesh.hpp"

namespace bake {

/// What lies at x >= 0, cut open along x = 0, with left tags. Vertices nearer to that plane than
/// `snap_mm` are moved into it. Keeps positions, normals, triangles and tags; vertices stay in
/// order.
engine::PartMesh left_half(const engine::PartMesh &mesh, float snap_mm);

/// Both halves of a left half: its vertices, then the images of those that are not in the plane.
/// `on_midline` says by part which tags stay as they are.
engine::PartMesh with_mirror_image(const engine::PartMesh &half,
                                   const std::vector<bool> &on_midline);

constexpr glm::vec3 mirrored{-1, 1, 1}; ///< times a point or a normal

/// By vertex of a left half: its image's index in the whole; itself in the plane.
std::vector<std::uint32_t> mirror_images(const engine::PartMesh &half);
/// By vertex of the whole: the one of which it is the image; itself in the left half.
std::vector<std::uint32_t> mirror_originals(const engine::PartMesh &whole);

} // namespace bake
