/// What body.json says, as numbers: see assets/body/FORMAT.md. Nothing is computed here.
#pragma once

#include "base/result.hpp"

#include <glm/vec3.hpp>

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bake {

struct FrameData {
    glm::vec3 origin, axis, front;
    float scale = 1;
};

/// t, medial, lateral, back, front extent, exponent, and up to `given` also centre x, z, twist.
struct Station {
    std::array<float, 9> column{};
    std::size_t given = 0;
};

struct LoftData {
    std::string id, frame;
    bool mid = false;
    float blend = 20, cap = 10, smooth = 8;
    std::vector<Station> stations; ///< ascending t, at least two
};

struct RegionData {
    std::string id, group;
    bool mid = false;
    float groove = 1.2f;
};

/// Which region a strand or blob is a label source of. No region: geometry only.
struct LabelData {
    std::string region, part;
    std::optional<float> groove;
    float bias = 0, gain = 1;
};

struct BlobData {
    std::string id, frame;
    bool mid = false, carve = false;
    float blend = 10; ///< negative: no geometry, only a label area
    LabelData label;
    glm::vec3 center{0}, radius{0}, rotation_deg{0};
    std::vector<std::array<float, 4>> chain; ///< x, y, z, radius; empty: an ellipsoid
};

struct ControlPoint {
    enum class Kind { slice, ray_from_front, ray_from_back, nearest };
    Kind kind = Kind::slice;
    std::string loft; ///< slice
    float first = 0;  ///< slice: t; else x
    float second = 0; ///< slice: degrees; else y
    float third = 0;  ///< nearest: z
    float half_width = 0;
    std::optional<float> height;
};

/// Strands that rise together: a muscle, or only relief.
struct MuscleData {
    std::string name; ///< its region, or what its note says
    LabelData label;
    std::string frame; ///< of its rays and nearest points; empty: the world, following the trunk
    bool shows_label = true, fan = false;
    float height = 4, exponent = 1.8f;
    std::vector<std::vector<ControlPoint>> strands;
};

struct FocusData {
    glm::vec3 low, high;
    float weight;
};

struct MorphData {
    struct Blob {
        glm::vec3 center{0}, radius{0};
        float chain_radius = 0;
    };
    struct Shift {
        glm::vec3 origin{0};
        float scale = 1;
    };
    float scale = 1, relief = 1, groove = 1;
    std::map<std::string, Shift> frames;
    std::map<std::string, std::vector<std::array<float, 5>>> lofts; ///< ascending t
    std::map<std::string, Blob> blobs;
    std::map<std::string, float> muscles; ///< factor of the heights, by MuscleData::name
};

using Weights = std::map<std::string, float>; ///< morph name to weight

struct BodyData {
    float scale = 1, relief = 1, groove_width = 4.5f, groove_gain = 1;
    std::array<std::vector<std::array<float, 2>>, 3> fine; ///< ranges of a denser grid per axis
    std::vector<FocusData> focus;
    std::map<std::string, Weights> variants;
    std::map<std::string, FrameData> frames;
    std::vector<LoftData> lofts;
    std::vector<RegionData> regions;
    std::vector<BlobData> blobs;
    std::vector<MuscleData> muscles;
    std::map<std::string, MorphData> morphs;
};

/// An Error names the place in the file. All ids that the data refer to exist.
engine::Result<BodyData> read_body_data(const std::filesystem::path &file);
engine::Result<BodyData> parse_body_data(const std::string &text, const std::string &name);

} // namespace bake
