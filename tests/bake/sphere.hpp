/// A sphere through the same steps as the body.
#pragma once

#include "bake/surface_nets.hpp"

constexpr float sphere_radius = 40;

inline float sphere_field(glm::vec3 p) {
    return glm::length(p) - sphere_radius;
}

/// Sampled with `cell` mm between the places of the grid.
inline bake::Grid sphere_grid(float cell) {
    bake::Grid grid;
    for (float x = 0; x < sphere_radius + 3 * cell; x += cell)
        grid.axis[0].push_back(x);
    for (float y = -sphere_radius - 3 * cell; y < sphere_radius + 3 * cell; y += cell) {
        grid.axis[1].push_back(y);
        grid.axis[2].push_back(y);
    }
    for (const float x : grid.axis[0])
        for (const float y : grid.axis[1])
            for (const float z : grid.axis[2])
                grid.value.push_back(sphere_field({x, y, z}));
    return grid;
}
