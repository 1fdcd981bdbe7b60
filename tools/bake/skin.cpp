#include "bake/skin.hpp"

#include "base/check.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace bake {

Skin::Skin(const engine::PartMesh &mesh) {
    for (const glm::vec3 p : mesh.position)
        box_.add(p);
    std::map<engine::Tag, float> area_of;
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i) {
        const engine::Tag tag = mesh.tag[i];
        if (tag % 2 != 0) // the right half
            continue;
        Part &part = parts_[mesh.part_name[tag / 2]];
        const auto &t = mesh.triangle[i];
        const glm::vec3 a = mesh.position[t[0]], b = mesh.position[t[1]], c = mesh.position[t[2]];
        const float area = glm::length(glm::cross(b - a, c - a)) / 2;
        part.centroid += area * (a + b + c) / 3.f;
        area_of[tag] += area;
        for (const glm::vec3 p : {a, b, c}) {
            part.box.add(p);
            part.corners.push_back(p);
        }
    }
    for (const auto &[tag, area] : area_of)
        parts_[mesh.part_name[tag / 2]].centroid /= area;
}

const Skin::Part &Skin::at(std::string_view part) const {
    const auto found = parts_.find(part);
    engine::check(found != parts_.end(), "Skin::at: the part is there");
    return found->second;
}

glm::vec3 border_middle(const engine::PartMesh &mesh, std::string_view part,
                        const std::vector<std::string_view> &others) {
    const auto is_part = [&](engine::Tag tag) { return mesh.part_name[tag / 2] == part; };
    const auto is_other = [&](engine::Tag tag) {
        return std::find(others.begin(), others.end(), mesh.part_name[tag / 2]) != others.end();
    };
    glm::vec3 sum{0};
    float count = 0;
    for (const engine::BorderEdge &edge : mesh.border) {
        const bool between = (is_part(edge.first) && is_other(edge.second)) ||
                             (is_part(edge.second) && is_other(edge.first));
        if (!between || edge.first % 2 != 0)
            continue;
        for (const std::uint32_t v : edge.vertex) {
            sum += mesh.position[v];
            ++count;
        }
    }
    engine::check(count > 0, "border_middle: the parts touch");
    return sum / count;
}

} // namespace bake
