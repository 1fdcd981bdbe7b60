/// From the parametric body to a closed, labelled mesh: all steps in order.
#pragma once

#include "bake/body.hpp"
#include "mesh/part_mesh.hpp"

namespace bake {

struct Settings {
    float cell = 3.6f; ///< mm between samples of the field
    std::size_t triangles = 120'000;
    float max_edge = 24;  ///< mm
    unsigned threads = 0; ///< 0: all of the machine; the mesh does not depend on it

    /// The same of the fast level of detail, which is the high one with fewer vertices.
    std::size_t fast_triangles = 50'000;
    float fast_max_edge = 40;
};

/// By part: whether it lies on both sides of the midline.
std::vector<bool> on_midline(const Body &body);

/// Symmetric: see symmetry.hpp. An Error when the data give no surface.
engine::Result<engine::PartMesh> bake_body(const Body &body, const Settings &settings);

} // namespace bake
