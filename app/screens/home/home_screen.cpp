#include "screens/frame/chrome.hpp"
#include "screens/home/client_sheet.hpp"
#include "screens/home/home_parts.hpp"
#include "screens/home/protect_offer.hpp"

#include <algorithm>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

void new_session_button(ScreenContext &c, const Rect &rect) {
    if (button(c.ui, rect, {.name = c.words("home.new_session"), .icon = Icon::plus}))
        open_new_session(c, {});
}

void two_columns(ScreenContext &c, Rect rest) {
    Ui &ui = c.ui;
    const bool narrow = ui.size().x < ui.px(1200);
    Rect right = cut_right(rest, narrow ? rest.w * 0.4F : ui.px(400), ui.px(size::gutter));
    {
        ScrollArea area(ui, "today", rest);
        Rect list = area.content();
        const float top = list.y;
        protect_offer(c, list);
        today_list(c, list);
        area.used(list.y - top);
    }
    new_session_button(c, cut_bottom(right, ui.text_px(64), ui.px(16)));
    ScrollArea area(ui, "clients", right);
    Rect list = area.content();
    const float top = list.y;
    calls_list(c, list);
    clients_list(c, list);
    area.used(list.y - top);
}

// Large words have the whole width, one thing below the other.
void one_column(ScreenContext &c, Rect rest) {
    Ui &ui = c.ui;
    new_session_button(c, cut_bottom(rest, ui.text_px(64), ui.px(16)));
    ScrollArea area(ui, "today", rest);
    Rect list = area.content();
    const float top = list.y;
    protect_offer(c, list);
    today_list(c, list);
    cut_top(list, 0, ui.px(12));
    calls_list(c, list);
    clients_list(c, list);
    area.used(list.y - top);
}

} // namespace

void home_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    fill(ui, {0, 0, ui.size().x, ui.size().y}, ui.theme().bg);
    Rect rest = Rect{0, 0, ui.size().x, ui.size().y}.inset(ui.px(32), ui.px(24));
    Rect head = cut_top(rest, ui.text_px(64), ui.px(20));
    const float side = ui.text_px(56);
    const Rect logo = cut_left(head, side, ui.px(16));
    fill(ui, {logo.x, logo.center().y - side / 2, side, side}, ui.theme().primary, ui.px(18));
    icon(ui, Icon::person, logo.center(), ui.text_px(32), ui.theme().on_primary);
    const Rect search = cut_right(head, std::min(head.w * 0.45F, ui.text_px(392)), ui.px(16));
    text_field(ui, {search.x, search.center().y - side / 2, search.w, side},
               {.name = c.words("home.find"),
                .placeholder = c.words("home.find"),
                .icon = Icon::search,
                .max_bytes = 120},
               c.state.client_filter);
    const Rect cog = cut_right(head, side, ui.px(12));
    if (button(ui, {cog.x, cog.center().y - side / 2, side, side},
               {.name = c.words("settings.title"),
                .style = ButtonStyle::secondary,
                .icon = Icon::settings,
                .icon_only = true}))
        c.out.act(GoTo{Screen::settings});
    text(ui, head, engine::day_title(c.now),
         {.font = Font::heading, .middle = true, .role = Role::heading});

    if (ui.large_words())
        one_column(c, rest);
    else
        two_columns(c, rest);
    client_sheet(c);
    new_session_sheet(c);
}

} // namespace app
