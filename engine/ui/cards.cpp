#include "ui/ui_state.hpp"
#include "ui/widget_parts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace engine::ui {

namespace {

struct ToneColors {
    Color ground, words, sign_ground, sign;
};

ToneColors pill_colors(const Theme &t, Tone tone) {
    switch (tone) {
    case Tone::neutral:
        return {t.sunken, t.ink, t.avoid, t.surface};
    case Tone::good:
        return {t.success_soft, t.on_success_soft, t.success, t.surface};
    case Tone::caution:
        return {t.caution_soft, t.on_caution_soft, t.caution, t.dark ? t.bg : t.ink};
    case Tone::info:
        return {t.primary_soft, t.on_primary_soft, t.primary, t.on_primary};
    case Tone::bad:
        return {t.danger_soft, t.on_danger_soft, t.danger, t.surface};
    }
    return {};
}

/// Only what asks for attention has a coloured ground.
ToneColors message_colors(const Theme &t, Tone tone) {
    ToneColors colors = pill_colors(t, tone);
    if (tone != Tone::caution && tone != Tone::bad) {
        colors.ground = t.surface;
        colors.words = t.ink;
    }
    return colors;
}

void card_edge(Ui &ui, const Rect &rect, Color color, float radius, bool flat) {
    if (flat || ui.theme().dark)
        stroke(ui, rect, color, radius, ui.px(1));
}

LabelSpec pill_label(Ui &ui, std::string_view words, Icon sign, Color color) {
    LabelSpec out;
    out.words = words;
    out.icon = sign;
    out.face = &ui.state().semibold_caption();
    out.color = color;
    out.icon_size = ui.text_px(20);
    out.gap = ui.px(8);
    return out;
}

} // namespace

bool card(Ui &ui, const Rect &rect, const CardSpec &spec) {
    const Theme &t = ui.theme();
    const float radius = ui.px(size::radius_card);
    Node node = node_of(Role::card, spec.name, rect);
    node.selected = spec.selected;
    const Interaction state = spec.target ? ui.widget(node) : Interaction{};

    Color ground = spec.fill.a > 0 ? spec.fill : t.surface;
    if (spec.selected)
        ground = t.primary_soft;
    if (spec.target)
        ground = reacting(ui, node, ground, state);
    if (!spec.flat && !spec.selected && !t.dark)
        shadow(ui, rect, radius, ui.px(2), ui.px(16), 0.10F);
    fill(ui, rect, ground, radius);
    if (spec.selected)
        stroke(ui, rect, t.primary, radius, ui.px(2.5F));
    else
        card_edge(ui, rect, t.line, radius, spec.flat);
    if (state.focused)
        focus_ring(ui, rect, radius);
    return state.clicked;
}

float pill_width(Ui &ui, std::string_view words, Icon icon) {
    return label_width(pill_label(ui, words, icon, {})) + 2 * ui.px(14);
}

void pill(Ui &ui, const Rect &rect, std::string_view words, Icon icon, Tone tone) {
    const ToneColors colors = pill_colors(ui.theme(), tone);
    const LabelSpec inside = pill_label(ui, words, icon, colors.words);
    fill(ui, rect, colors.ground, rect.h / 2);
    label(ui, rect.inset(ui.px(14), 0), inside);
    Node node = node_of(Role::status, words, rect);
    node.clipped_text = label_width(inside) > rect.w - 2 * ui.px(14) + 1;
    ui.report(std::move(node));
}

float message_card(Ui &ui, const Rect &rect, const Message &message, bool draw_it) {
    const ToneColors colors = message_colors(ui.theme(), message.tone);
    const float pad = ui.px(16);
    const float side = std::min(ui.text_px(48), ui.px(60)); // the words need the room
    const float left = rect.x + pad + side + pad;
    const float width = rect.right() - ui.px(20) - left;
    struct Part {
        std::string_view words;
        TextStyle style;
    };
    const std::array<Part, 3> parts{{
        {message.title,
         {.font = Font::button, .color = colors.words, .wrap = true, .role = Role::heading}},
        {message.words, {.font = Font::body, .color = colors.words, .wrap = true}},
        {message.reason, {.font = Font::caption, .color = colors.words, .wrap = true}},
    }};
    float words_height = 0;
    for (const Part &part : parts)
        if (!part.words.empty())
            words_height += text_height(ui, part.words, part.style.font, width);
    const float height = std::max(side, words_height) + 2 * pad;
    if (!draw_it)
        return height;

    const Rect ground{rect.x, rect.y, rect.w, height};
    const float radius = ui.px(18);
    fill(ui, ground, colors.ground, radius);
    card_edge(ui, ground, ui.theme().line, radius, false);
    const Rect sign{rect.x + pad, rect.y + pad, side, side};
    fill(ui, sign, colors.sign_ground, ui.px(14));
    icon(ui, message.icon, sign.center(), side * 0.54F, colors.sign);
    // Short words stand beside the middle of the sign.
    float y = rect.y + pad + std::max(0.0F, (side - words_height) / 2);
    for (const Part &part : parts)
        if (!part.words.empty())
            y += text(ui, {left, y, width, 0}, part.words, part.style);
    return height;
}

