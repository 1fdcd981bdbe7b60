/// The soft shadow on the ground: a broad one under the body, a dark one under each foot. Pure.
#pragma once

#include "math/orbit_view.hpp"
#include "mesh/part_mesh.hpp"

#include <vector>

namespace app {

/// An ellipse on the ground.
struct GroundEllipse {
    glm::vec3 center;    ///< mm
    glm::vec2 radius_mm; ///< along x and z, where it has faded
    float alpha;         ///< in the middle
};
using GroundShadow = std::vector<GroundEllipse>;
/// Where the body stands: from the skin close to the ground, on either side.
GroundShadow ground_shadow(const engine::PartMesh &mesh);

/// The same in a picture: an upright ellipse.
struct ShadowOnScreen {
    glm::vec3 center;
    glm::vec2 radius_mm; ///< along the picture's right and up
    float alpha;
};
/// Empty when the ground is seen from below.
std::vector<ShadowOnScreen> seen_shadow(const GroundShadow &shadow, const engine::OrbitView &view);

} // namespace app
