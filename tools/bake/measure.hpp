/// Body dimensions as a survey takes them, read off the baked mesh: landmarks are parts of the
/// skin, girths are outlines of slices. See measure.cpp for what stands for which landmark.
#pragma once

#include "mesh/part_mesh.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace bake {

struct Measure {
    std::string_view name; ///< as in ANSUR II
    float mm;
    std::string_view how = ""; ///< where the model's pose or landmark differs from the survey's
    float pose_mm = 0;         ///< what the model's pose takes off the survey's value
};

/// Of a standing figure, arms away from the body. An Error names a part that the mesh lacks.
engine::Result<std::vector<Measure>> measure_body(const engine::PartMesh &mesh);

/// "measure,mm" and a row for each, tenths of a millimetre.
std::string measures_csv(const std::vector<Measure> &measures);

} // namespace bake
