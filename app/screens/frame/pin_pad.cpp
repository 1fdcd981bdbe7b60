#include "screens/frame/pin_pad.hpp"

#include "model/session/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;
using Purpose = PinPad::Purpose;

namespace {

constexpr int pad_layer = 3; ///< above toasts and dialogs
constexpr int key_rows = 4;
constexpr float gap = 12, largest_key = 96, pad_width = 424, pad_inset = 40;

bool is_waiting(const ScreenContext &c) {
    return c.state.pin.purpose == Purpose::leave && c.seal.wait_s(c.ui.now_s()) > 0;
}

/// Why no digit can be typed, or what went wrong with the last ones; empty when nothing did.
const std::string &problem(const ScreenContext &c) {
    return c.seal.problem().empty() ? c.state.pin.problem : c.seal.problem();
}

bool takes_digits(const ScreenContext &c) {
    return c.seal.problem().empty() && !is_waiting(c) && !c.seal.is_checking();
}

void push(ScreenContext &c, char digit) {
    PinPad &pad = c.state.pin;
    if (!takes_digits(c) || pad.digits.size() >= pin_digits)
        return;
    pad.digits += digit;
    pad.wrong = false;
    pad.problem.clear();
    if (pad.digits.size() == pin_digits)
        c.out.act(EnterPin{pad.digits});
}

void erase(ScreenContext &c) {
    if (!c.seal.is_checking() && !c.state.pin.digits.empty())
        c.state.pin.digits.pop_back();
}

void close(ScreenContext &c) {
    c.state.pin = {};
}

/// Without a session there is nothing to go back to.
bool can_close(const ScreenContext &c) {
    return c.state.pin.purpose != Purpose::leave || !c.document.id.empty();
}

void typed_keys(ScreenContext &c) {
    for (const engine::KeyEvent &key : c.ui.keys()) {
        if (key.control || key.alt)
            continue;
        if (key.key >= engine::Key::digit_0 && key.key <= engine::Key::digit_9)
            push(c, static_cast<char>('0' + (static_cast<int>(key.key) -
                                             static_cast<int>(engine::Key::digit_0))));
        else if (key.key == engine::Key::backspace)
            erase(c);
        else if (key.key == engine::Key::escape && can_close(c))
            close(c);
    }
}

/// "0:30", and a frame when it changes.
std::string countdown(ScreenContext &c) {
    const double left = c.seal.wait_s(c.ui.now_s());
    const int whole = static_cast<int>(std::ceil(left));
    c.ui.wake_at(c.ui.now_s() + left - (whole - 1));
    const std::string seconds = std::to_string(100 + whole % 60).substr(1);
    return std::to_string(whole / 60) + ":" + seconds;
}

std::string_view pad_title(const ScreenContext &c) {
    switch (c.state.pin.purpose) {
    case Purpose::choose:
        return c.words("pin.choose");
    case Purpose::repeat:
        return c.words("pin.repeat");
    case Purpose::leave:
    case Purpose::closed:
        break;
    }
    return c.words("pin.title");
}

std::string subtitle(const ScreenContext &c) {
    if (c.state.pin.purpose != Purpose::leave)
        return std::string(c.words("pin.what_for"));
    if (c.document.id.empty())
        return std::string(c.words("pin.to_open"));
    return c.words("pin.to_leave", {{"name", first_name(c.document.client.name)}});
}

std::string pad_message(ScreenContext &c) {
    if (!problem(c).empty())
        return problem(c);
    if (is_waiting(c))
        return c.words("pin.wait", {{"time", countdown(c)}});
    if (c.state.pin.wrong)
        return std::string(c.words("pin.not_the_same"));
    const bool leaves = c.state.pin.purpose == Purpose::leave;
    if (leaves && c.seal.last_try_was_wrong() && c.state.pin.digits.empty())
        return c.words.count("pin.not_right", c.seal.tries_left());
    return {};
}

std::string_view foot(const ScreenContext &c) {
    if (c.state.pin.purpose != Purpose::leave)
        return c.words("pin.keep_it");
    const bool known = c.document.client.example && c.seal.settings().example_pin;
    return known ? c.words("pin.example") : c.words("pin.hand_the_tablet");
}

void head(ScreenContext &c, Rect &rest) {
    Ui &ui = c.ui;
    const float cross = ui.text_px(56);
    const float width = rest.w - cross - ui.px(gap);
    const float height =
        std::max(cross, text_height(ui, pad_title(c), Font::title, width)) + ui.px(2);
    Rect row = cut_top(rest, height, ui.px(4));
    const Rect corner = cut_right(row, cross, ui.px(gap));
    const float words = text_height(ui, pad_title(c), Font::title, row.w);
    text(ui, {row.x, row.center().y - words / 2, row.w, words}, pad_title(c),
         {.font = Font::title, .wrap = true, .role = Role::heading});
    if (can_close(c) && button(ui, {corner.x, corner.y, cross, cross},
                               {.name = c.words("pin.close"),
                                .style = ButtonStyle::quiet,
                                .icon = Icon::close,
                                .icon_only = true}))
        close(c);
    cut_top(rest,
            text(ui, rest, subtitle(c),
                 {.font = Font::caption, .color = ui.theme().ink2, .wrap = true}),
            ui.px(20));
}

void dots(ScreenContext &c, Rect &rest) {
    Ui &ui = c.ui;
    const std::size_t typed = c.state.pin.digits.size();
    const float radius = ui.text_px(12), step = ui.text_px(44);
    const Rect row = cut_top(rest, 2 * radius, ui.px(8));
    Node node;
    node.role = Role::status;
    node.name = c.words("pin.digits");
    node.value = std::to_string(typed);
    node.rect = row;
    ui.report(node);
    for (std::size_t i = 0; i < pin_digits; ++i) {
        const float x = row.center().x + (static_cast<float>(i) - 1.5F) * step;
        if (i < typed)
            circle(ui, {x, row.center().y}, radius, ui.theme().primary);
        else
            ring(ui, {x, row.center().y}, radius - 1, ui.theme().outline, 2);
    }
}

void message_line(ScreenContext &c, Rect &rest) {
    Ui &ui = c.ui;
    const std::string words = pad_message(c);
    const float height = text_height(ui, words, Font::body, rest.w);
    const Rect row = cut_top(rest, std::max(height, ui.line_height(Font::body)), ui.px(16));
    if (!words.empty())
        text(ui, row, words, {.color = ui.theme().danger, .align = Align::center, .wrap = true});
}

bool digit_key(ScreenContext &c, const Rect &rect, char digit) {
    Ui &ui = c.ui;
    const Theme &theme = ui.theme();
    const std::string name(1, digit);
    Node node;
    node.role = Role::button;
    node.name = name;
    node.rect = rect;
    node.enabled = takes_digits(c);
    const bool enabled = node.enabled;
    const Interaction state = ui.widget(node);
    const float radius = ui.px(size::radius_card);
    fill(ui, rect, state.held ? theme.primary_soft : theme.surface, radius);
    stroke(ui, rect, state.focused ? theme.focus : theme.outline, radius,
           state.focused ? ui.px(3) : 1);
    draw_text(ui, rect, name,
              {.font = Font::heading,
               .color = enabled ? theme.ink : theme.outline,
               .align = Align::center,
               .middle = true});
    return state.clicked;
}

void keys(ScreenContext &c, Rect &rest, float key_height) {
    Ui &ui = c.ui;
    for (int row = 0; row < key_rows; ++row) {
        const Rect line = cut_top(rest, key_height, ui.px(gap));
        for (int i = 0; i < 3; ++i) {
            const Rect key = column(line, i, 3, ui.px(gap));
            const int digit = row < key_rows - 1 ? 3 * row + i + 1 : 0;
            if (row < key_rows - 1 || i == 1) {
                if (digit_key(c, key, static_cast<char>('0' + digit)))
                    push(c, static_cast<char>('0' + digit));
            } else if (i == 2 && button(ui, key,
                                        {.name = c.words("pin.erase"),
                                         .style = ButtonStyle::text,
                                         .icon = Icon::backspace,
                                         .icon_only = true}))
                erase(c);
        }
    }
}

/// The keys take what the words leave, between the smallest target and the size of the design.
float key_height(ScreenContext &c, float width, float height) {
    Ui &ui = c.ui;
    const float words =
        std::max(ui.text_px(56),
                 text_height(ui, pad_title(c), Font::title, width - ui.text_px(56) - ui.px(gap))) +
        text_height(ui, subtitle(c), Font::caption, width) + 2 * ui.text_px(12) +
        std::max(text_height(ui, pad_message(c), Font::body, width), ui.line_height(Font::body)) +
        text_height(ui, foot(c), Font::caption, width);
    const float gaps = ui.px(2 + 4 + 20 + 8 + 16 + key_rows * gap + 8);
    const float left = (height - words - gaps) / key_rows;
    return std::clamp(left, ui.px(size::target), ui.px(largest_key));
}

} // namespace

