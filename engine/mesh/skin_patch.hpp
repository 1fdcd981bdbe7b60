/// A painted patch of skin, so that it can be drawn with a round edge at any size.
#pragma once

#include "mesh/brush.hpp"

namespace engine {

struct SkinPatch {
    /// A triangle, and how it lies to the circles on the surface: the square of the way to the
    /// middle less that of the radius, of the circle where this is least. Negative inside. Within
    /// the triangle it is a quadratic function, so that six values hold all of it.
    struct Cell {
        std::uint32_t triangle;
        /// mm^2: at the corners, then at the middles of the sides 0-1, 1-2, 2-0.
        std::array<float, 6> outside;
    };
    std::vector<Cell> cells; ///< also around the patch, as far as it was measured
};

/// The six points of a cell, in the order of its distances.
std::array<glm::vec3, 6> cell_points(const PartMesh &mesh, const SkinPatch::Cell &cell);

/// Adds circles to a patch. Its memory is made once, for all patches.
class PatchMaker {
  public:
    explicit PatchMaker(const Surface &surface);

    /// Goes on from a patch, or from nothing.
    void begin(SkinPatch patch);
    /// A circle around the middle of the footprint. Where the footprint has a larger radius, the
    /// patch knows its surroundings, too.
    void add(const Footprint &footprint, float radius_mm);
    SkinPatch take();

  private:
    const Surface &surface_;
    SkinPatch patch_;
    std::vector<std::uint32_t> cell_of_triangle_; ///< 1 + its index; 0: none
};

} // namespace engine
