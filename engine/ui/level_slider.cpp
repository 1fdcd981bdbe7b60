#include "ui/ui_state.hpp"
#include "ui/widget_parts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

namespace engine::ui {

namespace {

constexpr int level_count = 11;
constexpr float level_bar_height = 64, overhang = 8, level_words_gap = 20; // layout pixels

Rect cell_of(const Rect &bar, int level) {
    return column(bar, level, level_count, 0);
}

int level_at(const Rect &bar, float x) {
    const float cell = bar.w / level_count;
    return std::clamp(static_cast<int>(std::floor((x - bar.x) / cell)), 0, level_count - 1);
}

float figure_size(Ui &ui, const Rect &bar, float wanted) {
    return std::min(ui.text_px(wanted), bar.w / level_count * 0.62F * wanted / 22);
}

void draw_cells(Ui &ui, const Rect &bar, const Ramp &ramp) {
    const float radius = ui.px(16);
    ImDrawList &list = *ui.draw();
    for (int level = 0; level < level_count; ++level) {
        const LevelColors &colors = ramp[static_cast<std::size_t>(level)];
        // Whole pixels: no seams between neighbours.
        const Rect cell = cell_of(bar, level);
        const float left = std::round(cell.x);
        const float right = std::round(cell.right());
        ImDrawFlags corners = ImDrawFlags_RoundCornersNone;
        if (level == 0)
            corners = ImDrawFlags_RoundCornersLeft;
        else if (level == level_count - 1)
            corners = ImDrawFlags_RoundCornersRight;
        list.AddRectFilled(vec(left, bar.y), vec(right, bar.bottom()), pack(colors.fill), radius,
                           corners);
        if (level == 0) {
            const float half = ui.px(outline_width) / 2;
            list.PathRect(vec(left + half, bar.y + half), vec(right - half, bar.bottom() - half),
                          radius - half, corners);
            list.PathStroke(pack(ui.theme().outline), ImDrawFlags_Closed, half * 2);
        }
        figures(ui, {(left + right) / 2, bar.center().y}, figure_size(ui, bar, 22),
                std::to_string(level), colors.on);
    }
}

void draw_level(Ui &ui, const Rect &bar, const LevelColors &colors, int level) {
    const Theme &t = ui.theme();
    const Rect inner = cell_of(bar, level).inset(0, -ui.px(overhang));
    const float gap = ui.px(3);
    const float radius = ui.px(15);
    fill(ui, inner.inset(-2 * gap), t.ink, radius + 2 * gap);
    fill(ui, inner.inset(-gap), t.dark ? t.bg : rgb(0xFFFFFF), radius + gap);
    fill(ui, inner, colors.fill, radius);
    figures(ui, inner.center(), figure_size(ui, bar, 30), std::to_string(level), colors.on);
}

bool draw_end_words(Ui &ui, const Rect &bar, const LevelSliderSpec &spec) {
    const float line = ui.line_height(Font::caption);
    const Rect row{bar.x, bar.bottom() + ui.px(level_words_gap), bar.w, line};
    const float low = text_width(ui, spec.low_word, Font::caption) + 1;
    const float high = text_width(ui, spec.high_word, Font::caption) + 1;
    const bool fits = low + high + ui.px(8) <= row.w;
    Rect left = row;
    left.w = fits ? low : row.w / 2 - ui.px(4);
    Rect right = row;
    right.w = fits ? high : row.w / 2 - ui.px(4);
    right.x = row.right() - right.w;
    TextStyle style{.font = Font::caption, .color = ui.theme().ink2};
    draw_text(ui, left, spec.low_word, style);
    style.align = Align::right;
    draw_text(ui, right, spec.high_word, style);
    return fits;
}

std::optional<int> level_after_key(Key key, std::optional<int> level) {
    switch (key) {
    case Key::right:
    case Key::up:
        return level ? *level + 1 : 0;
    case Key::left:
    case Key::down:
        return level ? *level - 1 : 0;
    case Key::page_up:
        return level.value_or(0) + 3;
    case Key::page_down:
        return level.value_or(0) - 3;
    case Key::home:
        return 0;
    case Key::end:
        return level_count - 1;
    default:
        return std::nullopt;
    }
}

} // namespace

float level_slider_height(Ui &ui) {
    return ui.px(level_bar_height + level_words_gap) + ui.line_height(Font::caption);
}

std::optional<int> level_slider(Ui &ui, const Rect &rect, const LevelSliderSpec &spec) {
    check(spec.ramp != nullptr, "level_slider() without a ramp");
    const Rect bar{rect.x, rect.y, rect.w, ui.px(level_bar_height)};
    draw_cells(ui, bar, *spec.ramp);
    const bool fits = draw_end_words(ui, bar, spec);

    Node node = node_of(Role::slider, spec.name, bar);
    node.value = spec.level ? std::to_string(*spec.level) : "";
    node.clipped_text = !fits;
    const Interaction state = ui.widget(node);

    std::optional<int> picked = level_after_key(state.key, spec.level);
    if (picked)
        picked = std::clamp(*picked, 0, level_count - 1);
    // Not at the first touch: it may become a scroll.
    if (state.dragging || state.clicked)
        picked = level_at(bar, state.pointer.x);
    if (state.held && !state.dragging && !state.clicked) {
        const Rect cell = cell_of(bar, level_at(bar, state.pointer.x));
        fill(ui, cell, ui.theme().ink.with_alpha(0.18F));
    }
    const std::optional<int> shown = picked ? picked : spec.level;
    if (shown)
        draw_level(ui, bar, (*spec.ramp)[static_cast<std::size_t>(*shown)], *shown);
    if (state.focused)
        focus_ring(ui, bar.inset(-ui.px(4)), ui.px(20));
    if (picked == spec.level)
        return std::nullopt;
    return picked;
}

} // namespace engine::ui
