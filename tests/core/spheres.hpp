/// Spheres of triangles around the origin, for tests whose answers are known.
#pragma once

#include "mesh/part_mesh.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <random>

/// What every mesh must have besides vertices and triangles. Tag 0 above, 1 below the middle.
inline void finish_sphere(engine::PartMesh &mesh) {
    for (const glm::vec3 p : mesh.position)
        mesh.normal.push_back(glm::normalize(p));
    mesh.ambient_occlusion.resize(mesh.position.size(), 1);
    mesh.border_distance.resize(mesh.position.size(), 25);
    mesh.part_name = {"part"};
    for (const auto &[a, b, c] : mesh.triangle)
        mesh.tag.push_back(mesh.position[a].y + mesh.position[b].y + mesh.position[c].y > 0 ? 0
                                                                                            : 1);
}

/// An icosahedron whose triangles are cut into four, so many times.
inline engine::PartMesh icosphere(int cuts, float radius) {
    const float g = std::numbers::phi_v<float>;
    engine::PartMesh mesh;
    mesh.position = {{-1, g, 0},  {1, g, 0},  {-1, -g, 0}, {1, -g, 0}, {0, -1, g},  {0, 1, g},
                     {0, -1, -g}, {0, 1, -g}, {g, 0, -1},  {g, 0, 1},  {-g, 0, -1}, {-g, 0, 1}};
    mesh.triangle = {{0, 11, 5}, {0, 5, 1},  {0, 1, 7},   {0, 7, 10}, {0, 10, 11},
                     {1, 5, 9},  {5, 11, 4}, {11, 10, 2}, {10, 7, 6}, {7, 1, 8},
                     {3, 9, 4},  {3, 4, 2},  {3, 2, 6},   {3, 6, 8},  {3, 8, 9},
                     {4, 9, 5},  {2, 4, 11}, {6, 2, 10},  {8, 6, 7},  {9, 8, 1}};
    for (int cut = 0; cut < cuts; ++cut) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middle_of;
        const auto middle = [&](std::uint32_t a, std::uint32_t b) {
            const auto fresh = static_cast<std::uint32_t>(mesh.position.size());
            const auto [entry, added] = middle_of.try_emplace(std::minmax(a, b), fresh);
            if (added)
                mesh.position.push_back((mesh.position[a] + mesh.position[b]) / 2.0F);
            return entry->second;
        };
        const auto coarse = std::exchange(mesh.triangle, {});
        for (const auto &[a, b, c] : coarse) {
            const std::uint32_t ab = middle(a, b), bc = middle(b, c), ca = middle(c, a);
            for (const auto &t : {std::array{a, ab, ca}, {ab, b, bc}, {ca, bc, c}, {ab, bc, ca}})
                mesh.triangle.push_back(t);
        }
        for (glm::vec3 &p : mesh.position)
            p = glm::normalize(p);
    }
    for (glm::vec3 &p : mesh.position)
        p = glm::normalize(p) * radius;
    finish_sphere(mesh);
    return mesh;
}

/// Circles of latitude: triangles that get thin and obtuse towards the poles.
inline engine::PartMesh globe(int rings, int columns, float radius) {
    engine::PartMesh mesh;
    mesh.position = {{0, radius, 0}, {0, -radius, 0}};
    const auto at = [&](int ring, int column) {
        return static_cast<std::uint32_t>(2 + ring * columns + column % columns);
    };
    const float pi = std::numbers::pi_v<float>;
    for (int ring = 0; ring < rings; ++ring) {
        const float polar = pi * static_cast<float>(ring + 1) / static_cast<float>(rings + 1);
        for (int column = 0; column < columns; ++column) {
            const float turn = 2 * pi * static_cast<float>(column) / static_cast<float>(columns);
            mesh.position.push_back(radius * glm::vec3(std::sin(polar) * std::sin(turn),
                                                       std::cos(polar),
                                                       std::sin(polar) * std::cos(turn)));
        }
    }
    for (int column = 0; column < columns; ++column) {
        mesh.triangle.push_back({0, at(0, column), at(0, column + 1)});
        mesh.triangle.push_back({1, at(rings - 1, column + 1), at(rings - 1, column)});
        for (int ring = 0; ring + 1 < rings; ++ring) {
            mesh.triangle.push_back({at(ring, column), at(ring + 1, column), at(ring, column + 1)});
            mesh.triangle.push_back(
                {at(ring, column + 1), at(ring + 1, column), at(ring + 1, column + 1)});
        }
    }
    finish_sphere(mesh);
    return mesh;
}

/// An icosphere whose vertices were moved along the sphere, by up to `share` of a side.
inline engine::PartMesh uneven_sphere(int cuts, float radius, float share) {
    engine::PartMesh mesh = icosphere(cuts, radius);
    std::mt19937 random(7); // NOLINT: the same sphere each time
    const auto number = [&] { return static_cast<float>(random()) / 4294967296.0F * 2 - 1; };
    const float side =
        glm::distance(mesh.position[mesh.triangle[0][0]], mesh.position[mesh.triangle[0][1]]);
    for (std::size_t v = 0; v < mesh.position.size(); ++v) {
        const glm::vec3 step{number(), number(), number()};
        mesh.position[v] = radius * glm::normalize(mesh.position[v] + step * side * share);
        mesh.normal[v] = glm::normalize(mesh.position[v]);
    }
    return mesh;
}
