/// Ray picking on the CPU: a bounding volume hierarchy over a triangle mesh.
#pragma once

#include "math/orbit_view.hpp"
#include "mesh/part_mesh.hpp"
#include "mesh/triangle.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace engine {

struct Hit {
    std::uint32_t triangle;
    float distance; ///< mm along the ray
    glm::vec3 point;
    Tag tag;
};

struct Nearest {
    SurfacePoint place;
    glm::vec3 point;
    float distance; ///< mm from where it was looked for
    Tag tag;
};

/// Built once with the surface area heuristic. Keeps a reference: the mesh must outlive it.
class Bvh {
  public:
    explicit Bvh(const PartMesh &mesh);

    /// After the mesh has taken another shape: the same tree around the vertices' new places.
    void refit();

    /// The nearest front-facing or back-facing hit in front of the origin.
    std::optional<Hit> hit(const Ray &ray) const;

    /// As hit(), but a near miss counts: when the ray itself hits nothing, rays on rings up to
    /// `slop_px` pixels around the pixel are tried, nearest ring first. For fingers.
    std::optional<Hit> hit_near(const OrbitView &view, const Rect &viewport, glm::vec2 pixel,
                                float slop_px) const;

    /// The place of the surface nearest to a point; with tags (sorted), nearest among those parts.
    std::optional<Nearest> nearest(glm::vec3 point, std::span<const Tag> allowed = {}) const;

    /// What the tree takes in memory, without the mesh.
    std::size_t bytes() const {
        return nodes_.capacity() * sizeof(Node) + slots_.capacity() * sizeof(std::uint32_t);
    }

  private:
    /// More than the tree is ever deep; see bvh.cpp.
    static constexpr std::size_t stack_size = 64;
    struct Node {
        glm::vec3 low;
        std::uint32_t first; ///< leaf: first triangle slot; inner: right child (left is next)
        glm::vec3 high;
        std::uint32_t count; ///< 0 for inner nodes
    };
    const PartMesh &mesh_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> slots_; ///< triangle indices in leaf order
};

} // namespace engine
