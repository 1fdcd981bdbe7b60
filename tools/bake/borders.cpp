#include "bake/borders.hpp"

#include "bake/mesh_tools.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <queue>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bake {
namespace {

constexpr float max_distance = 25;
constexpr std::uint32_t no_edge = ~0u;

void find_border_edges(engine::PartMesh &mesh) {
    mesh.border.clear();
    std::unordered_map<std::uint64_t, std::size_t> first_triangle;
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i)
        for (std::size_t e = 0; e < 3; ++e) {
            const std::uint32_t a = mesh.triangle[i][e], b = mesh.triangle[i][(e + 1) % 3];
            const auto [other, is_first] = first_triangle.try_emplace(edge_key(a, b), i);
            if (!is_first && mesh.tag[other->second] != mesh.tag[i])
                mesh.border.push_back({{b, a}, mesh.tag[other->second], mesh.tag[i]});
        }
}

/// Distances along the edges of the mesh, and per vertex the border edge that it is nearest to.
std::vector<std::uint32_t> spread_along_edges(engine::PartMesh &mesh) {
    std::vector<std::vector<std::uint32_t>> neighbours(mesh.position.size());
    for (const Triangle &t : mesh.triangle)
        for (std::size_t e = 0; e < 3; ++e)
            neighbours[t[e]].push_back(t[(e + 1) % 3]);

    std::vector<std::uint32_t> nearest(mesh.position.size(), no_edge);
    using Entry = std::pair<float, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (std::uint32_t i = 0; i < mesh.border.size(); ++i)
        for (const std::uint32_t v : mesh.border[i].vertex)
            if (nearest[v] == no_edge) {
                nearest[v] = i;
                mesh.border_distance[v] = 0;
                queue.push({0, v});
            }
    while (!queue.empty()) {
        const auto [distance, v] = queue.top();
        queue.pop();
        if (distance > mesh.border_distance[v])
            continue;
        for (const std::uint32_t next : neighbours[v]) {
            const float there = distance + glm::length(mesh.position[v] - mesh.position[next]);
            if (there >= mesh.border_distance[next])
                continue;
            mesh.border_distance[next] = there;
            nearest[next] = nearest[v];
            queue.push({there, next});
        }
    }
    return nearest;
}

float distance_to_edge(const engine::PartMesh &mesh, glm::vec3 p, const engine::BorderEdge &edge) {
    const glm::vec3 from = mesh.position[edge.vertex[0]];
    const glm::vec3 along = mesh.position[edge.vertex[1]] - from;
    const float t =
        std::clamp(glm::dot(p - from, along) / (glm::dot(along, along) + 1e-9f), 0.f, 1.f);
    return glm::length(p - from - along * t);
}

} // namespace

void set_borders(engine::PartMesh &mesh) {
    find_border_edges(mesh);
    mesh.border_distance.assign(mesh.position.size(), max_distance);
    const auto nearest = spread_along_edges(mesh);

    std::vector<std::vector<std::uint32_t>> edges_at(mesh.position.size());
    for (std::uint32_t i = 0; i < mesh.border.size(); ++i)
        for (const std::uint32_t v : mesh.border[i].vertex)
            edges_at[v].push_back(i);
    // The way along mesh edges is too long; the border edges around its end give the true one.
    for (std::size_t i = 0; i < mesh.position.size(); ++i) {
        if (nearest[i] == no_edge || mesh.border_distance[i] == 0)
            continue;
        for (const std::uint32_t v : mesh.border[nearest[i]].vertex)
            for (const std::uint32_t edge : edges_at[v])
                mesh.border_distance[i] =
                    std::min(mesh.border_distance[i],
                             distance_to_edge(mesh, mesh.position[i], mesh.border[edge]));
    }
}

} // namespace bake
