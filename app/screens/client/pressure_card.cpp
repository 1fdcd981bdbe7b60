#include "screens/client/pressure_card.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr Color upper_skin = rgb(0xE8D6C6), deep_skin = rgb(0xCBB09E), skin_line = rgb(0x8A6A58);
constexpr float card_pad = 20, picture_height = 124;

Color shown(Color color, Color ground, bool locked) {
    return locked ? mix(color, ground, 0.55F) : color;
}

ImU32 packed(Color color) {
    return IM_COL32(color.r, color.g, color.b, color.a);
}

constexpr int steps = 32;

// Where the top of a layer lies that a hand has pressed in.
ImVec2 top_of(const Rect &rect, float depth, int step) {
    const float t = static_cast<float>(step) / steps;
    const float bell = 0.5F - 0.5F * std::cos(2 * std::numbers::pi_v<float> * t);
    return {rect.x + rect.w * t, rect.y + depth * bell * bell};
}

void sunken_layer(Ui &ui, const Rect &rect, float depth, Color color) {
    ImDrawList &draw = *ui.draw();
    const ImDrawListFlags flags = draw.Flags;
    draw.Flags &= ~ImDrawListFlags_AntiAliasedFill; // seams would show between the strips
    for (int step = 0; step < steps; ++step) {
        const ImVec2 left = top_of(rect, depth, step), right = top_of(rect, depth, step + 1);
        draw.AddQuadFilled(left, right, {right.x, rect.bottom()}, {left.x, rect.bottom()},
                           packed(color));
    }
    draw.Flags = flags;
}

void top_line(Ui &ui, const Rect &rect, float depth, Color color, float width) {
    for (int step = 0; step <= steps; ++step)
        ui.draw()->PathLineTo(top_of(rect, depth, step));
    ui.draw()->PathStroke(packed(color), 0, width);
}

void picture(Ui &ui, const Rect &rect, int level, Color ground, bool locked) {
    const float depth = rect.h * (0.04F + 0.075F * static_cast<float>(level));
    const float skin_top = rect.y + rect.h * 0.42F;
    const Rect skin{rect.x, skin_top, rect.w, rect.bottom() - skin_top};
    const float line = ui.px(3);
    sunken_layer(ui, skin, depth, shown(upper_skin, ground, locked));
    const float deep_top = skin.y + skin.h * 0.6F;
    sunken_layer(ui, {skin.x, deep_top, skin.w, rect.bottom() - deep_top}, depth * 0.45F,
                 shown(deep_skin, ground, locked));
    top_line(ui, skin, depth, shown(skin_line, ground, locked), line);
    const float width = std::min(rect.w * 0.22F, ui.px(38));
    const float height = rect.h * 0.5F;
    fill(ui, {rect.center().x - width / 2, skin.y + depth - line - height, width, height},
         shown(ui.theme().primary, ground, locked), width / 2);
}

} // namespace

float pressure_card_height(Ui &ui, float width, float words_height) {
    const float number = ui.line_height(Font::number);
    const float drawn = std::min(ui.px(picture_height), width * 0.72F);
    return ui.px(2 * card_pad) + number + drawn + ui.px(12) + ui.line_height(Font::title) +
           words_height;
}

bool pressure_card(Ui &ui, const Rect &rect, const PressureCard &spec) {
    const Theme &theme = ui.theme();
    const std::string number = std::to_string(spec.level);
    const std::string name =
        number + ", " + std::string(spec.name) + ", " + std::string(spec.words);
    const bool tapped = card(ui, rect,
                             {.name = name,
                              .target = !spec.locked,
                              .selected = spec.chosen,
                              .flat = true,
                              .fill = spec.locked ? theme.bg : Color{0, 0, 0, 0}});
    if (spec.locked)
        ui.report({.role = Role::text, .name = name, .rect = rect});
    const Color ground = spec.locked ? theme.bg : spec.chosen ? theme.primary_soft : theme.surface;
    Rect inside = rect.inset(ui.px(card_pad));
    Rect head = cut_top(inside, ui.line_height(Font::number));
    const float side = ui.px(36);
    const Rect sign = cut_right(head, side);
    if (spec.chosen) {
        circle(ui, {sign.center().x, head.y + side / 2}, side / 2, theme.primary);
        icon(ui, Icon::check, {sign.center().x, head.y + side / 2}, ui.px(24), theme.on_primary);
    } else if (spec.locked)
        icon(ui, Icon::lock, {sign.center().x, head.y + side / 2}, ui.px(28), theme.ink);
    const Color ink = spec.chosen && theme.dark ? theme.on_primary_soft : theme.ink;
    draw_text(ui, head, number, {.font = Font::number, .color = ink});
    const float drawn = std::min(ui.px(picture_height), rect.w * 0.72F);
    picture(ui, cut_top(inside, drawn, ui.px(12)), spec.level, ground, spec.locked);
    draw_text(ui, cut_top(inside, ui.line_height(Font::title)), spec.name,
              {.font = Font::title, .color = ink});
    draw_text(ui, inside, spec.words,
              {.color = spec.chosen && theme.dark ? ink : theme.ink2, .wrap = true});
    return tapped;
}

} // namespace app
