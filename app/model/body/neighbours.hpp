/// Which areas touch which on the skin, and the walk from one to the next by arrow keys. Pure.
#pragma once

#include "model/body/body_places.hpp"

namespace app {

class Neighbours {
  public:
    /// From the borders of the mesh. Both arguments outlive it.
    Neighbours(const BodyPlaces &places, const Atlas &atlas);

    /// Areas that share a border with this one, in the order of the atlas; empty for unknown ids.
    std::span<const Area *const> of(std::string_view area_id) const;

    const BodyPlaces &places() const { return *places_; }
    const Atlas &atlas() const { return *atlas_; }

  private:
    const BodyPlaces *places_;
    const Atlas *atlas_;
    std::unordered_map<std::string, std::vector<const Area *>> of_area_;
};

/// In the picture, not in the body.
enum class Direction : std::uint8_t { left, right, up, down };

/// Where an arrow key leads: the touching area whose visible middle lies best in that direction;
/// where none touches there, the nearest visible one, so that a walk can cross from foot to foot.
/// Without a current area (empty, or not to be seen in this figure): a first one in the upper
/// middle of the picture. Null when there is nothing in that direction.
const Area *next_area(const Neighbours &neighbours, std::string_view current, Direction direction,
                      const Figure &figure);

} // namespace app
