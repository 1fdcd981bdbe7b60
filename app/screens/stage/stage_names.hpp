/// The names of places around the figures of a stage: areas when far, structures when near.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// Chips that show and hide the names, right-aligned in `row`; the width they need.
void names_chips(ScreenContext &c, const engine::Rect &row, Reader reader,
                 const std::vector<Figure> &figures);
float names_chip_width(ScreenContext &c);
float names_chips_width(ScreenContext &c, Reader reader, const std::vector<Figure> &figures);

/// Draws the names while nothing moves. `taken` is what they must leave free.
void draw_names(ScreenContext &c, const std::vector<Figure> &figures, Reader reader,
                const std::vector<engine::Rect> &taken);

/// One name beside the place that has the mouse or the keyboard on it.
void draw_name_of(ScreenContext &c, const Place &place, const std::vector<Figure> &figures,
                  Reader reader, const engine::Rect &stage);

} // namespace app
