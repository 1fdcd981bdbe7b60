/// Ray picking on the CPU: a bounding volume hierarchy over a triangle mesh.
#pragma once

#include "math/orbit_view.hpp"
#include "mesh/part_mesh.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace engine {

struct Hit {
    std::uint32_t triangle;
    float distance; ///< mm along the ray
    glm::vec3 point;
    Tag tag;
};

/// Built once with the surface area heuristic. Keeps a reference: the mesh must outlive it.
class Bvh {
  public:
    explicit Bvh(const PartMesh &mesh);

    /// The nearest front-facing or back-facing hit in front of the origin.
    std::optional<Hit> hit(const Ray &ray) const;

    /// As hit(), but a near miss counts: when the ray itself hits nothing, rays on rings up to
    /// `slop_px` pixels around the pixel are tried, nearest ring first. For fingers.
    std::optional<Hit> hit_near(const OrbitView &view, const Rect &viewport, glm::vec2 pixel,
                                float slop_px) const;

  private:
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
