/// The skin under many strokes of a brush, counted once where they overlap.
#pragma once

#include "mesh/brush.hpp"
#include "mesh/bvh.hpp"

#include <functional>

namespace engine {

struct Stroke {
    glm::vec3 point; ///< mm; the place is where the surface is nearest to it
    float radius_mm;
};

struct TagArea {
    Tag tag;
    double mm2;
    double share; ///< of the skin of that tag
};

/// Grows by footprints, as fast as they come.
class Painted {
  public:
    explicit Painted(const Surface &surface);

    void add(const Footprint &footprint);
    void clear();

    double area_mm2() const { return area_; }
    /// The tags that are touched, in order.
    std::vector<TagArea> tags() const;

  private:
    struct Cell {
        std::uint32_t triangle;
        double share = 0;
        Coverage coverage = {};
    };
    Cell &cell_of(std::uint32_t triangle);

    const Surface &surface_;
    std::vector<std::uint32_t> cell_of_triangle_; ///< 1 + its index in cells_; 0: none
    std::vector<Cell> cells_;
    std::vector<double> tag_area_;
    double area_ = 0;
};

/// The tags (sorted) that a brush may not enter when it starts on that tag.
using BarredFrom = std::function<std::span<const Tag>(Tag start)>;

/// What all the strokes cover together.
Painted extent(const Surface &surface, const Bvh &bvh, std::span<const Stroke> strokes,
               const BarredFrom &barred_from = {});

} // namespace engine
