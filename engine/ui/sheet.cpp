#include "ui/ui_state.hpp"
#include "ui/widget_parts.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace engine::ui {

namespace {

constexpr int sheet_layer = 1, toast_layer = 2;

/// Rounded on the left only: it hangs on the window's right edge.
void draw_ground(Ui &ui, const Rect &rect) {
    const Theme &t = ui.theme();
    const float radius = ui.px(size::radius_sheet);
    shadow(ui, rect, radius, ui.px(8), ui.px(40), t.dark ? 0.5F : 0.16F);
    ui.draw()->AddRectFilled(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), pack(t.surface),
                             radius, ImDrawFlags_RoundCornersLeft);
}

} // namespace

Sheet::Sheet(Ui &ui, std::string_view name, bool open, const Rect &rect) : ui_(ui) {
    const float shown =
        ui.animate(child_id(ui.id(name), "sheet"), open ? 1.0F : 0.0F, motion::sheet);
    visible_ = shown > 0;
    if (!visible_)
        return;
    const Rect place = rect.moved((1 - shown) * rect.w, 0);
    content_ = {place.x + ui.px(28), place.y + ui.px(20), place.w - ui.px(52), place.h - ui.px(40)};
    ui.push_layer(sheet_layer);
    Node node = node_of(Role::sheet, name, place);
    node.takes_input = true; // what lies below it is out of reach, also between its widgets
    node.tab_stop = false;
    ui.report(std::move(node));
    draw_ground(ui, place);
    ui.push_scope(name);
    ui.push_clip(place);
}

Sheet::~Sheet() {
    if (!visible_)
        return;
    ui_.pop_clip();
    ui_.pop_scope();
    ui_.pop_layer();
}

namespace {

/// How far the toast is in: 0..1, and back at the end.
float toast_presence(Ui &ui, double since_s) {
    const double age = ui.now_s() - since_s;
    const double rest = motion::toast_stay - age;
    if (ui.config().reduce_motion)
        return age >= 0 && rest > 0 ? 1.0F : 0.0F;
    return static_cast<float>(std::clamp(std::min(age, rest) / motion::toast_in, 0.0, 1.0));
}

void ask_for_frames(Ui &ui, double since_s, float presence) {
    if (presence < 1)
        ui.state().moving = true;
    else
        ui.wake_at(since_s + motion::toast_stay - motion::toast_in);
}

bool toast_action(Ui &ui, const Rect &rect, std::string_view name, float alpha) {
    constexpr Color words = rgb(0x8FE0DC);
    Node node = node_of(Role::button, name, rect);
    const Interaction state = ui.widget(node);
    const Color rest = rgb(ui.theme().dark ? 0x35505A : 0x24383E);
    const Color ground = mix(rest, words, pressed(node, state) ? 0.2F : 0.0F);
    fill(ui, rect, ground.with_alpha(alpha), ui.px(12));
    LabelSpec spec;
    spec.words = name;
    spec.icon = Icon::undo;
    spec.face = &ui.state().face(Font::body_strong);
    spec.color = words.with_alpha(alpha);
    spec.icon_size = ui.text_px(22);
    spec.gap = ui.px(8);
    label(ui, rect, spec);
    if (state.focused)
        focus_ring(ui, rect, ui.px(12));
    return state.clicked;
}

} // namespace

bool toast(Ui &ui, const Rect &stage, double since_s, const ToastSpec &spec) {
    const double age = ui.now_s() - since_s;
    if (age >= motion::toast_stay || age < 0)
        return false;
    const float presence = toast_presence(ui, since_s);
    ask_for_frames(ui, since_s, presence);

    const Face &action_face = ui.state().face(Font::body_strong);
    const float action = spec.action.empty()
                             ? 0
                             : glyphs_width(action_face, action_face.em, spec.action) +
                                   ui.text_px(22) + ui.px(8 + 32);
    LabelSpec words;
    words.words = spec.words;
    words.icon = spec.icon;
    words.face = &ui.state().medium();
    words.icon_size = ui.text_px(24);
    words.gap = ui.px(16);
    words.align = Align::left;
    words.color = rgb(0xFFFFFF).with_alpha(presence);
    const float wanted =
        ui.px(24) + label_width(words) + 1 + (action > 0 ? ui.px(16 + 12) + action : ui.px(24));
    const float height = ui.text_px(64);
    const float width = std::min(wanted, stage.w - ui.px(32));
    const Rect rect{stage.x + ui.px(16),
                    stage.bottom() - ui.px(16) - height + (1 - presence) * ui.px(24), width,
                    height};

    ui.push_layer(toast_layer);
    Node node = node_of(Role::toast, spec.words, rect);
    Rect inside = rect;
    cut_left(inside, ui.px(24));
    Rect place;
    if (action > 0) {
        cut_right(inside, ui.px(12));
        place = cut_right(inside, action, ui.px(16));
    }
    node.clipped_text = !label_fits(inside, words);
    node.takes_input = true;
    node.tab_stop = false;
    ui.report(std::move(node));
    const float radius = ui.px(18);
    shadow(ui, rect, radius, ui.px(8), ui.px(32), 0.28F * presence);
    fill(ui, rect, rgb(ui.theme().dark ? 0x24383E : 0x14252A).with_alpha(presence), radius);
    const bool undone =
        action > 0 && toast_action(ui, place.inset(0, ui.px(8)), spec.action, presence);
    label(ui, inside, words);
    ui.pop_layer();
    return undone;
}

} // namespace engine::ui
