#include "ui/ui_state.hpp"
#include "ui/widget_parts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine::ui {

namespace {

constexpr float segment_pad = 12;
constexpr float segment_gap = 4;

LabelSpec segment_label(Ui &ui, const Segment &segment, bool on) {
    const Theme &t = ui.theme();
    LabelSpec words;
    words.words = segment.name;
    words.icon = segment.icon;
    words.face = on ? &ui.state().face(Font::body_strong) : &ui.state().medium();
    words.color = on && t.dark ? t.on_primary_soft : t.ink;
    words.icon_size = ui.text_px(24);
    words.gap = ui.px(10);
    return words;
}

float swatch_width(Ui &ui, const Segment &segment) {
    return segment.swatch ? ui.px(26) + ui.px(10) : 0;
}

/// Room for the words when chosen, which is the heavier cut.
float needed(Ui &ui, const Segment &segment) {
    return label_width(segment_label(ui, segment, true)) + swatch_width(ui, segment) +
           2 * ui.px(segment_pad);
}

/// Equal widths; what needs more takes it from the others. Where the words of all need more than
/// there is, each gets its share.
std::vector<float> widths_of(const std::vector<float> &needs, float room) {
    const float total = std::accumulate(needs.begin(), needs.end(), 0.0F);
    std::vector<float> widths(needs.size(), 0);
    if (total >= room) {
        for (std::size_t i = 0; i < needs.size(); ++i)
            widths[i] = needs[i] * room / total;
        return widths;
    }
    auto open = static_cast<float>(needs.size());
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < needs.size(); ++i)
            if (widths[i] == 0 && needs[i] > room / open) {
                widths[i] = needs[i];
                room -= needs[i];
                open -= 1;
                changed = true;
            }
    }
    for (float &width : widths)
        if (width == 0)
            width = room / open;
    return widths;
}

std::vector<Rect> cells_of(Ui &ui, const Rect &track, std::span<const Segment> segments) {
    const float gap = ui.px(segment_gap);
    Rect inner = track.inset(gap);
    std::vector<float> needs;
    for (const Segment &segment : segments)
        needs.push_back(needed(ui, segment));
    const float gaps = gap * static_cast<float>(std::max<std::size_t>(segments.size(), 1) - 1);
    std::vector<Rect> cells;
    for (const float width : widths_of(needs, inner.w - gaps))
        cells.push_back(cut_left(inner, width, gap));
    return cells;
}

void draw_chosen(Ui &ui, std::span<const Rect> cells, int selected) {
    const Theme &t = ui.theme();
    const Rect &goal = cells[static_cast<std::size_t>(selected)];
    const float last = static_cast<float>(cells.size() - 1);
    const float at = std::clamp(
        ui.animate(ui.id("chosen"), static_cast<float>(selected), motion::chip), 0.0F, last);
    const auto low = static_cast<std::size_t>(std::floor(at));
    const Rect &from = cells[low];
    const Rect &to = cells[std::min(low + 1, cells.size() - 1)];
    const float part = at - std::floor(at);
    const Rect place{from.x + (to.x - from.x) * part, goal.y, from.w + (to.w - from.w) * part,
                     goal.h};
    const float radius = ui.px(12);
    if (!t.dark)
        shadow(ui, place, radius, ui.px(1), ui.px(6), 0.18F);
    fill(ui, place, t.dark ? t.primary_soft : t.surface, radius);
}

bool draw_segment(Ui &ui, const Rect &cell, const Segment &segment, bool on) {
    const LabelSpec words = segment_label(ui, segment, on);
    const float swatch = swatch_width(ui, segment);
    const float width = label_width(words) + swatch;
    Rect row = cell.inset(ui.px(segment_pad) / 2, 0);
    if (width < row.w)
        row = {row.center().x - width / 2, row.y, width, row.h};
    if (segment.swatch) {
        const float side = ui.px(26);
        const Rect place = cut_left(row, side, ui.px(10));
        fill_pattern(ui, {place.x, place.center().y - side / 2, side, side}, *segment.swatch,
                     segment.ground, segment.ink, ui.px(8));
    }
    LabelSpec left = words;
    left.align = Align::left;
    return label(ui, row, left);
}

} // namespace

float segmented_width(Ui &ui, std::span<const Segment> segments) {
    float width = ui.px(segment_gap);
    for (const Segment &segment : segments)
        width += needed(ui, segment) + ui.px(segment_gap);
    return width;
}

