#include "bake/simplify.hpp"

#include "bake/mesh_tools.hpp"
#include "bake/scalar.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <queue>
#include <utility>
#include <vector>

namespace bake {
namespace {

/// A sum of squared distances to weighted planes.
class Quadric {
  public:
    void add(const Quadric &other) {
        for (std::size_t i = 0; i < a_.size(); ++i)
            a_[i] += other.a_[i];
    }
    void add_plane(glm::vec3 normal, glm::vec3 point, double weight) {
        const std::array<double, 4> p{normal.x, normal.y, normal.z, -glm::dot(normal, point)};
        std::size_t k = 0;
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t j = i; j < 4; ++j)
                a_[k++] += weight * p[i] * p[j];
    }
    double at(glm::vec3 p) const {
        const double x = p.x, y = p.y, z = p.z;
        return a_[0] * x * x + 2 * a_[1] * x * y + 2 * a_[2] * x * z + 2 * a_[3] * x +
               a_[4] * y * y + 2 * a_[5] * y * z + 2 * a_[6] * y + a_[7] * z * z + 2 * a_[8] * z +
               a_[9];
    }

  private:
    std::array<double, 10> a_{};
};

/// Vertex `from` is to move onto `to`. Stale once one of them has changed.
struct Collapse {
    double cost;
    std::uint32_t from, to, from_version, to_version;
    bool operator<(const Collapse &other) const { return cost > other.cost; } // cheapest on top
};

bool has(const Triangle &t, std::uint32_t v) {
    return t[0] == v || t[1] == v || t[2] == v;
}

class Simplifier {
  public:
    Simplifier(engine::PartMesh &mesh, const SimplifyGoal &goal)
        : mesh_(mesh),
          goal_(goal),
          quadric_(mesh.position.size()),
          triangles_of_(mesh.position.size()),
          dead_(mesh.triangle.size()),
          version_(mesh.position.size()),
          on_rim_(mesh.position.size()),
          alive_(mesh.triangle.size()) {
        for (std::uint32_t i = 0; i < mesh.triangle.size(); ++i)
            add_triangle(i);
        for (const Triangle &t : mesh.triangle)
            for (std::size_t e = 0; e < 3; ++e)
                mark_rim(t[e], t[(e + 1) % 3]);
        for (const Triangle &t : mesh.triangle)
            for (std::size_t e = 0; e < 3; ++e)
                hold_border(t[e], t[(e + 1) % 3]);
    }

    std::vector<std::uint32_t> run() {
        for (const Triangle &t : mesh_.triangle)
            for (std::size_t e = 0; e < 3; ++e)
                propose(t[e], t[(e + 1) % 3]);
        while (alive_ > goal_.triangles && !queue_.empty()) {
            const Collapse c = queue_.top();
            queue_.pop();
            const bool fresh = version_[c.from] == c.from_version && version_[c.to] == c.to_version;
            if (fresh && stays_closed(c.from, c.to) && keeps_shape(c.from, c.to))
                collapse(c.from, c.to);
        }
        return pack();
    }

  private:
    void add_triangle(std::uint32_t index) {
        const Triangle &t = mesh_.triangle[index];
        const auto &p = mesh_.position;
        const glm::vec3 n = glm::cross(p[t[1]] - p[t[0]], p[t[2]] - p[t[0]]);
        const double weight = glm::length(n) * .5 * goal_.focus(p[t[0]]);
        for (const std::uint32_t v : t) {
            triangles_of_[v].push_back(index);
            quadric_[v].add_plane(unit(n), p[v], weight);
        }
    }

    /// The plane through a border edge, upright on the surface, keeps the border in its place.
    void hold_border(std::uint32_t a, std::uint32_t b) {
        if ((a > b && !is_rim(a, b)) || !on_border(a, b))
            return;
        const glm::vec3 edge = mesh_.position[b] - mesh_.position[a];
        const glm::vec3 n = unit(glm::cross(edge, mesh_.normal[a] + mesh_.normal[b]));
        const double weight = glm::dot(edge, edge) * 4;
        quadric_[a].add_plane(n, mesh_.position[a], weight);
        quadric_[b].add_plane(n, mesh_.position[a], weight);
    }

    /// The rim of an open mesh: edges with one triangle.
    bool is_rim(std::uint32_t a, std::uint32_t b) const {
        return std::count_if(triangles_of_[a].begin(), triangles_of_[a].end(),
                             [&](std::uint32_t i) { return has(mesh_.triangle[i], b); }) == 1;
    }
    void mark_rim(std::uint32_t a, std::uint32_t b) {
        if (is_rim(a, b))
            on_rim_[a] = on_rim_[b] = 1;
    }

    /// Beyond the rim counts as a tag of its own.
    bool on_border(std::uint32_t a, std::uint32_t b) const {
        std::array<engine::Tag, 2> tag{};
        std::size_t count = 0;
        for (const std::uint32_t i : triangles_of_[a])
            if (has(mesh_.triangle[i], b)) {
                if (count < 2)
                    tag[count] = mesh_.tag[i];
                ++count;
            }
        return count == 1 || (count == 2 && tag[0] != tag[1]);
    }

    /// How many tags meet at a vertex; more than 3 count as 3 or 4.
    std::size_t tags_at(std::uint32_t v) const {
        std::array<engine::Tag, 3> tag{};
        std::size_t count = 0;
        for (const std::uint32_t i : triangles_of_[v]) {
            const auto end = tag.begin() + std::ptrdiff_t(count);
            if (count < 3 && std::find(tag.begin(), end, mesh_.tag[i]) == end)
                tag[count++] = mesh_.tag[i];
        }
        return count + std::size_t(on_rim_[v]);
    }

