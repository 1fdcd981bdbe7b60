#include "ui/ui_state.hpp"
#include "ui/widget_parts.hpp"

#include <algorithm>

namespace engine::ui {

namespace {

struct ButtonColors {
    Color ground{0, 0, 0, 0};
    Color words{};
    Color outline{0, 0, 0, 0};
};

ButtonColors colors_of(const Theme &t, ButtonStyle style) {
    constexpr Color none{0, 0, 0, 0};
    switch (style) {
    case ButtonStyle::primary:
        return {t.primary, t.on_primary, none};
    case ButtonStyle::secondary:
        return {t.surface, t.ink, t.outline};
    case ButtonStyle::soft:
        return {t.primary_soft, t.on_primary_soft, none};
    case ButtonStyle::text:
        return {none, t.primary, none};
    case ButtonStyle::danger:
        return {none, t.danger, none};
    case ButtonStyle::quiet:
        return {t.sunken, t.ink, none};
    }
    return {};
}

float padding(Ui &ui, ButtonStyle style) {
    if (style == ButtonStyle::primary)
        return ui.px(28);
    return ui.px(style == ButtonStyle::text || style == ButtonStyle::danger ? 12 : 20);
}

LabelSpec button_label(Ui &ui, const ButtonSpec &spec, Color color) {
    LabelSpec out;
    out.words = spec.icon_only ? std::string_view{} : spec.name;
    out.icon = spec.icon;
    out.trailing = spec.trailing;
    out.face = &ui.state().face(Font::button);
    out.color = color;
    out.icon_size = ui.text_px(24);
    out.gap = ui.px(12);
    out.align = spec.align;
    return out;
}

Color button_ground(Ui &ui, const Node &node, const ButtonSpec &spec, Color ground,
                    const Interaction &state) {
    const Theme &t = ui.theme();
    if (ground.a == 0) // a bare button shows its ground only while it is touched
        return t.ink.with_alpha(pressed(node, state) ? 0.10F : (state.hovered ? 0.05F : 0.0F));
    if (spec.style != ButtonStyle::primary)
        return reacting(ui, node, ground, state);
    const Id id = child_id(ui.id(spec.name), "press");
    const float down = ui.animate(id, pressed(node, state) ? 1.0F : 0.0F, motion::press);
    return mix(ground, t.primary_pressed, std::max(down, state.hovered ? 0.35F : 0.0F));
}

} // namespace

float button_width(Ui &ui, const ButtonSpec &spec) {
    if (spec.icon_only)
        return ui.text_px(size::control);
    return label_width(button_label(ui, spec, {})) + 2 * padding(ui, spec.style);
}

bool button(Ui &ui, const Rect &rect, const ButtonSpec &spec) {
    const Theme &t = ui.theme();
    ButtonColors colors = colors_of(t, spec.style);
    if (!spec.enabled) {
        colors.words =
            mix(t.surface, t.ink, 0.45F); // opaque: icons are drawn in strokes that overlap
        colors.outline = colors.ground.a > 0 ? mix(t.surface, t.outline, 0.5F) : colors.ground;
        colors.ground = {0, 0, 0, 0};
    }
    const float radius = ui.px(size::radius_control);
    const LabelSpec words = button_label(ui, spec, colors.words);
    float pad = spec.icon_only ? 0 : std::min(padding(ui, spec.style), rect.w / 6);
    if (!label_fits(rect.inset(pad, 0), words)) // rather less air than fewer words
        pad = std::min(pad, ui.px(8));
    Node node = node_of(Role::button, spec.name, rect);
    node.enabled = spec.enabled;
    node.clipped_text = !label_fits(rect.inset(pad, 0), words);
    const Interaction state = ui.widget(node);

    if (spec.enabled)
        colors.ground = button_ground(ui, node, spec, colors.ground, state);
    fill(ui, rect, colors.ground, radius);
    stroke(ui, rect, colors.outline, radius, ui.px(outline_width));
    label(ui, rect.inset(pad, 0), words);
    if (state.focused)
        focus_ring(ui, rect, radius);
    return state.clicked;
}

bool chip(Ui &ui, const Rect &rect, std::string_view name, bool on, bool enabled) {
    const Theme &t = ui.theme();
    const float radius = std::min(ui.px(24), rect.h / 2);
    LabelSpec words;
    words.words = name;
    words.icon = on ? Icon::check : Icon::none;
    words.face = on ? &ui.state().face(Font::body_strong) : &ui.state().medium();
    words.color = on ? t.on_primary_soft : t.ink;
    if (!enabled)
        words.color = mix(t.surface, words.color, 0.45F);
    words.icon_size = ui.text_px(20);
    words.gap = ui.px(8);
    Rect inside = rect.inset(ui.px(18), 0);
    // The check may take some of the padding, never of the words.
    if (label_width(words) > inside.w)
        inside = rect.inset(ui.px(10), 0);
    if (!label_fits(inside, words))
        words.face = &ui.state().semibold_caption();

    Node node = node_of(Role::chip, name, rect);
    node.value = on ? "on" : "off";
    node.selected = on;
    node.enabled = enabled;
    node.clipped_text = !label_fits(inside, words);
    const Interaction state = ui.widget(node);
    const Color ground = reacting(ui, node, on ? t.primary_soft : t.surface, state);
    fill(ui, rect, ground, radius);
    stroke(ui, rect, on ? t.primary : t.outline, radius, ui.px(on ? 2.5F : outline_width));
    label(ui, inside, words);
    if (state.focused)
        focus_ring(ui, rect, radius);
    return state.clicked;
}

bool toggle(Ui &ui, const Rect &rect, std::string_view name, bool on) {
    const Theme &t = ui.theme();
    Node node = node_of(Role::toggle, name, rect);
    node.value = on ? "on" : "off";
    node.selected = on;
    const Interaction state = ui.widget(node);

    const float height = std::min(ui.px(40), rect.h);
    const float width = std::min(height * 1.7F, rect.w);
    const glm::vec2 c = rect.center();
    const Rect track{c.x - width / 2, c.y - height / 2, width, height};
    const float at = ui.animate(child_id(ui.id(name), "on"), on ? 1.0F : 0.0F, motion::chip);
    fill(ui, track, reacting(ui, node, mix(t.outline, t.primary, at), state), height / 2);
    const float radius = height * 0.4F;
    const float travel = width - height;
    const Color knob = mix(rgb(0xFFFFFF), t.on_primary, at);
    circle(ui, {track.x + height / 2 + travel * at, c.y}, radius, knob);
    if (state.focused)
        focus_ring(ui, track, height / 2);
    return state.clicked;
}

} // namespace engine::ui
