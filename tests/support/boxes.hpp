/// Boxes as meshes: shapes whose every measure is known.
#pragma once

#include "mesh/part_mesh.hpp"

/// Closed, from -size/2 to size/2 around `center`.
inline void add_box(engine::PartMesh &mesh, glm::vec3 center, glm::vec3 size) {
    const auto first = std::uint32_t(mesh.position.size());
    for (const float z : {-.5f, .5f})
        for (const float y : {-.5f, .5f})
            for (const float x : {-.5f, .5f})
                mesh.position.push_back(center + size * glm::vec3{x, y, z});
    for (const auto &[a, b, c, d] : {std::array{0u, 2u, 3u, 1u},
                                     {4u, 5u, 7u, 6u},
                                     {0u, 1u, 5u, 4u},
                                     {2u, 6u, 7u, 3u},
                                     {0u, 4u, 6u, 2u},
                                     {1u, 3u, 7u, 5u}}) {
        mesh.triangle.push_back({first + a, first + b, first + c});
        mesh.triangle.push_back({first + a, first + c, first + d});
    }
}