bool badge(Ui &ui, glm::vec2 center, float diameter, const BadgeSpec &spec) {
    const Theme &t = ui.theme();
    const float radius = diameter / 2;
    const Rect rect{center.x - radius, center.y - radius, diameter, diameter};
    Node node = node_of(spec.target ? Role::button : Role::image, spec.name, rect);
    if (spec.target) // a small badge is as large for fingers as any other target
        node.rect = rect.inset(std::min(0.0F, (diameter - ui.px(size::target)) / 2));
    node.value = spec.words;
    Interaction state;
    if (spec.target)
        state = ui.widget(node);
    else if (!spec.name.empty())
        ui.report(node);

    const float border = ui.px(2);
    const float grown = pressed(node, state) ? radius - border : radius;
    shadow(ui, rect, radius, ui.px(1), ui.px(6), 0.30F);
    circle(ui, center, grown, spec.dashed ? spec.fill : rgb(0xFFFFFF));
    if (spec.dashed)
        dashed_ring(ui, center, grown - border / 2, t.ghost, border);
    else
        circle(ui, center, grown - border, spec.fill);
    if (spec.icon != Icon::none)
        icon(ui, spec.icon, center, std::max(diameter * 0.5F, ui.px(20)), spec.on);
    else
        figures(ui, center, diameter * 0.5F, spec.words, spec.on);
    if (state.focused)
        focus_ring(ui, rect, radius);
    return state.clicked;
}

// --- progress --------------------------------------------------------------------------------

namespace {

float step_width(Ui &ui, std::string_view name, bool current) {
    const Face &face = current ? ui.state().face(Font::body_strong) : ui.state().medium();
    return ui.text_px(32) + ui.px(10) + glyphs_width(face, face.em, name);
}

void draw_step(Ui &ui, const Rect &cell, std::string_view name, int index, int current,
               bool with_name) {
    const Theme &t = ui.theme();
    const float radius = ui.text_px(16);
    const glm::vec2 c{cell.x + radius, cell.center().y};
    const bool on = index == current;
    const bool done = index < current;
    if (on || done)
        circle(ui, c, radius, on ? t.primary : t.primary_soft);
    else
        ring(ui, c, radius - ui.px(1), t.outline, ui.px(2));
    if (done)
        icon(ui, Icon::check, c, radius * 1.2F, t.on_primary_soft);
    else
        figures(ui, c, radius, std::to_string(index + 1), on ? t.on_primary : t.ink2);
    Rect words = cell;
    cut_left(words, radius * 2, ui.px(10));
    const Face &face = on ? ui.state().face(Font::body_strong) : ui.state().medium();
    Node node = node_of(Role::status, name, cell);
    node.selected = on;
    node.value = on ? "now" : (done ? "done" : "");
    if (with_name)
        node.clipped_text =
            !draw_text(ui, face, words, name, {.color = on ? t.ink : t.ink2, .middle = true});
    ui.report(std::move(node));
}

} // namespace

void steps(Ui &ui, const Rect &rect, std::span<const std::string_view> names, int current) {
    const float link = ui.px(28);
    const float gap = ui.px(12);
    const auto width_with = [&](bool all_names, bool current_name) {
        float width = -link - 2 * gap;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const bool on = static_cast<int>(i) == current;
            width += link + 2 * gap;
            width +=
                all_names || (on && current_name) ? step_width(ui, names[i], on) : ui.text_px(32);
        }
        return width;
    };
    // Where there is no room, only the current step is named, or none.
    const bool all_names = width_with(true, true) <= rect.w;
    const bool current_name = width_with(false, true) <= rect.w;
    float x = rect.x;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool on = static_cast<int>(i) == current;
        const bool named = all_names || (on && current_name);
        const float width = named ? step_width(ui, names[i], on) : ui.text_px(32);
        if (i > 0) {
            fill(ui, {x - gap - link, rect.center().y - ui.px(1), link, ui.px(2)},
                 ui.theme().outline.with_alpha(0.6F));
        }
        draw_step(ui, {x, rect.y, width, rect.h}, names[i], static_cast<int>(i), current, named);
        x += width + link + 2 * gap;
    }
}

// --- navigation ------------------------------------------------------------------------------

std::optional<int> rail(Ui &ui, const Rect &rect, std::string_view name,
                        std::span<const RailItem> items, int selected) {
    const Theme &t = ui.theme();
    fill(ui, rect, t.surface);
    fill(ui, {rect.right() - ui.px(1), rect.y, ui.px(1), rect.h}, t.line);
    ui.report(node_of(Role::list, name, rect));
    const Scope scope(ui, name);
    const auto count = static_cast<float>(std::max<std::size_t>(items.size(), 1));
    const float gap = ui.px(size::gap);
    const float room = (rect.h - 2 * ui.px(16) + gap) / count - gap;
    const float line = ui.line_height(Font::caption);
    const float height = std::min(std::max(ui.px(76), ui.text_px(28) + line + ui.px(16)), room);

    std::optional<int> tapped;
    Rect rest = rect.inset(ui.px(4), ui.px(16));
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Rect cell = cut_top(rest, height, gap);
        const bool on = static_cast<int>(i) == selected;
        const Face &face = on ? ui.state().semibold_caption() : ui.state().face(Font::caption);
        const Color words = on ? t.on_primary_soft : t.ink2;
        Node node = node_of(Role::button, items[i].name, cell);
        node.selected = on;
        node.clipped_text = glyphs_width(face, face.em, items[i].name) > cell.w + 1;
        const Interaction state = ui.widget(node);
        fill(ui, cell, reacting(ui, node, on ? t.primary_soft : t.surface, state), ui.px(16));
        const float sign = std::clamp(height - line - ui.px(12), ui.px(24), ui.text_px(26));
        const float used = sign + ui.px(2) + line;
        const float top = cell.center().y - used / 2;
        icon(ui, items[i].icon, {cell.center().x, top + sign / 2}, sign, words);
        draw_text(ui, face, {cell.x, top + sign + ui.px(2), cell.w, line}, items[i].name,
                  {.color = words, .align = Align::center});
        if (state.focused)
            focus_ring(ui, cell, ui.px(16));
        if (state.clicked)
            tapped = static_cast<int>(i);
    }
    return tapped;
}

} // namespace engine::ui
