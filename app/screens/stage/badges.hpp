/// Where the level badges of marks sit: outside the figure, on leader lines that do not cross.
#pragma once

#include "screens/frame/screen.hpp"
#include "screens/stage/present.hpp"

#include <span>

namespace app {

/// One badge per mark, in the figure that shows most of it; marks that cannot be seen get none, of
/// painted ones those whose paint cannot be seen.
/// `free` is where badges may be, `taken` what they must not cover.
std::vector<BadgePlace> place_badges(std::span<const Mark *const> marks, const BodyPlaces &places,
                                     BodyPaint &paint, const std::vector<Figure> &figures,
                                     const engine::Rect &free,
                                     const std::vector<engine::Rect> &taken, float diameter);

} // namespace app
