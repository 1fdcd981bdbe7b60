/// What has to be true of the atlas and of every body that is shown with it: each place exists
/// once, has skin or lies beneath some, is as large on the left as on the right, and fits a
/// fingertip.
#pragma once

#include "mesh/part_mesh.hpp"
#include "model/atlas/atlas.hpp"

#include <string>
#include <vector>

namespace atlas_check {

/// What is wrong with the atlas itself beyond what Atlas::load() refuses: a sentence each.
std::vector<std::string> check_atlas(const app::Atlas &atlas);

struct BodyReport {
    std::vector<std::string> wrong;    ///< sentences that begin with the figure's name
    std::string smallest, most_uneven; ///< the places nearest to the limits
    double smallest_px2 = 0, uneven_percent = 0;
};
/// `figure` names the body: "female-high.shape".
BodyReport check_body(const app::Atlas &atlas, const engine::PartMesh &body,
                      const std::string &figure);

} // namespace atlas_check
