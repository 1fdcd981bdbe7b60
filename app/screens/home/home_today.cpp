#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/home/home_parts.hpp"
#include "screens/stage/body_stage.hpp"
#include "screens/stage/present.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

const TodayRow *next_session(const Shelf &shelf) {
    const auto open = std::ranges::find_if(
        shelf.today, [](const TodayRow &row) { return row.session.stage == Stage::before; });
    return open != shelf.today.end() ? &*open : nullptr;
}

std::string next_words(const ScreenContext &c, const TodayRow &next) {
    std::string words = plan_line(c.words, next.session) + ".";
    if (next.last_visit)
        words +=
            " " + c.words("home.last_here", {{"day", engine::day_and_month(*next.last_visit)}});
    return words;
}

// The one card that matters: who comes next. Words wrap and the card grows with them.
void next_card(ScreenContext &c, Rect &list, const TodayRow &row) {
    const SessionRow &next = row.session;
    Ui &ui = c.ui;
    const bool picture = list.w >= ui.px(600) && !ui.large_words();
    const float picture_width = picture ? ui.px(228) : 0;
    const float width = list.w - picture_width - ui.px(56);
    const std::string words = next_words(c, row);
    const std::string hand = c.words("brief.hand_over", {{"name", first_name(next.client.name)}});
    const ButtonSpec over{.name = hand, .style = ButtonStyle::primary, .icon = Icon::tablet};
    const ButtonSpec brief{.name = c.words("home.brief"), .style = ButtonStyle::text};
    const bool one_row = button_width(ui, over) + button_width(ui, brief) + ui.px(12) <= width;
    const float name_height = text_height(ui, next.client.name, Font::heading, width);
    const float words_height = text_height(ui, words, Font::body, width);
    const float example_height = next.client.example ? ui.text_px(36) + ui.px(24) : ui.px(12);
    const float buttons_height = one_row ? ui.text_px(64) : 2 * ui.text_px(64) + ui.px(8);
    const float height = ui.line_height(Font::caption) + name_height + words_height +
                         example_height + buttons_height + ui.px(8 + 8 + 12 + 48);

    const Rect rect = cut_top(list, std::max(height, ui.px(292)), ui.px(24));
    card(ui, rect, {.name = c.words("homework.next_session")});
    Rect inside = rect;
    if (picture)
        body_picture(c, cut_right(inside, picture_width), {{0, 0.75F, 0}, 0, 0, 0.62F},
                     ui.px(size::radius_card));
    inside = inside.inset(ui.px(28), ui.px(24));
    std::string when =
        c.words("home.next_at", {{"time", engine::clock_time(next.appointment.start)}});
    if (!next.appointment.room.empty())
        when += " \u00b7 " + c.words("home.room", {{"room", next.appointment.room}});
    text(ui, cut_top(inside, ui.line_height(Font::caption), ui.px(8)), when,
         {.font = Font::caption, .color = ui.theme().ink2});
    text(ui, cut_top(inside, name_height, ui.px(8)), next.client.name,
         {.font = Font::heading, .wrap = true, .role = Role::heading});
    text(ui, cut_top(inside, words_height, ui.px(12)), words,
         {.color = ui.theme().ink2, .wrap = true});
    if (next.client.example) {
        const std::string_view example = c.words("share.example");
        const Rect place = cut_top(inside, ui.text_px(36));
        pill(ui,
             {place.x, place.y, std::min(place.w, pill_width(ui, example, Icon::info)), place.h},
             example, Icon::info, Tone::info);
    }
    Rect buttons = cut_bottom(inside, buttons_height);
    const Rect first = one_row ? cut_left(buttons, button_width(ui, over), ui.px(12))
                               : cut_top(buttons, ui.text_px(64), ui.px(8));
    if (button(ui, first, over))
        c.out.act(OpenFromShelf{next.id, Screen::welcome});
    if (button(ui, {buttons.x, buttons.y, std::min(buttons.w, button_width(ui, brief)), first.h},
               brief))
        c.out.act(OpenFromShelf{next.id, Screen::brief});
}

void empty_card(ScreenContext &c, const Rect &rect) {
    Ui &ui = c.ui;
    card(ui, rect, {.name = c.words(c.reads_shelf ? "home.reading" : "home.no_sessions")});
    Rect inside = rect.inset(ui.px(28), ui.px(24));
    const bool searching = !c.state.client_filter.empty();
    const auto [title, what] = c.reads_shelf ? std::pair{"home.reading", "home.reading_what"}
                               : searching   ? std::pair{"home.nobody_today", "home.clear_search"}
                                             : std::pair{"home.none_to_come", "home.start_one"};
    text(ui, cut_top(inside, ui.line_height(Font::heading), ui.px(12)), c.words(title),
         {.font = Font::heading, .role = Role::heading});
    text(ui, inside, c.words(what), {.color = ui.theme().ink2, .wrap = true});
}

} // namespace

