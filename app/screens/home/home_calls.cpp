#include "model/body/level_colors.hpp"
#include "model/session/event_day.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/mark_colors.hpp"
#include "screens/home/home_parts.hpp"

#include <string>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

int days_late(const SessionRow &row, engine::Timestamp now) {
    const std::string today = iso_day(now);
    int late = 0;
    while (late < 14 && iso_day(days_later(now, -late)) > row.call->due)
        ++late;
    return late;
}

Pill lateness(const ScreenContext &c, const SessionRow &row) {
    const int late = days_late(row, c.now);
    if (late == 0)
        return {c.words("home.today"), Icon::none, Tone::neutral};
    return {c.words(late == 1 ? "home.day_late" : "home.late"), Icon::none, Tone::bad};
}

float card_height(const Ui &ui) {
    return ui.text_px(36) + ui.text_px(40) + ui.text_px(56) + ui.px(2 * 16 + 2 * 10);
}

void call_card(ScreenContext &c, const Rect &rect, const SessionRow &row) {
    Ui &ui = c.ui;
    const Scope scope(ui, row.id);
    card(ui, rect, {.name = c.words("home.call_name", {{"name", row.client.name}})});
    Rect inside = rect.inset(ui.px(20), ui.px(16));
    Rect head = cut_top(inside, ui.text_px(36), ui.px(10));
    const Pill late = lateness(c, row);
    if (const float width = pill_width(ui, late.words, late.icon); width < head.w * 0.6F)
        pill(ui, cut_right(head, width, ui.px(8)), late.words, late.icon, late.tone);
    text(ui, head, row.client.name, {.font = Font::body_strong, .middle = true});
    Rect place = cut_top(inside, ui.text_px(40), ui.px(10));
    const MarkColors colors = mark_colors(ui.theme(), row.call->channel, row.call->level);
    badge(ui, cut_left(place, ui.text_px(36), ui.px(10)).center(), ui.text_px(36),
          {.words = std::to_string(row.call->level), .fill = colors.fill, .on = colors.on});
    std::string words = place_title(c, row.call->area, Reader::therapist);
    if (row.call->others > 0)
        words = c.words("home.and_more",
                        {{"place", words}, {"count", std::to_string(row.call->others)}});
    text(ui, place, words, {.middle = true});
    if (button(ui, inside,
               {.name = c.words("home.call"), .style = ButtonStyle::soft, .icon = Icon::phone}))
        c.out.act(OpenFromShelf{row.id, Screen::day3});
}

} // namespace

void calls_list(ScreenContext &c, Rect &list) {
    if (c.shelf.calls.empty())
        return;
    Ui &ui = c.ui;
    text(ui, cut_top(list, ui.line_height(Font::title), ui.px(12)), c.words("home.calls"),
         {.font = Font::title, .role = Role::heading});
    for (const SessionRow &row : c.shelf.calls)
        call_card(c, cut_top(list, card_height(ui), ui.px(12)), row);
    cut_top(list, 0, ui.px(12));
}

} // namespace app
