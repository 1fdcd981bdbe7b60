/// The body as the graphics card wants it. Pure: no OpenGL here.
#pragma once

#include "mesh/part_mesh.hpp"

#include <glm/vec3.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace app {

struct SkinVertex {
    glm::vec3 position;
    std::array<std::int16_t, 3> normal; ///< -32767..32767 for -1..1
    std::uint16_t openness;             ///< 0..65535 for 0..1
    engine::Tag tag;
    std::uint16_t unused = 0; ///< keeps the size a multiple of 4
};

SkinVertex skin_vertex(const engine::PartMesh &mesh, std::uint32_t vertex, engine::Tag tag);

struct Skin {
    std::vector<SkinVertex> vertices; ///< one per mesh vertex and tag that meets there
    std::vector<std::uint32_t> indices;
};
Skin skin_of(const engine::PartMesh &mesh);

/// One edge of a line on the skin.
struct LineEdge {
    glm::vec3 start, end;
    glm::vec3 start_normal, end_normal;
    float along; ///< mm from the beginning of the line to `start`
};

/// The borders of all parts, apart by whether both sides belong to one group. `group` is by tag;
/// empty: every part is a group of its own.
struct Borders {
    std::vector<LineEdge> between, within;
};
Borders all_borders(const engine::PartMesh &mesh, std::span<const std::uint16_t> group);
/// The border around a group of parts (`tags` sorted), in lines that run on from edge to edge;
/// borders inside the group are left out.
std::vector<LineEdge> border_around(const engine::PartMesh &mesh,
                                    std::span<const engine::Tag> tags);

} // namespace app
