/// The body by keyboard: arrows walk from place to place, Enter picks, plus and minus zoom, Escape
/// leaves.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// `keys` are those of the stage's canvas. Returns the place that was picked.
std::optional<Place> walk_by_keys(ScreenContext &c, const engine::ui::Interaction &keys,
                                  const std::vector<Figure> &figures);

} // namespace app
