#include "ui/widget_parts.hpp"

#include "ui/ui_state.hpp"

#include <algorithm>

namespace engine::ui {

void focus_ring(Ui &ui, const Rect &rect, float radius) {
    const float gap = ui.px(2);
    const float width = ui.px(2.5F);
    stroke(ui, rect.inset(-gap - width), ui.theme().focus, radius + gap + width, width);
}

bool pressed(const Node &node, const Interaction &state) {
    return state.held && node.rect.contains(state.pointer);
}

Color reacting(Ui &ui, const Node &node, Color ground, const Interaction &state) {
    const Id id = child_id(ui.id(node.name), "press");
    const float down = ui.animate(id, pressed(node, state) ? 1.0F : 0.0F, motion::press);
    const float depth = std::max(state.hovered ? 0.04F : 0.0F, 0.12F * down);
    return mix(ground, ui.theme().ink.with_alpha(static_cast<float>(ground.a) / 255), depth);
}

float label_width(const LabelSpec &spec) {
    float width = glyphs_width(*spec.face, spec.face->em, spec.words);
    for (const Icon sign : {spec.icon, spec.trailing})
        if (sign != Icon::none)
            width += spec.icon_size + (spec.words.empty() ? 0 : spec.gap);
    return width;
}

bool label_fits(const Rect &rect, const LabelSpec &spec) {
    const float width = label_width(spec);
    if (width <= rect.w + 1)
        return true;
    const float words = glyphs_width(*spec.face, spec.face->em, spec.words);
    const float room = rect.w - (width - words);
    const auto lines = break_lines(*spec.face, spec.words, room);
    return static_cast<float>(lines.size()) * spec.face->line <= rect.h + 1 &&
           std::ranges::all_of(lines, [&](const TextLine &line) {
               const auto part = spec.words.substr(line.begin, line.end - line.begin);
               return glyphs_width(*spec.face, spec.face->em, part) <= room + 0.5F;
           });
}

bool label(Ui &ui, const Rect &rect, const LabelSpec &spec) {
    const float free = rect.w - label_width(spec);
    Rect row = rect;
    if (free > 0 && spec.align != Align::left) {
        row.x += spec.align == Align::center ? free / 2 : free;
        row.w -= spec.align == Align::center ? free : 0;
    }
    const float gap = spec.words.empty() ? 0 : spec.gap;
    if (spec.icon != Icon::none) {
        const Rect place = cut_left(row, spec.icon_size, gap);
        icon(ui, spec.icon, place.center(), spec.icon_size, spec.color);
    }
    if (spec.trailing != Icon::none) {
        const Rect place = cut_right(row, spec.icon_size, gap);
        icon(ui, spec.trailing, place.center(), spec.icon_size, spec.color);
    }
    if (spec.words.empty())
        return free > -1;
    const bool wrap = free < -1;
    return draw_text(ui, *spec.face, row, spec.words,
                     {.color = spec.color,
                      .align = wrap ? spec.align : Align::left,
                      .wrap = wrap,
                      .middle = true});
}

Node node_of(Role role, std::string_view name, const Rect &rect) {
    Node node;
    node.role = role;
    node.name = name;
    node.rect = rect;
    return node;
}

} // namespace engine::ui
