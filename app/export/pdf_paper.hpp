/// What all PDF pages have in common: A4, its margins, and how a drawing becomes bytes.
#pragma once

#include "base/result.hpp"
#include "export/canvas.hpp"

#include <functional>
#include <string>

namespace app::paper {

// Points.
inline constexpr float width = 595.28F, height = 841.89F;
inline constexpr float margin = 38.5F, content_width = width - 2 * margin;
inline constexpr float footer_top = height - 62;

/// The bytes of what `draw` draws; it ends each page but the last with cairo_surface_show_page().
/// `created_iso` fixes the file's date, so that the same drawing gives the same bytes.
engine::Result<std::string> pdf_of(std::string_view title, std::string_view created_iso,
                                   const std::function<void(cairo_surface_t *)> &draw);

/// "Example, not a real person", in the middle of the page's head.
void example_pill(Canvas &canvas);

} // namespace app::paper
