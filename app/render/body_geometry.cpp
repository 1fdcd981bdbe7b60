#include "render/body_geometry.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace app {

using engine::BorderEdge;
using engine::PartMesh;
using engine::Tag;

namespace {

std::int16_t snorm(float value) {
    return static_cast<std::int16_t>(std::clamp(value, -1.0F, 1.0F) * 32767);
}

LineEdge line_edge(const PartMesh &mesh, std::uint32_t start, std::uint32_t end, float along) {
    return {mesh.position[start], mesh.position[end], mesh.normal[start], mesh.normal[end], along};
}

/// Edges that can be walked from vertex to vertex, each once.
class EdgeWalk {
  public:
    explicit EdgeWalk(std::vector<std::array<std::uint32_t, 2>> edges)
        : edges_(std::move(edges)), used_(edges_.size(), false) {
        for (std::size_t i = 0; i < edges_.size(); ++i)
            for (const std::uint32_t vertex : edges_[i])
                at_.emplace(vertex, i);
    }

    /// Calls visit(start, end) along the line that begins with edge `first`, unless it was walked.
    template <class Visit>
    void walk(std::size_t first, Visit visit) {
        std::size_t edge = first;
        std::uint32_t from = edges_[first][0];
        while (edge < edges_.size() && !used_[edge]) {
            used_[edge] = true;
            const std::uint32_t to = edges_[edge][edges_[edge][0] == from ? 1 : 0];
            visit(from, to);
            from = to;
            edge = unused_at(from);
        }
    }
    std::size_t size() const { return edges_.size(); }

  private:
    std::size_t unused_at(std::uint32_t vertex) const {
        const auto [begin, end] = at_.equal_range(vertex);
        for (auto it = begin; it != end; ++it)
            if (!used_[it->second])
                return it->second;
        return edges_.size();
    }

    std::vector<std::array<std::uint32_t, 2>> edges_;
    std::vector<bool> used_;
    std::unordered_multimap<std::uint32_t, std::size_t> at_;
};

} // namespace

SkinVertex skin_vertex(const PartMesh &mesh, std::uint32_t vertex, Tag tag) {
    const glm::vec3 n = mesh.normal[vertex];
    const float open = std::clamp(mesh.ambient_occlusion[vertex], 0.0F, 1.0F);
    return {.position = mesh.position[vertex],
            .normal = {snorm(n.x), snorm(n.y), snorm(n.z)},
            .openness = static_cast<std::uint16_t>(open * 65535),
            .tag = tag};
}

Skin skin_of(const PartMesh &mesh) {
    Skin skin;
    std::unordered_map<std::uint64_t, std::uint32_t> index_of;
    index_of.reserve(mesh.position.size() * 2);
    skin.indices.reserve(mesh.triangle.size() * 3);
    for (std::size_t t = 0; t < mesh.triangle.size(); ++t)
        for (const std::uint32_t vertex : mesh.triangle[t]) {
            const Tag tag = mesh.tag[t];
            const std::uint64_t key = (std::uint64_t{vertex} << 16U) | tag;
            const auto fresh = static_cast<std::uint32_t>(skin.vertices.size());
            const auto [entry, added] = index_of.try_emplace(key, fresh);
            if (added)
                skin.vertices.push_back(skin_vertex(mesh, vertex, tag));
            skin.indices.push_back(entry->second);
        }
    return skin;
}

Borders all_borders(const PartMesh &mesh, std::span<const std::uint16_t> group) {
    const auto group_of = [&](Tag tag) { return tag < group.size() ? group[tag] : tag; };
    Borders borders;
    for (const BorderEdge &edge : mesh.border) {
        const bool inside = group_of(edge.first) == group_of(edge.second);
        (inside ? borders.within : borders.between)
            .push_back(line_edge(mesh, edge.vertex[0], edge.vertex[1], 0));
    }
    return borders;
}

std::vector<LineEdge> border_around(const PartMesh &mesh, std::span<const Tag> tags) {
    const auto inside = [&](Tag tag) { return std::binary_search(tags.begin(), tags.end(), tag); };
    std::vector<std::array<std::uint32_t, 2>> edges;
    for (const BorderEdge &edge : mesh.border)
        if (inside(edge.first) != inside(edge.second))
            edges.push_back(edge.vertex);

    EdgeWalk walk(std::move(edges));
    std::vector<LineEdge> lines;
    for (std::size_t first = 0; first < walk.size(); ++first) {
        float along = 0;
        walk.walk(first, [&](std::uint32_t start, std::uint32_t end) {
            lines.push_back(line_edge(mesh, start, end, along));
            along += glm::distance(mesh.position[start], mesh.position[end]);
        });
    }
    return lines;
}

} // namespace app