std::optional<int> segmented(Ui &ui, const Rect &rect, std::string_view name,
                             std::span<const Segment> segments, int selected) {
    const Theme &t = ui.theme();
    ui.report(node_of(Role::list, name, rect));
    const Scope scope(ui, name);
    // Sunken on a card and on the stage alike.
    const Color track = t.dark ? rgb(0xFFFFFF).with_alpha(0.08F) : rgb(0x6E5014).with_alpha(0.13F);
    fill(ui, rect, track, ui.px(16));
    const std::vector<Rect> cells = cells_of(ui, rect, segments);
    const int count = static_cast<int>(segments.size());
    if (selected >= 0 && selected < count)
        draw_chosen(ui, cells, selected);

    std::optional<int> tapped;
    for (int i = 0; i < count; ++i) {
        const auto index = static_cast<std::size_t>(i);
        Node node = node_of(Role::segment, segments[index].name, cells[index]);
        node.selected = i == selected;
        node.value = i == selected ? "on" : "";
        node.clipped_text = needed(ui, segments[index]) - ui.px(segment_pad) > cells[index].w + 1;
        const Interaction state = ui.widget(node);
        if (i != selected && (state.hovered || pressed(node, state)))
            fill(ui, cells[index], t.ink.with_alpha(pressed(node, state) ? 0.10F : 0.04F),
                 ui.px(12));
        draw_segment(ui, cells[index], segments[index], i == selected);
        if (state.focused)
            focus_ring(ui, cells[index], ui.px(12));
        if (state.clicked)
            tapped = i;
        const int way = state.key == Key::right ? 1 : (state.key == Key::left ? -1 : 0);
        if (way != 0 && i + way >= 0 && i + way < count) {
            tapped = i + way;
            ui.focus(ui.id(segments[static_cast<std::size_t>(*tapped)].name));
        }
    }
    return tapped;
}

// --- stepper ---------------------------------------------------------------------------------

namespace {

constexpr double repeat_after = 0.4, repeat_every = 0.12; // seconds

/// Steps that a held button has made since the last frame, and the one of a short tap.
int steps_of(Ui &ui, Id id, const Node &node, const Interaction &state) {
    Repeat &repeat = ui.state().repeat;
    int steps = 0;
    const bool repeated = repeat.id == id && repeat.done > 0;
    if (pressed(node, state)) {
        if (repeat.id != id)
            repeat = {id, ui.now_s(), 0};
        const double held = ui.now_s() - repeat.start_s;
        if (held >= repeat_after) {
            const int due = 1 + static_cast<int>((held - repeat_after) / repeat_every);
            steps = due - repeat.done;
            repeat.done = due;
        }
        ui.wake_at(repeat.start_s + repeat_after + repeat_every * repeat.done);
    } else if (repeat.id == id) {
        repeat = {};
    }
    if (state.clicked && !repeated)
        ++steps;
    return steps;
}

int stepper_button(Ui &ui, const Rect &rect, const StepperSpec &spec, bool more) {
    const Theme &t = ui.theme();
    const std::string name = std::string(spec.name) + (more ? " more" : " less");
    Node node = node_of(Role::button, name, rect);
    node.enabled = more ? spec.value < spec.high : spec.value > spec.low;
    node.tab_stop = false; // the stepper itself is the stop, with the arrow keys
    const Interaction state = ui.widget(node);
    if (state.hovered || pressed(node, state))
        fill(ui, rect.inset(ui.px(4)), t.ink.with_alpha(pressed(node, state) ? 0.12F : 0.05F),
             ui.px(12));
    icon(ui, more ? Icon::plus : Icon::minus, rect.center(), ui.text_px(24),
         node.enabled ? t.ink : mix(t.surface, t.ink, 0.4F));
    return node.enabled ? steps_of(ui, ui.id(name), node, state) : 0;
}

int key_steps(Key key, const StepperSpec &spec) {
    const int all = spec.high - spec.low;
    switch (key) {
    case Key::right:
    case Key::up:
        return 1;
    case Key::left:
    case Key::down:
        return -1;
    case Key::page_up:
        return 5;
    case Key::page_down:
        return -5;
    case Key::home:
        return -all;
    case Key::end:
        return all;
    default:
        return 0;
    }
}

} // namespace

std::optional<int> stepper(Ui &ui, const Rect &rect, const StepperSpec &spec) {
    const Theme &t = ui.theme();
    const Face &face = face_for_size(ui.state().fonts, ui.text_px(22));
    const std::string words = std::to_string(spec.value) + std::string(spec.unit);
    const float side = std::min(ui.text_px(size::control), rect.w / 3);
    Node node = node_of(Role::stepper, spec.name, rect);
    node.value = words;
    node.clipped_text = glyphs_width(face, ui.text_px(22), words) > rect.w - 2 * side + 1;
    const Interaction state = ui.widget(node);

    const float radius = ui.px(16);
    fill(ui, rect, t.surface, radius);
    Rect middle = rect;
    const Rect less = cut_left(middle, side);
    const Rect more = cut_right(middle, side);
    int steps = stepper_button(ui, less, spec, false) * -1;
    steps += stepper_button(ui, more, spec, true);
    steps += key_steps(state.key, spec);
    stroke(ui, rect, t.outline, radius, ui.px(outline_width));
    figures(ui, middle.center(), ui.text_px(22), words, t.ink);
    if (state.focused)
        focus_ring(ui, rect, radius);

    const int value = std::clamp(spec.value + steps * spec.step, spec.low, spec.high);
    if (value == spec.value)
        return std::nullopt;
    return value;
}

} // namespace engine::ui
