#include "bake/fit.hpp"

#include "bake/mesh_tools.hpp"
#include "bake/newton.hpp"
#include "bake/parallel.hpp"
#include "bake/refine.hpp"
#include "bake/scalar.hpp"
#include "bake/symmetry.hpp"

#include <glm/gtc/quaternion.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

namespace bake {
namespace {

constexpr float near_radius = 30;     ///< mm that a vertex may move while its field is evaluated
constexpr float beside_midline = .3f; ///< mm
constexpr float longest_slide = 2.5f; ///< mm of a vertex towards its border, per round
constexpr int slide_rounds = 4, even_rounds = 6, untangle_rounds = 40;

using Pairs = std::set<std::array<int, 2>>; ///< of regions that meet at a vertex

/// Works on the left half; the right half follows as its mirror image.
class Fitter {
  public:
    Fitter(const engine::PartMesh &mesh, const Body &from, const Body &to, unsigned threads)
        : mesh_(mesh),
          from_(from),
          to_(to),
          threads_(threads),
          original_(mirror_originals(mesh)),
          start_(mesh.position),
          place_(mesh.position.size()),
          level_(mesh.position.size()),
          pairs_(mesh.position.size()),
          between_sides_(mesh.position.size()) {
        for (glm::vec3 &p : start_)
            p = p * (1 / from.scale());
        for (const engine::BorderEdge &edge : mesh.border)
            for (const std::uint32_t v : edge.vertex)
                meet(v, edge.first, edge.second);
    }

    engine::PartMesh run() {
        carry();
        even_out([](std::size_t) { return true; }, 2);
        project_all(6);
        for (int i = 0; i < slide_rounds; ++i)
            slide_borders();
        even_out([&](std::size_t i) { return pairs_[i].empty() && !between_sides_[i]; },
                 even_rounds);
        project_all(4);
        untangle();
        return result();
    }

  private:
    void meet(std::uint32_t v, engine::Tag first, engine::Tag second) {
        const int a = first / 2, b = second / 2;
        if (a == b)
            between_sides_[v] = 1;
        else
            pairs_[v].insert({std::min(a, b), std::max(a, b)});
    }

    template <class Work>
    void for_all(const Work &work) {
        parallel_chunks(place_.size(), 1024, threads_, [&](std::size_t i) {
            if (original_[i] == i)
                work(i);
        });
        mirror();
    }

    void mirror() {
        for (std::size_t i = 0; i < place_.size(); ++i)
            if (original_[i] != i) {
                place_[i] = place_[original_[i]] * mirrored;
                level_[i] = level_[original_[i]];
            }
    }

    void carry() {
        for_all([&](std::size_t i) {
            place_[i] = from_.carried(start_[i], to_);
            level_[i] = from_.field(start_[i], from_.nearby(start_[i], 1));
        });
    }

    /// Relaxes the way that vertices have gone, not their places: details keep their form.
    template <class Moves>
    void even_out(const Moves &moves, int rounds) {
        std::vector<glm::vec3> way(place_.size());
        for (std::size_t i = 0; i < way.size(); ++i)
            way[i] = place_[i] - start_[i];
        for (int round = 0; round < rounds; ++round) {
            std::vector<glm::vec3> relaxed = way;
            relax(mesh_.triangle, relaxed, .7f);
            for (std::size_t i = 0; i < way.size(); ++i)
                if (moves(i))
                    way[i] = relaxed[i];
        }
        for (std::size_t i = 0; i < way.size(); ++i)
            place_[i] = start_[i] + way[i];
        mirror();
    }

    /// Onto the level of the field that the vertex had before: smoothing stays as it was.
    glm::vec3 projected(glm::vec3 p, float level, int steps) const {
        const Nearby near = to_.nearby(p, near_radius);
        const auto field = [&](glm::vec3 q) { return to_.field(q, near) - level; };
        const glm::vec3 q = project(field, p, steps, 5);
        const float moved = glm::length(q - p);
        return moved > near_radius ? p + (q - p) * (near_radius / moved) : q;
    }

