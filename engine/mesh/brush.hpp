/// The skin around a place: as far as a brush reaches, measured along the surface.
#pragma once

#include "mesh/coverage.hpp"
#include "mesh/surface.hpp"

namespace engine {

struct Footprint {
    /// A triangle that the brush touches.
    struct Piece {
        std::uint32_t triangle;
        float share;                   ///< of its area
        std::array<float, 3> distance; ///< mm along the surface to its corners
    };
    float radius_mm = 0;
    std::vector<Piece> pieces;
    double area_mm2 = 0; ///< smooth in the radius
};

/// Walks from a place over the surface. Its memory is made once, for all footprints. Skin that
/// turns away from where the brush points, or faces it across a fold, is out of reach: a brush
/// does not come out on the other side of a finger or jump over a gap. Best for radii from about
/// the length of a triangle's sides.
class Brush {
  public:
    explicit Brush(const Surface &surface);

    /// `barred`: tags (sorted) that it may not enter. Valid until the next call.
    const Footprint &footprint(const SurfacePoint &center, float radius_mm,
                               std::span<const Tag> barred = {});

  private:
    struct Front {
        float distance;
        std::uint32_t vertex;
        bool operator<(const Front &other) const { return distance > other.distance; }
    };
    enum class Reach : std::uint8_t { unknown, out, open };

    void start(const SurfacePoint &center);
    void walk(float radius_mm, std::span<const Tag> barred);
    void leave(std::uint32_t vertex, std::span<const Tag> barred);
    void relax(std::uint32_t from, std::uint32_t other, std::uint32_t to);
    void lower(std::uint32_t vertex, float distance);
    bool within_reach(std::uint32_t vertex);
    bool known(std::uint32_t vertex) const;
    float longest_side(std::uint32_t vertex) const;
    void measure(float radius_mm);

    const Surface &surface_;
    glm::vec3 center_{0}, normal_{0};
    std::uint32_t round_ = 0; ///< what is of an earlier round is not known
    std::vector<std::uint32_t> vertex_round_, triangle_round_;
    std::vector<float> distance_;
    std::vector<Reach> reach_;
    std::vector<Front> front_; ///< a heap, the nearest on top
    std::vector<std::uint32_t> touched_;
    Footprint footprint_;
};

} // namespace engine