std::string plan_line(const Phrases &words, const SessionRow &session) {
    return words("home.plan_line", {{"kind", word(words, session.appointment.kind)},
                                    {"minutes", std::to_string(session.appointment.minutes)}});
}

Pill pill_of(const Phrases &words, const SessionRow &session) {
    if (session.is_signed)
        return {words("sign.signed"), Icon::check, Tone::good};
    switch (session.stage) {
    case Stage::closed:
        return {words("home.closed"), Icon::check, Tone::good};
    case Stage::ready:
        return {words("home.marked"), Icon::none, Tone::info};
    case Stage::before:
        break;
    }
    return {words("home.not_marked"), Icon::none, Tone::neutral};
}

void today_list(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    for (const Unreadable &broken : c.shelf.unreadable) {
        const Message message{.tone = Tone::bad,
                              .icon = Icon::warn,
                              .title = c.words("home.cannot_open"),
                              .words = broken.message};
        const float height = message_card(ui, list, message, false);
        message_card(ui, cut_top(list, height, ui.px(16)), message);
    }
    const TodayRow *next = next_session(c.shelf);
    if (next != nullptr)
        next_card(c, list, *next);
    else
        empty_card(c, cut_top(list, ui.text_px(110) + ui.px(48), ui.px(24)));

    const std::size_t sessions = c.shelf.today.size();
    Rect head = cut_top(list, ui.line_height(Font::title), ui.px(12));
    const std::string count = c.words.count("home.in_all", static_cast<int>(sessions));
    text(ui, cut_right(head, text_width(ui, count, Font::caption) + ui.px(4)), count,
         {.font = Font::caption, .color = ui.theme().ink2, .middle = true});
    text(ui, head, c.words("home.today"), {.font = Font::title, .role = Role::heading});
    for (const TodayRow &row : c.shelf.today) {
        if (&row == next)
            continue;
        const SessionRow &session = row.session;
        const std::string time = engine::clock_time(session.appointment.start);
        if (list_row(c, list,
                     {session.id, time, widest_time, session.client.name,
                      plan_line(c.words, session), pill_of(c.words, session)}))
            c.out.act(OpenFromShelf{session.id, Screen::brief});
    }
}

bool list_row(ScreenContext &c, Rect &list, const RowSpec &row) {
    Ui &ui = c.ui;
    const Scope scope(ui, row.id);
    const float left_width =
        std::max(text_width(ui, row.widest, Font::title), text_width(ui, row.left, Font::title)) +
        ui.px(4);
    const float pill_space =
        row.pill.words.empty() ? 0 : pill_width(ui, row.pill.words, row.pill.icon) + ui.px(12);
    float words_width = list.w - left_width - ui.px(2 * 20 + 16 + 24 + 4);
    const bool with_pill = pill_space > 0 && words_width - pill_space > ui.text_px(190);
    if (with_pill)
        words_width -= pill_space;
    const float title_height = text_height(ui, row.title, Font::body_strong, words_width);
    const float line_height = text_height(ui, row.line, Font::caption, words_width);
    const float words_height = title_height + line_height;

    const Rect rect = cut_top(list, words_height + ui.px(26), ui.px(12));
    const std::string name = c.words("home.row", {{"title", row.title}, {"when", row.left}});
    const bool tapped = card(ui, rect, {.name = name, .target = true, .flat = true});
    Rect inside = rect.inset(ui.px(20), ui.px(12));
    draw_text(ui, cut_left(inside, left_width, ui.px(16)), row.left,
              {.font = Font::title, .middle = true});
    icon(ui, Icon::chevron, cut_right(inside, ui.px(24), ui.px(4)).center(), ui.px(24),
         ui.theme().ink);
    if (with_pill) {
        const Rect place = cut_right(inside, pill_space - ui.px(12), ui.px(12));
        pill(ui, {place.x, place.center().y - ui.text_px(18), place.w, ui.text_px(36)},
             row.pill.words, row.pill.icon, row.pill.tone);
    }
    const float top = inside.center().y - words_height / 2;
    draw_text(ui, {inside.x, top, inside.w, title_height}, row.title,
              {.font = Font::body_strong, .wrap = true});
    draw_text(ui, {inside.x, top + title_height, inside.w, line_height}, row.line,
              {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    return tapped;
}

} // namespace app
