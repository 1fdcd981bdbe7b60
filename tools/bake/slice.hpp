/// A mesh cut by a plane: closed outlines, as a tape measure or a calliper would meet them.
#pragma once

#include "mesh/part_mesh.hpp"

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include <vector>

namespace bake {

/// `across` and `along` are unit, at right angles, and span the plane.
struct Plane {
    glm::vec3 origin, across, along;

    glm::vec3 normal() const { return glm::cross(across, along); }
    glm::vec2 local(glm::vec3 p) const {
        return {glm::dot(p - origin, across), glm::dot(p - origin, along)};
    }
    glm::vec3 world(glm::vec2 p) const { return origin + across * p.x + along * p.y; }
};
/// At that height; `across` is the figure's left, `along` its front.
Plane horizontal_plane(float y);
/// The midline; `across` is up, `along` the front.
Plane midline_plane();
/// At right angles to `axis` (unit), with `across` as near as possible to the figure's left.
Plane cross_plane(glm::vec3 origin, glm::vec3 axis);

/// One closed outline of a cut, in the plane's own coordinates.
class Loop {
  public:
    explicit Loop(std::vector<glm::vec2> points);

    const std::vector<glm::vec2> &points() const { return points_; }
    glm::vec2 low() const { return low_; }
    glm::vec2 high() const { return high_; }
    glm::vec2 size() const { return high_ - low_; }
    glm::vec2 center() const { return (low_ + high_) / 2.f; } ///< of its box
    /// What a tape shows: it spans hollows.
    float girth() const;
    /// The greatest distance of two of its points, as a calliper finds it.
    float breadth() const;

  private:
    std::vector<glm::vec2> points_, hull_;
    glm::vec2 low_, high_;
};

/// All outlines of a closed mesh in that plane, always in the same order.
std::vector<Loop> slice(const engine::PartMesh &mesh, const Plane &plane);

/// The outline in that plane whose centre is nearest to `place`, in the plane's coordinates. The
/// plane must meet the mesh.
Loop outline_near(const engine::PartMesh &mesh, const Plane &plane, glm::vec2 place);

} // namespace bake
