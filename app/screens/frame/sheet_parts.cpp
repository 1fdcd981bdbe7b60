#include "screens/frame/sheet_parts.hpp"

#include <algorithm>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

Rect sheet_rect(const Ui &ui) {
    const float width = std::min(ui.px(size::sheet), ui.size().x * 0.6F);
    return {ui.size().x - width, 0, width, ui.size().y};
}

Rect slim_sheet_rect(const Ui &ui) {
    if (ui.large_words())
        return sheet_rect(ui);
    const float width = std::max(ui.px(size::panel), ui.size().x * 0.38F);
    return {ui.size().x - width, 0, width, ui.size().y};
}

bool sheet_head(ScreenContext &c, Rect &content, std::string_view words) {
    Ui &ui = c.ui;
    Rect row = cut_top(content, ui.text_px(56), ui.px(12));
    const Rect cross = cut_right(row, ui.text_px(56), ui.px(8));
    text(ui, row, words, {.font = Font::heading, .middle = true, .role = Role::heading});
    return button(ui, cross,
                  {.name = c.words("common.close"),
                   .style = ButtonStyle::soft,
                   .icon = Icon::close,
                   .icon_only = true});
}

bool sheet_foot(ScreenContext &c, Rect &content, std::string_view words) {
    Ui &ui = c.ui;
    Rect row = cut_bottom(content, ui.text_px(64), ui.px(12));
    const ButtonSpec spec{.name = words, .style = ButtonStyle::primary, .icon = Icon::check};
    const float width = std::max(ui.text_px(240), button_width(ui, spec));
    return button(ui, cut_right(row, std::min(row.w, width)), spec);
}

} // namespace app
