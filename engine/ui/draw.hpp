/// Drawing that ImGui's draw lists lack: soft shadows, gradients, hatches, dashes, text in a
/// rectangle.
#pragma once

#include "ui/ui.hpp"

#include <string_view>

namespace engine::ui {

void fill(Ui &ui, const Rect &rect, Color color, float radius = 0);
void stroke(Ui &ui, const Rect &rect, Color color, float radius, float width);
/// Top to bottom.
void fill_gradient(Ui &ui, const Rect &rect, Color top, Color bottom, float radius);
/// A soft shadow outside the rectangle: `spread` pixels, moved down by `drop`.
void shadow(Ui &ui, const Rect &rect, float radius, float drop, float spread, float alpha);
void line(Ui &ui, glm::vec2 a, glm::vec2 b, Color color, float width);
void dashed_line(Ui &ui, glm::vec2 a, glm::vec2 b, Color color, float width, float dash);
void circle(Ui &ui, glm::vec2 center, float radius, Color color);
void ring(Ui &ui, glm::vec2 center, float radius, Color color, float width);
void dashed_ring(Ui &ui, glm::vec2 center, float radius, Color color, float width);

enum class Pattern : std::uint8_t { solid, hatch, cross_hatch, dots };
/// The map's patterns as swatches, clipped to the rounded rectangle. `ink` draws the pattern.
void fill_pattern(Ui &ui, const Rect &rect, Pattern pattern, Color ground, Color ink, float radius);

enum class Align : std::uint8_t { left, center, right };
struct TextStyle {
    Font font = Font::body;
    Color color{0, 0, 0, 0}; ///< alpha 0: the theme's ink
    Align align = Align::left;
    bool wrap = false;   ///< else one line, shortened with "..." and reported as clipped
    bool middle = false; ///< centred vertically in the rectangle
    Role role = Role::text;
};
/// Draws and reports the words; returns the height they took (lines x line height).
float text(Ui &ui, const Rect &rect, std::string_view words, const TextStyle &style = {});
/// Draws without reporting: for words that are part of a widget that reports itself. Returns
/// whether they fitted.
bool draw_text(Ui &ui, const Rect &rect, std::string_view words, const TextStyle &style = {});
float text_width(Ui &ui, std::string_view words, Font font);
/// Height when wrapped to `width`.
float text_height(Ui &ui, std::string_view words, Font font, float width);

} // namespace engine::ui
