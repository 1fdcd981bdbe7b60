/// Small helpers between our values and ImGui's. For engine/ui only.
#pragma once

#include "ui/fonts.hpp"
#include "ui/ui.hpp"

#include <imgui.h>

namespace engine::ui {

inline ImU32 pack(Color color) {
    return IM_COL32(color.r, color.g, color.b, color.a);
}
inline ImVec2 vec(float x, float y) {
    return {x, y};
}
inline ImVec2 vec(glm::vec2 v) {
    return {v.x, v.y};
}

void dashed_rect(Ui &ui, const Rect &rect, Color color, float radius, float width, float dash);

/// One line in a face, at any size; the baseline is put on a whole pixel. `left` is where it
/// starts.
void glyphs(Ui &ui, const Face &face, float em, glm::vec2 left_baseline, std::string_view words,
            Color color);
float glyphs_width(const Face &face, float em, std::string_view words);
/// A figure or two centred at a point, at any size.
void figures(Ui &ui, glm::vec2 center, float em, std::string_view words, Color color);

} // namespace engine::ui