void pin_pad(ScreenContext &c) {
    Ui &ui = c.ui;
    fill(ui, {0, 0, ui.size().x, ui.size().y}, ui.theme().bg);
    ui.push_layer(pad_layer);
    typed_keys(c);
    const bool large_text = ui.large_words();
    const float width =
        std::min(ui.px(large_text ? 1.5F * pad_width : pad_width), ui.size().x - ui.px(32));
    const float inset_y = ui.px(20), most = ui.size().y - ui.px(32) - 2 * inset_y;
    const float inner = width - 2 * ui.px(pad_inset);
    const float key = key_height(c, inner, most);
    const Rect place{(ui.size().x - width) / 2, ui.px(16), width, ui.size().y - ui.px(32)};
    shadow(ui, place, ui.px(size::radius_sheet), ui.px(8), ui.px(40), 0.1F);
    card(ui, place, {.name = pad_title(c)});

    ScrollArea area(ui, "pin", place.inset(ui.px(pad_inset - 4), inset_y));
    Rect rest = area.content().inset(ui.px(4), 0);
    const float top = rest.y;
    head(c, rest);
    dots(c, rest);
    message_line(c, rest);
    keys(c, rest, key);
    cut_top(rest, ui.px(8));
    cut_top(rest, text(ui, rest, foot(c),
                       {.font = Font::caption,
                        .color = ui.theme().ink2,
                        .align = Align::center,
                        .wrap = true}));
    area.used(rest.y - top);
    ui.pop_layer();
}

} // namespace app