    void project_all(int steps) {
        for_all([&](std::size_t i) { put(i, projected(place_[i], level_[i], steps)); });
    }

    /// No vertex crosses the midline: thighs that touch stay two thighs.
    void put(std::size_t i, glm::vec3 p) {
        const float x = start_[i].x;
        p.x = x > 0 ? std::max(p.x, std::min(x, beside_midline)) : 0;
        place_[i] = p;
    }

    glm::vec3 field_normal(glm::vec3 p) const {
        const Nearby near = to_.nearby(p, 8);
        return unit(gradient([&](glm::vec3 q) { return to_.field(q, near); }, p, 1.5f));
    }

    /// Along the skin towards the line where two regions claim it equally.
    void slide_borders() {
        for_all([&](std::size_t i) {
            if (pairs_[i].empty())
                return;
            const glm::vec3 n = field_normal(place_[i]);
            glm::vec3 slide{0};
            for (const auto &pair : pairs_[i]) {
                const auto value = [&](glm::vec3 p) {
                    return to_.border_value(p, pair[0], pair[1]);
                };
                glm::vec3 g = gradient(value, place_[i], .5f);
                g = g - n * glm::dot(g, n);
                const float steepness = glm::dot(g, g);
                if (steepness > .04f)
                    slide = slide - g * (value(place_[i]) / steepness);
            }
            slide = slide * (1.f / float(pairs_[i].size()));
            const float length = glm::length(slide);
            put(i, place_[i] + slide * (std::min(length, longest_slide) / (length + 1e-6f)));
        });
    }

    glm::vec3 area_vector(const Triangle &t, const std::vector<glm::vec3> &p) const {
        return glm::cross(p[t[1]] - p[t[0]], p[t[2]] - p[t[0]]);
    }

    /// Triangles that have been turned over or squeezed flat are opened by moving their vertices to
    /// the middle of their neighbours.
    void untangle() {
        for (int round = 0; round < untangle_rounds; ++round) {
            engine::PartMesh now = mesh_;
            now.position = place_;
            set_normals(now);
            std::vector<char> bad(place_.size());
            std::size_t count = 0;
            for (std::size_t i = 0; i < mesh_.triangle.size(); ++i) {
                const Triangle &t = mesh_.triangle[i];
                const glm::vec3 area = area_vector(t, place_),
                                n = now.normal[t[0]] + now.normal[t[1]] + now.normal[t[2]];
                const float before = glm::length(area_vector(t, start_));
                if (glm::dot(unit(area), unit(n)) > .2f && glm::length(area) > .1f * before)
                    continue;
                ++count;
                for (const std::uint32_t v : t)
                    bad[v] = 1;
            }
            if (count == 0)
                return;
            std::vector<glm::vec3> relaxed = place_;
            relax(mesh_.triangle, relaxed, .6f);
            for_all([&](std::size_t i) {
                if (!bad[i])
                    return;
                put(i, projected(relaxed[i], level_[i], 2));
            });
        }
    }

    engine::PartMesh result() const {
        engine::PartMesh fitted = mesh_, before = mesh_;
        fitted.position = place_;
        set_normals(before);
        set_normals(fitted);
        // The finer normals of the bake, turned as the surface has turned.
        for (std::size_t i = 0; i < place_.size(); ++i) {
            const glm::quat turn(before.normal[i], fitted.normal[i]);
            fitted.normal[i] = unit(turn * mesh_.normal[i]);
        }
        for (glm::vec3 &p : fitted.position)
            p = p * to_.scale();
        return fitted;
    }

    const engine::PartMesh &mesh_;
    const Body &from_, &to_;
    unsigned threads_;
    std::vector<std::uint32_t> original_;  ///< by vertex: itself in the left half
    std::vector<glm::vec3> start_, place_; ///< before `scale`
    std::vector<float> level_;
    std::vector<Pairs> pairs_;
    std::vector<char> between_sides_; ///< where left meets right
};

} // namespace

engine::PartMesh fit(const engine::PartMesh &mesh, const Body &from, const Body &to,
                     unsigned threads) {
    return Fitter(mesh, from, to, threads).run();
}

} // namespace bake
