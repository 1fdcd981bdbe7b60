#include "mesh/surface.hpp"

#include "base/check.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace engine {

Surface::Surface(const PartMesh &mesh)
    : mesh_(mesh),
      tag_area_(mesh.tag_count()),
      first_(mesh.position.size() + 1, 0),
      triangles_(mesh.triangle.size() * 3) {
    for (const auto &corners : mesh.triangle)
        for (const std::uint32_t vertex : corners)
            ++first_[vertex + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t t = 0; t < mesh.triangle.size(); ++t)
        for (const std::uint32_t vertex : mesh.triangle[t])
            triangles_[next[vertex]++] = t;
    refit();
}

void Surface::refit() {
    std::ranges::fill(tag_area_, 0);
    for (std::uint32_t t = 0; t < mesh_.triangle.size(); ++t)
        tag_area_[mesh_.tag[t]] += triangle_area(t);
    area_ = std::accumulate(tag_area_.begin(), tag_area_.end(), 0.0);
}

double Surface::triangle_area(std::uint32_t triangle) const {
    const auto &[a, b, c] = mesh_.triangle[triangle];
    return engine::triangle_area(mesh_.position[a], mesh_.position[b], mesh_.position[c]);
}

SurfacePoint Surface::place(std::uint32_t triangle, glm::vec3 point) const {
    const auto &[a, b, c] = mesh_.triangle[triangle];
    return {triangle,
            nearest_weights(point, mesh_.position[a], mesh_.position[b], mesh_.position[c])};
}

glm::vec3 Surface::position(const SurfacePoint &place) const {
    return carry(place, mesh_);
}

glm::vec3 Surface::normal(const SurfacePoint &place) const {
    const auto &[a, b, c] = mesh_.triangle[place.triangle];
    return glm::normalize(mesh_.normal[a] * place.weight.x + mesh_.normal[b] * place.weight.y +
                          mesh_.normal[c] * place.weight.z);
}

glm::vec3 carry(const SurfacePoint &place, const PartMesh &to) {
    check(place.triangle < to.triangle.size(), "carry: a figure of the same triangles");
    const auto &[a, b, c] = to.triangle[place.triangle];
    return to.position[a] * place.weight.x + to.position[b] * place.weight.y +
           to.position[c] * place.weight.z;
}

} // namespace engine
