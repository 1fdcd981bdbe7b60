#include "ui/ui_state.hpp"
#include "ui/widget_parts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace engine::ui {

namespace {

constexpr float bar_height = 56, knob = 36, line_height = 8, words_gap = 4; // layout pixels

/// The nearest step; the middle holds on a little longer, so that a finger finds it again.
float snapped(const SliderSpec &spec, float value) {
    const float middle = (spec.low + spec.high) / 2;
    const float hold = (spec.high - spec.low) * 0.04F;
    if (std::abs(value - middle) < hold)
        return middle;
    const float steps = std::round((value - spec.low) / spec.step);
    return std::clamp(spec.low + steps * spec.step, spec.low, spec.high);
}

std::optional<float> value_after_key(const SliderSpec &spec, Key key) {
    constexpr float many = 5;
    switch (key) {
    case Key::right:
    case Key::up:
        return spec.value + spec.step;
    case Key::left:
    case Key::down:
        return spec.value - spec.step;
    case Key::page_up:
        return spec.value + many * spec.step;
    case Key::page_down:
        return spec.value - many * spec.step;
    case Key::home:
        return spec.low;
    case Key::end:
        return spec.high;
    default:
        return std::nullopt;
    }
}

bool end_words(Ui &ui, const Rect &bar, const SliderSpec &spec) {
    const Rect row{bar.x, bar.bottom() + ui.px(words_gap), bar.w, ui.line_height(Font::caption)};
    TextStyle style{.font = Font::caption, .color = ui.theme().ink2};
    draw_text(ui, row, spec.low_word, style);
    style.align = Align::right;
    draw_text(ui, row, spec.high_word, style);
    return text_width(ui, spec.low_word, Font::caption) +
               text_width(ui, spec.high_word, Font::caption) + ui.px(8) <=
           row.w;
}

void draw_knob(Ui &ui, const Rect &track, float share, bool held) {
    const Theme &t = ui.theme();
    const float size = ui.px(held ? knob + 4 : knob);
    const glm::vec2 center{track.x + share * track.w, track.center().y};
    const Rect rect{center.x - size / 2, center.y - size / 2, size, size};
    const float middle = track.center().x;
    fill(ui, {std::min(middle, center.x), track.y, std::abs(center.x - middle), track.h}, t.primary,
         0);
    shadow(ui, rect, size / 2, ui.px(2), ui.px(8), 0.25F);
    fill(ui, rect, t.primary, size / 2);
    fill(ui, rect.inset(ui.px(10)), t.surface, size / 2);
}

} // namespace

float slider_height(Ui &ui) {
    return ui.px(bar_height + words_gap) + ui.line_height(Font::caption);
}

std::optional<float> slider(Ui &ui, const Rect &rect, const SliderSpec &spec) {
    check(spec.high > spec.low && spec.step > 0, "slider() without a range");
    const Theme &t = ui.theme();
    const Rect bar{rect.x, rect.y, rect.w, ui.px(bar_height)};
    const Rect track{bar.x + ui.px(knob / 2), bar.center().y - ui.px(line_height / 2),
                     bar.w - ui.px(knob), ui.px(line_height)};

    Node node = node_of(Role::slider, spec.name, bar);
    node.value = spec.value_words;
    node.clipped_text = !end_words(ui, bar, spec);
    const Interaction state = ui.widget(node);

    std::optional<float> picked = value_after_key(spec, state.key);
    if (picked)
        picked = std::clamp(*picked, spec.low, spec.high);
    // Not at the first touch: it may become a scroll.
    if (state.dragging || state.clicked) {
        const float share = std::clamp((state.pointer.x - track.x) / track.w, 0.0F, 1.0F);
        picked = snapped(spec, spec.low + share * (spec.high - spec.low));
    }
    const float shown = picked.value_or(spec.value);
    fill(ui, track, t.sunken, ui.px(line_height / 2));
    const float notch = ui.px(4);
    fill(ui, {track.center().x - notch / 2, bar.center().y - ui.px(12), notch, ui.px(24)},
         t.outline, notch / 2);
    draw_knob(ui, track, (shown - spec.low) / (spec.high - spec.low), state.held);
    if (state.focused)
        focus_ring(ui, bar, ui.px(20));
    return picked == spec.value ? std::nullopt : picked;
}

} // namespace engine::ui
