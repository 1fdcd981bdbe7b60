/// The icons' strokes as text. For engine/ui only.
#pragma once

#include "ui/icons.hpp"

#include <string_view>

namespace engine::ui {

/// Strokes on a 24 x 24 grid, x right, y down, words and numbers with spaces between:
///   M x y   start a line        L x y   on to a point
///   C x1 y1 x2 y2 x y   on in a cubic curve          Z   close the line
///   O x y r   circle            A x y r from to   arc in degrees, 0 right, 90 down
///   R x y w h r   rectangle with round corners       D x y r   filled dot
std::string_view strokes_of(Icon icon);

} // namespace engine::ui
