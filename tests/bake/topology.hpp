/// What the tests ask of any closed mesh.
#pragma once

#include "mesh/part_mesh.hpp"

#include <glm/geometric.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

using Edge = std::pair<std::uint32_t, std::uint32_t>;

/// The triangles of each directed edge.
inline std::map<Edge, std::vector<std::size_t>> directed_edges(const engine::PartMesh &mesh) {
    std::map<Edge, std::vector<std::size_t>> edges;
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i)
        for (std::size_t e = 0; e < 3; ++e)
            edges[{mesh.triangle[i][e], mesh.triangle[i][(e + 1) % 3]}].push_back(i);
    return edges;
}

/// Each edge lies between exactly two triangles that run along it in opposite directions.
inline bool is_closed(const engine::PartMesh &mesh) {
    const auto edges = directed_edges(mesh);
    for (const auto &[edge, triangles] : edges)
        if (triangles.size() != 1 || !edges.contains({edge.second, edge.first}))
            return false;
    return !edges.empty();
}

/// Vertices - edges + triangles: 2 for a closed surface without handles.
inline long euler_characteristic(const engine::PartMesh &mesh) {
    std::set<std::uint32_t> used;
    for (const auto &t : mesh.triangle)
        used.insert(t.begin(), t.end());
    return long(used.size()) - long(directed_edges(mesh).size() / 2) + long(mesh.triangle.size());
}

inline std::size_t component_count(const engine::PartMesh &mesh) {
    std::vector<std::vector<std::uint32_t>> next(mesh.position.size());
    for (const auto &t : mesh.triangle)
        for (std::size_t e = 0; e < 3; ++e)
            next[t[e]].push_back(t[(e + 1) % 3]);
    std::vector<bool> seen(mesh.position.size());
    std::size_t components = 0;
    for (std::uint32_t start = 0; start < seen.size(); ++start) {
        if (seen[start])
            continue;
        ++components;
        std::vector<std::uint32_t> open{start};
        seen[start] = true;
        while (!open.empty()) {
            const std::uint32_t v = open.back();
            open.pop_back();
            for (const std::uint32_t w : next[v])
                if (!seen[w]) {
                    seen[w] = true;
                    open.push_back(w);
                }
        }
    }
    return components;
}

/// Positive when the triangles are counter-clockwise from outside.
inline double volume(const engine::PartMesh &mesh) {
    double sum = 0;
    for (const auto &t : mesh.triangle)
        sum += double(glm::dot(mesh.position[t[0]],
                               glm::cross(mesh.position[t[1]], mesh.position[t[2]]))) /
               6;
    return sum;
}

inline float area(const engine::PartMesh &mesh, std::size_t triangle) {
    const auto &t = mesh.triangle[triangle];
    return glm::length(glm::cross(mesh.position[t[1]] - mesh.position[t[0]],
                                  mesh.position[t[2]] - mesh.position[t[0]])) /
           2;
}
