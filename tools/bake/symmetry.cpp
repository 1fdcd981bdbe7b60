#include "bake/symmetry.hpp"

#include "bake/mesh_tools.hpp"
#include "bake/scalar.hpp"
#include "base/check.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace bake {
namespace {

using engine::PartMesh;
using Index = std::uint32_t;

glm::vec3 upright(glm::vec3 normal) {
    return unit({0, normal.y, normal.z});
}

/// Cuts triangles at x = 0 and keeps what lies on the left.
class Halver {
  public:
    Halver(const PartMesh &mesh, float snap_mm) : mesh_(mesh), half_(mesh) {
        half_.triangle.clear();
        half_.tag.clear();
        for (std::size_t v = 0; v < half_.position.size(); ++v)
            if (std::fabs(half_.position[v].x) <= snap_mm) {
                half_.position[v].x = 0;
                half_.normal[v] = upright(half_.normal[v]);
            }
    }

    PartMesh run() {
        for (std::size_t i = 0; i < mesh_.triangle.size(); ++i)
            keep_left_of(mesh_.triangle[i], mesh_.tag[i]);
        return packed();
    }

  private:
    float x(Index v) const { return half_.position[v].x; }

    void keep_left_of(const Triangle &t, engine::Tag tag) {
        std::vector<Index> outline;
        bool any_left = false;
        for (std::size_t e = 0; e < 3; ++e) {
            const Index a = t[e], b = t[(e + 1) % 3];
            if (x(a) >= 0)
                outline.push_back(a);
            if (x(a) * x(b) < 0)
                outline.push_back(cut(a, b));
            any_left = any_left || x(a) > 0;
        }
        if (!any_left)
            return;
        if (outline.size() == 3)
            add({outline[0], outline[1], outline[2]}, tag);
        else
            add_quad({outline[0], outline[1], outline[2], outline[3]}, tag);
    }

    Index cut(Index a, Index b) {
        const auto [entry, is_new] = cut_.try_emplace(edge_key(a, b), Index(half_.position.size()));
        if (is_new) {
            const auto [first, second] = std::minmax(a, b);
            const float t = x(first) / (x(first) - x(second));
            glm::vec3 p = glm::mix(half_.position[first], half_.position[second], t);
            p.x = 0;
            const glm::vec3 n = glm::mix(half_.normal[first], half_.normal[second], t);
            half_.position.push_back(p);
            half_.normal.push_back(upright(n));
        }
        return entry->second;
    }

    void add(const Triangle &t, engine::Tag tag) {
        half_.triangle.push_back(t);
        half_.tag.push_back(engine::Tag(tag & ~1u));
    }
    /// Along the shorter diagonal.
    void add_quad(const std::array<Index, 4> &q, engine::Tag tag) {
        const auto &p = half_.position;
        const bool straight = glm::distance(p[q[0]], p[q[2]]) <= glm::distance(p[q[1]], p[q[3]]);
        const std::size_t k = straight ? 0 : 1;
        add({q[k], q[k + 1], q[k + 2]}, tag);
        add({q[k], q[k + 2], q[(k + 3) % 4]}, tag);
    }

    /// Without the vertices that are left over.
    PartMesh packed() {
        std::vector<bool> is_used(half_.position.size());
        for (const Triangle &t : half_.triangle)
            for (const Index v : t)
                is_used[v] = true;
        std::vector<Index> new_index(half_.position.size());
        PartMesh result;
        result.part_name = half_.part_name;
        for (std::size_t v = 0; v < new_index.size(); ++v) {
            if (!is_used[v])
                continue;
            new_index[v] = Index(result.position.size());
            result.position.push_back(half_.position[v]);
            result.normal.push_back(half_.normal[v]);
        }
        for (Triangle t : half_.triangle) {
            for (Index &v : t)
                v = new_index[v];
            result.triangle.push_back(t);
        }
        result.tag = half_.tag;
        return result;
    }

    const PartMesh &mesh_;
    PartMesh half_;
    std::unordered_map<std::uint64_t, Index> cut_; ///< by edge
};

} // namespace

PartMesh left_half(const PartMesh &mesh, float snap_mm) {
    return Halver(mesh, snap_mm).run();
}

std::vector<Index> mirror_images(const PartMesh &half) {
    std::vector<Index> images;
    auto next = Index(half.position.size());
    for (Index v = 0; v < half.position.size(); ++v)
        images.push_back(half.position[v].x == 0 ? v : next++);
    return images;
}

std::vector<Index> mirror_originals(const PartMesh &whole) {
    std::vector<Index> originals, with_image;
    std::size_t images = 0;
    for (Index v = 0; v < whole.position.size(); ++v) {
        if (whole.position[v].x > 0)
            with_image.push_back(v);
        if (whole.position[v].x < 0)
            engine::check(images < with_image.size(), "mirror_originals: the images come last");
        originals.push_back(whole.position[v].x >= 0 ? v : with_image[images++]);
    }
    return originals;
}

PartMesh with_mirror_image(const PartMesh &half, const std::vector<bool> &on_midline) {
    PartMesh whole = half;
    for (std::size_t v = 0; v < half.position.size(); ++v)
        if (half.position[v].x != 0) {
            whole.position.push_back(half.position[v] * mirrored);
            whole.normal.push_back(half.normal[v] * mirrored);
        }
    const std::vector<Index> images = mirror_images(half);
    for (std::size_t i = 0; i < half.triangle.size(); ++i) {
        const auto &[a, b, c] = half.triangle[i];
        whole.triangle.push_back({images[a], images[c], images[b]});
        const engine::Tag tag = half.tag[i];
        whole.tag.push_back(on_midline[tag / 2] ? tag : engine::Tag(tag + 1));
    }
    return whole;
}

} // namespace bake
