/// The badges of marks on the stage, with their leader lines.
#pragma once

#include "screens/stage/body_stage.hpp"

namespace app {

/// Draws them within `body`, keeps off what is `taken`, and adds what they take themselves. Returns
/// the id of the mark whose badge was tapped, today's or one of StageSpec::ghost.
std::optional<std::string> draw_badges(ScreenContext &c, const StageSpec &spec,
                                       const std::vector<Figure> &figures, const engine::Rect &body,
                                       std::vector<engine::Rect> &taken);

} // namespace app