    void propose(std::uint32_t from, std::uint32_t to) {
        const std::size_t tags = tags_at(from);
        if (tags > 2 || (tags == 2 && !on_border(from, to)))
            return;
        const glm::vec3 a = mesh_.position[from], b = mesh_.position[to];
        const float length = glm::length(a - b), focus = goal_.focus(a);
        if (length > goal_.max_edge || length * focus > goal_.max_edge * 3)
            return;
        const double bend = .02 + .6 * (1 - glm::dot(mesh_.normal[from], mesh_.normal[to]));
        queue_.push({quadric_[from].at(b) + quadric_[to].at(b) + length * length * focus * bend,
                     from, to, version_[from], version_[to]});
    }

    std::vector<std::uint32_t> neighbours(std::uint32_t v) const {
        std::vector<std::uint32_t> result;
        for (const std::uint32_t i : triangles_of_[v])
            for (const std::uint32_t x : mesh_.triangle[i])
                if (x != v)
                    result.push_back(x);
        std::sort(result.begin(), result.end());
        result.erase(std::unique(result.begin(), result.end()), result.end());
        return result;
    }

    /// The link condition: the surface stays a manifold.
    bool stays_closed(std::uint32_t from, std::uint32_t to) const {
        const auto a = neighbours(from), b = neighbours(to);
        std::vector<std::uint32_t> common;
        std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
        return common.size() == (is_rim(from, to) ? 1u : 2u);
    }

    bool keeps_shape(std::uint32_t from, std::uint32_t to) const {
        return std::all_of(triangles_of_[from].begin(), triangles_of_[from].end(),
                           [&](std::uint32_t i) {
                               return has(mesh_.triangle[i], to) ||
                                      moved_triangle_is_good(mesh_.triangle[i], from, to);
                           });
    }

    /// No flip, no sliver, no long edge.
    bool moved_triangle_is_good(const Triangle &t, std::uint32_t from, std::uint32_t to) const {
        std::array<glm::vec3, 3> old_p, p;
        for (std::size_t k = 0; k < 3; ++k) {
            old_p[k] = mesh_.position[t[k]];
            p[k] = t[k] == from ? mesh_.position[to] : old_p[k];
        }
        const glm::vec3 old_n = glm::cross(old_p[1] - old_p[0], old_p[2] - old_p[0]);
        const glm::vec3 n = glm::cross(p[1] - p[0], p[2] - p[0]);
        const glm::vec3 shading = mesh_.normal[t[0]] + mesh_.normal[t[1]] + mesh_.normal[t[2]];
        const float longest = std::max(
            {glm::length(p[0] - p[1]), glm::length(p[1] - p[2]), glm::length(p[2] - p[0])});
        return glm::dot(unit(old_n), unit(n)) >= .3f && glm::dot(unit(shading), unit(n)) >= .6f &&
               glm::length(n) >= longest * longest * .06f && longest <= goal_.max_edge * 1.6f;
    }

    void collapse(std::uint32_t from, std::uint32_t to) {
        for (const std::uint32_t i : triangles_of_[from]) {
            Triangle &t = mesh_.triangle[i];
            if (has(t, to)) {
                dead_[i] = 1;
                --alive_;
                for (const std::uint32_t x : t)
                    if (x != from)
                        std::erase(triangles_of_[x], i);
            } else {
                std::replace(t.begin(), t.end(), from, to);
                triangles_of_[to].push_back(i);
            }
        }
        triangles_of_[from].clear();
        quadric_[to].add(quadric_[from]);
        ++version_[from];
        ++version_[to];
        for (const std::uint32_t i : triangles_of_[to])
            for (const std::uint32_t x : mesh_.triangle[i])
                if (x != to) {
                    propose(to, x);
                    propose(x, to);
                }
    }

    /// Leaves only what is still used.
    std::vector<std::uint32_t> pack() {
        constexpr std::uint32_t unused = ~0u;
        std::vector<std::uint32_t> new_index(mesh_.position.size(), unused);
        std::vector<std::uint32_t> old_index;
        engine::PartMesh packed;
        packed.part_name = std::move(mesh_.part_name);
        for (std::size_t i = 0; i < mesh_.triangle.size(); ++i) {
            if (dead_[i])
                continue;
            Triangle t = mesh_.triangle[i];
            for (std::uint32_t &v : t) {
                if (new_index[v] == unused) {
                    new_index[v] = std::uint32_t(packed.position.size());
                    old_index.push_back(v);
                    packed.position.push_back(mesh_.position[v]);
                    packed.normal.push_back(mesh_.normal[v]);
                }
                v = new_index[v];
            }
            packed.triangle.push_back(t);
            packed.tag.push_back(mesh_.tag[i]);
        }
        mesh_ = std::move(packed);
        return old_index;
    }

    engine::PartMesh &mesh_;
    const SimplifyGoal &goal_;
    std::vector<Quadric> quadric_;
    std::vector<std::vector<std::uint32_t>> triangles_of_; ///< by vertex
    std::vector<char> dead_;                               ///< by triangle
    std::vector<std::uint32_t> version_;                   ///< by vertex
    std::vector<char> on_rim_;                             ///< by vertex
    std::size_t alive_;
    std::priority_queue<Collapse> queue_;
};

} // namespace

std::vector<std::uint32_t> simplify(engine::PartMesh &mesh, const SimplifyGoal &goal) {
    return Simplifier(mesh, goal).run();
}

} // namespace bake
