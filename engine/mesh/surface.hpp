/// The skin of a mesh as a surface: areas, neighbours, places that carry over to another figure.
#pragma once

#include "mesh/part_mesh.hpp"
#include "mesh/triangle.hpp"

#include <span>
#include <vector>

namespace engine {

/// Neighbours and areas, worked out once. Keeps a reference: the mesh must outlive it.
class Surface {
  public:
    explicit Surface(const PartMesh &mesh);

    /// After the mesh has taken another shape: areas anew.
    void refit();

    const PartMesh &mesh() const { return mesh_; }

    double area() const { return area_; }                 ///< mm^2
    double area(Tag tag) const { return tag_area_[tag]; } ///< mm^2
    double triangle_area(std::uint32_t triangle) const;

    std::span<const std::uint32_t> triangles_at(std::uint32_t vertex) const {
        return {&triangles_[first_[vertex]], first_[vertex + 1] - first_[vertex]};
    }

    /// The place on the triangle that is nearest to the point: of a Hit, for one.
    SurfacePoint place(std::uint32_t triangle, glm::vec3 point) const;
    glm::vec3 position(const SurfacePoint &place) const;
    glm::vec3 normal(const SurfacePoint &place) const;

  private:
    const PartMesh &mesh_;
    double area_ = 0;
    std::vector<double> tag_area_;
    std::vector<std::uint32_t> first_, triangles_; ///< of each vertex, one after the other
};

/// The same place on another figure: one with the same triangles between moved vertices.
glm::vec3 carry(const SurfacePoint &place, const PartMesh &to);

} // namespace engine
