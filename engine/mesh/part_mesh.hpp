/// A triangle mesh whose triangles belong to named parts, as the bake tool writes it.
#pragma once

#include "base/result.hpp"

#include <glm/vec3.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// A triangle's part and side: 2 * part index, + 1 on the right. Parts on the midline are even.
using Tag = std::uint16_t;
constexpr Tag no_tag = 0xffff;

/// An edge between two parts; runs with the triangle of `first`.
struct BorderEdge {
    std::array<std::uint32_t, 2> vertex;
    Tag first, second;
};

/// Millimetres; x to the figure's left, y up, z forward. Watertight, counter-clockwise from
/// outside.
struct PartMesh {
    std::vector<glm::vec3> position;
    std::vector<glm::vec3> normal;        ///< unit
    std::vector<float> ambient_occlusion; ///< 0 dark .. 1 open
    std::vector<float> border_distance;   ///< mm to the nearest border, at most 25
    std::vector<std::array<std::uint32_t, 3>> triangle;
    std::vector<Tag> tag; ///< per triangle
    std::vector<BorderEdge> border;
    std::vector<std::string> part_name; ///< by part index

    std::size_t tag_count() const { return part_name.size() * 2; }
};

/// Reads / writes the format "PBM2" (assets/body/FORMAT.md, section 10). Reading checks every count
/// and index against the file's size, so a broken file gives an Error.
Result<PartMesh> read_part_mesh(const std::filesystem::path &file);
Result<Done> write_part_mesh(const PartMesh &mesh, const std::filesystem::path &file);

} // namespace engine
