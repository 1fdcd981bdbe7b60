#include "bake/refine.hpp"

#include "bake/mesh_tools.hpp"
#include "bake/newton.hpp"
#include "bake/parallel.hpp"
#include "bake/scalar.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bake {
namespace {

constexpr std::array<float, 2> split_focus{6, 24};
constexpr float detail_focus = 4;
constexpr std::uint32_t none = ~0u;

/// The triangle cut at the middles of its edges (none: the edge is whole).
void add_split(const Triangle &t, const Triangle &middle, std::vector<Triangle> &out) {
    std::size_t cuts = 0, k = 0;
    for (std::size_t e = 0; e < 3; ++e)
        if (middle[e] != none)
            ++cuts, k = e;
    if (cuts == 0) {
        out.push_back(t);
    } else if (cuts == 3) {
        for (std::size_t e = 0; e < 3; ++e)
            out.push_back({t[e], middle[e], middle[(e + 2) % 3]});
        out.push_back(middle);
    } else { // only one edge: two of the three vertices are in focus
        out.push_back({t[k], middle[k], t[(k + 2) % 3]});
        out.push_back({middle[k], t[(k + 1) % 3], t[(k + 2) % 3]});
    }
}

/// One split of the triangles where the focus is at least that.
void split_once(engine::PartMesh &mesh, const Body &body, float least_focus) {
    std::vector<char> in_focus(mesh.position.size());
    for (std::size_t i = 0; i < in_focus.size(); ++i)
        in_focus[i] = body.focus(mesh.position[i]) >= least_focus;

    std::unordered_map<std::uint64_t, std::uint32_t> middles;
    for (const Triangle &t : mesh.triangle)
        for (std::size_t e = 0; e < 3; ++e) {
            const auto [a, b] = std::minmax(t[e], t[(e + 1) % 3]);
            if (!in_focus[a] || !in_focus[b])
                continue;
            if (middles.try_emplace(edge_key(a, b), std::uint32_t(mesh.position.size())).second)
                mesh.position.push_back((mesh.position[a] + mesh.position[b]) * .5f);
        }
    std::vector<Triangle> triangles;
    for (const Triangle &t : mesh.triangle) {
        Triangle middle;
        for (std::size_t e = 0; e < 3; ++e) {
            const auto found = middles.find(edge_key(t[e], t[(e + 1) % 3]));
            middle[e] = found == middles.end() ? none : found->second;
        }
        add_split(t, middle, triangles);
    }
    mesh.triangle = std::move(triangles);
}

} // namespace

void relax(const std::vector<Triangle> &triangles, std::vector<glm::vec3> &value, float amount) {
    std::vector<glm::vec3> sum(value.size(), glm::vec3{0});
    std::vector<int> count(value.size());
    for (const Triangle &t : triangles)
        for (std::size_t e = 0; e < 3; ++e) {
            sum[t[e]] = sum[t[e]] + value[t[(e + 1) % 3]] + value[t[(e + 2) % 3]];
            count[t[e]] += 2;
        }
    for (std::size_t i = 0; i < value.size(); ++i)
        if (count[i] > 0)
            value[i] = value[i] + (sum[i] * (1.f / float(count[i])) - value[i]) * amount;
}

void keep_largest_component(engine::PartMesh &mesh) {
    DisjointSets sets(mesh.position.size());
    for (const Triangle &t : mesh.triangle) {
        sets.join(t[0], t[1]);
        sets.join(t[1], t[2]);
    }
    std::map<std::uint32_t, std::size_t> triangles;
    for (const Triangle &t : mesh.triangle)
        ++triangles[sets.find(t[0])];
    if (triangles.size() < 2)
        return;
    const auto smaller = [](const auto &a, const auto &b) { return a.second < b.second; };
    const std::uint32_t largest =
        std::max_element(triangles.begin(), triangles.end(), smaller)->first;

    std::vector<std::uint32_t> new_index(mesh.position.size());
    std::uint32_t kept = 0;
    for (std::uint32_t i = 0; i < new_index.size(); ++i) {
        new_index[i] = kept;
        if (sets.find(i) == largest)
            mesh.position[kept++] = mesh.position[i];
    }
    mesh.position.resize(kept);
    std::erase_if(mesh.triangle, [&](const Triangle &t) { return sets.find(t[0]) != largest; });
    for (Triangle &t : mesh.triangle)
        for (std::uint32_t &v : t)
            v = new_index[v];
}

void split_in_focus(engine::PartMesh &mesh, const Body &body) {
    for (const float focus : split_focus)
        split_once(mesh, body, focus);
}

void project_onto(engine::PartMesh &mesh, const Body &body, float cell, unsigned threads) {
    parallel_chunks(mesh.position.size(), 2048, threads, [&](std::size_t i) {
        const glm::vec3 from = mesh.position[i];
        const Nearby near = body.nearby(from, 8);
        const glm::vec3 to =
            project([&](glm::vec3 p) { return body.field(p, near); }, from, 3, cell * .5f);
        const float moved = glm::length(to - from);
        mesh.position[i] = moved > cell ? from + (to - from) * (cell / moved) : to;
    });
}

void smooth_skin(engine::PartMesh &mesh, const Body &body) {
    const auto before = mesh.position;
    for (int i = 0; i < 3; ++i) {
        relax(mesh.triangle, mesh.position, .5f);
        relax(mesh.triangle, mesh.position, -.52f);
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        if (body.focus(mesh.position[i]) >= detail_focus)
            mesh.position[i] = before[i];
}

void set_normals(engine::PartMesh &mesh) {
    mesh.normal.assign(mesh.position.size(), glm::vec3{0});
    for (const Triangle &t : mesh.triangle) {
        const glm::vec3 n = glm::cross(mesh.position[t[1]] - mesh.position[t[0]],
                                       mesh.position[t[2]] - mesh.position[t[0]]);
        for (const std::uint32_t v : t)
            mesh.normal[v] = mesh.normal[v] + n;
    }
    for (glm::vec3 &n : mesh.normal)
        n = unit(n);
    relax(mesh.triangle, mesh.normal, .35f);
    for (glm::vec3 &n : mesh.normal)
        n = unit(n);
}

} // namespace bake
