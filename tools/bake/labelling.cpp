#include "bake/labelling.hpp"

#include "bake/mesh_tools.hpp"
#include "bake/parallel.hpp"
#include "bake/scalar.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bake {
namespace {

using engine::Tag;

/// Where on the edge from a to b both regions claim the surface equally, 0..1.
float border_place(const Body &body, glm::vec3 a, glm::vec3 b, Tag tag_a, Tag tag_b) {
    constexpr float margin = .08f; ///< keeps the cut triangles from becoming slivers
    const int region_a = tag_a / 2, region_b = tag_b / 2;
    float t = .5f;
    if (region_a == region_b) { // left and right of one region meet at the midline
        t = a.x / (a.x - b.x);
    } else {
        float low = 0, high = 1;
        for (int i = 0; i < 7; ++i) {
            t = (low + high) / 2;
            const bool still_a = body.border_value(a + (b - a) * t, region_a, region_b) < 0;
            (still_a ? low : high) = t;
        }
    }
    return std::clamp(t, margin, 1 - margin);
}

/// Writes the triangles of the cut mesh.
class Cutter {
  public:
    Cutter(engine::PartMesh &mesh, const std::vector<Tag> &label) : mesh_(mesh), label_(label) {}

    /// One new vertex on every edge whose ends have different labels.
    void cut_edges(const Body &body, unsigned threads) {
        const std::size_t first = mesh_.position.size();
        std::vector<std::array<std::uint32_t, 2>> cuts;
        for (const Triangle &t : mesh_.triangle)
            for (std::size_t e = 0; e < 3; ++e) {
                const auto [a, b] = std::minmax(t[e], t[(e + 1) % 3]);
                if (label_[a] != label_[b] &&
                    on_edge_.try_emplace(edge_key(a, b), std::uint32_t(first + cuts.size())).second)
                    cuts.push_back({a, b});
            }
        mesh_.position.resize(first + cuts.size());
        mesh_.normal.resize(first + cuts.size());
        parallel_chunks(cuts.size(), 256, threads, [&](std::size_t i) {
            const auto [a, b] = cuts[i];
            const glm::vec3 from = mesh_.position[a], to = mesh_.position[b];
            const float t = border_place(body, from, to, label_[a], label_[b]);
            mesh_.position[first + i] = from + (to - from) * t;
            mesh_.normal[first + i] = unit(mesh_.normal[a] * (1 - t) + mesh_.normal[b] * t);
        });
    }

    void cut_triangles() {
        for (const Triangle &t : mesh_.triangle) {
            const Tag a = label_[t[0]], b = label_[t[1]], c = label_[t[2]];
            if (a == b && b == c)
                put(t, a);
            else if (a != b && b != c && a != c)
                cut_in_three(t);
            else
                cut_in_two(t, b == c ? 0 : a == c ? 1 : 2);
        }
        mesh_.triangle = std::move(triangles_);
        mesh_.tag = std::move(tags_);
    }

  private:
    void put(const Triangle &t, Tag tag) {
        triangles_.push_back(t);
        tags_.push_back(tag);
    }
    std::uint32_t cut(std::uint32_t a, std::uint32_t b) const {
        return on_edge_.at(edge_key(a, b));
    }

    void cut_in_three(const Triangle &t) {
        const Triangle middle{cut(t[0], t[1]), cut(t[1], t[2]), cut(t[2], t[0])};
        const auto &p = mesh_.position;
        const auto &n = mesh_.normal;
        const auto center = std::uint32_t(p.size());
        mesh_.position.push_back((p[middle[0]] + p[middle[1]] + p[middle[2]]) * (1 / 3.f));
        mesh_.normal.push_back(unit(n[middle[0]] + n[middle[1]] + n[middle[2]]));
        for (std::size_t e = 0; e < 3; ++e) {
            put({t[e], middle[e], center}, label_[t[e]]);
            put({t[e], center, middle[(e + 2) % 3]}, label_[t[e]]);
        }
    }

    /// `single` is the corner whose label differs from the other two.
    void cut_in_two(const Triangle &t, std::size_t single) {
        const std::uint32_t s = t[single], a = t[(single + 1) % 3], b = t[(single + 2) % 3];
        const std::uint32_t on_a = cut(s, a), on_b = cut(s, b);
        put({s, on_a, on_b}, label_[s]);
        put({on_a, a, b}, label_[a]);
        put({on_a, b, on_b}, label_[a]);
    }

    engine::PartMesh &mesh_;
    const std::vector<Tag> &label_;
    std::unordered_map<std::uint64_t, std::uint32_t> on_edge_;
    std::vector<Triangle> triangles_;
    std::vector<Tag> tags_;
};

} // namespace

std::vector<Tag> label_vertices(const engine::PartMesh &mesh, const Body &body, unsigned threads) {
    std::vector<Tag> label(mesh.position.size());
    parallel_chunks(label.size(), 2048, threads, [&](std::size_t i) {
        const glm::vec3 p = mesh.position[i];
        const int region = body.region_at(p);
        const bool right = p.x < 0 && !body.regions()[std::size_t(region)].mid;
        label[i] = Tag(region * 2 + (right ? 1 : 0));
    });
    return label;
}

void absorb_islands(const engine::PartMesh &mesh, std::vector<Tag> &label, float min_vertices) {
    DisjointSets islands(label.size());
    for (const Triangle &t : mesh.triangle)
        for (std::size_t e = 0; e < 3; ++e)
            if (label[t[e]] == label[t[(e + 1) % 3]])
                islands.join(t[e], t[(e + 1) % 3]);

    std::vector<int> size(label.size());
    std::map<Tag, int> largest;
    for (std::uint32_t i = 0; i < label.size(); ++i) {
        int &count = ++size[islands.find(i)];
        largest[label[i]] = std::max(largest[label[i]], count);
    }
    std::vector<std::optional<Tag>> new_label(label.size());
    const auto absorb = [&](std::uint32_t a, std::uint32_t b) {
        const std::uint32_t island = islands.find(a);
        if (float(size[island]) < min_vertices && size[island] < largest[label[a]])
            new_label[island] = label[b];
    };
    for (const Triangle &t : mesh.triangle)
        for (std::size_t e = 0; e < 3; ++e) {
            const std::uint32_t a = t[e], b = t[(e + 1) % 3];
            if (label[a] == label[b])
                continue;
            absorb(a, b);
            absorb(b, a);
        }
    for (std::uint32_t i = 0; i < label.size(); ++i)
        label[i] = new_label[islands.find(i)].value_or(label[i]);
}

void cut_along_borders(engine::PartMesh &mesh, const std::vector<Tag> &label, const Body &body,
                       unsigned threads) {
    Cutter cutter(mesh, label);
    cutter.cut_edges(body, threads);
    cutter.cut_triangles();
}

} // namespace bake
