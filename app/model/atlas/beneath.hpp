/// What lies beneath a place of the skin, and the skin above what lies deep. Pure.
#pragma once

#include "model/atlas/atlas.hpp"

namespace app {

/// The structures of an area as fingers reach them: those with skin in the order of the atlas, then
/// the deep ones, the shallow before the deeper. For an area without skin its own structures.
std::vector<const Region *> beneath(const Atlas &atlas, const Area &area);
/// The deep structures below one structure with skin, the shallow before the deeper.
std::vector<const Region *> beneath(const Atlas &atlas, const Region &region);

/// True for a deep structure that can be reached through this area.
bool lies_beneath(const Atlas &atlas, const Region &region, const Area &area);

/// The skin through which a structure is reached: itself when it has skin, else the best of those
/// above it, within its own area where there is one. Two for the midline below paired structures.
std::vector<const Region *> skin_above(const Atlas &atlas, const Region &region);
/// The area of that skin; the left one of two.
const Area &area_above(const Atlas &atlas, const Region &region);

} // namespace app
