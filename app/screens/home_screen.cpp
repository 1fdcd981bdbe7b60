#include "model/words.hpp"
#include "screens/body_stage.hpp"
#include "screens/chrome.hpp"
#include "screens/mark_sheet.hpp"
#include "screens/present.hpp"

#include <algorithm>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

bool same_day(engine::Timestamp a, engine::Timestamp b) {
    const auto x = engine::calendar(a);
    const auto y = engine::calendar(b);
    return x.year == y.year && x.month == y.month && x.day == y.day;
}

struct Day {
    std::vector<const Document *> today;   ///< by time
    std::vector<const Document *> earlier; ///< newest first, one per client
};

bool matches(const Document &document, const std::string &filter) {
    const auto lower = [](std::string words) {
        for (char &letter : words)
            letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        return words;
    };
    return lower(document.client.name).find(lower(filter)) != std::string::npos;
}

Day day_of(const ScreenContext &c) {
    Day day;
    for (const Document &document : c.shelf.sessions)
        if (matches(document, c.state.client_filter) && same_day(document.appointment.start, c.now))
            day.today.push_back(&document);
    for (auto it = c.shelf.sessions.rbegin(); it != c.shelf.sessions.rend(); ++it) {
        const bool seen =
            std::any_of(day.earlier.begin(), day.earlier.end(),
                        [&](const Document *other) { return other->client.id == it->client.id; });
        if (!seen && matches(*it, c.state.client_filter) && !same_day(it->appointment.start, c.now))
            day.earlier.push_back(&*it);
    }
    return day;
}

const Document *next_session(const Day &day) {
    const auto open = std::find_if(day.today.begin(), day.today.end(),
                                   [](const Document *d) { return d->stage == Stage::before; });
    return open != day.today.end() ? *open : nullptr;
}

std::string plan_line(const Document &document) {
    return std::string(word(document.appointment.kind)) + ", " +
           std::to_string(document.appointment.minutes) + " min";
}

const Document *session_before(const ScreenContext &c, const Document &document) {
    const Document *last = nullptr;
    for (const Document &other : c.shelf.sessions)
        if (other.client.id == document.client.id && other.id != document.id &&
            other.appointment.start.unix_ms < document.appointment.start.unix_ms)
            last = &other;
    return last;
}

void next_card(ScreenContext &c, const Rect &rect, const Document &next) {
    Ui &ui = c.ui;
    card(ui, rect, {.name = "Next session"});
    Rect inside = rect;
    const bool picture = rect.w >= ui.px(600) && ui.config().text_scale_percent < 150;
    if (picture) {
        const Rect stage = cut_right(inside, ui.px(228));
        body_picture(c, stage, {{0, 1270, 0}, 0, 0, 1050}, ui.px(size::radius_card));
    }
    inside = inside.inset(ui.px(28), ui.px(24));
    std::string when = "Next, at " + engine::clock_time(next.appointment.start);
    if (!next.appointment.room.empty())
        when += " · room " + next.appointment.room;
    text(ui, cut_top(inside, ui.line_height(Font::caption), ui.px(8)), when,
         {.font = Font::caption, .color = ui.theme().ink2});
    text(ui, cut_top(inside, ui.line_height(Font::heading), ui.px(8)), next.client.name,
         {.font = Font::heading, .role = Role::heading});
    std::string words = plan_line(next) + ".";
    if (const Document *last = session_before(c, next))
        words += " Last here " + engine::day_and_month(last->appointment.start) + ".";
    const float height = text(ui, inside, words, {.color = ui.theme().ink2, .wrap = true});
    cut_top(inside, height, ui.px(12));
    if (next.client.example) {
        const std::string_view example = "Example, not a real person";
        const Rect row = cut_top(inside, ui.text_px(36), ui.px(16));
        pill(ui, {row.x, row.y, std::min(row.w, pill_width(ui, example, Icon::info)), row.h},
             example, Icon::info, Tone::info);
    }
    Rect buttons = cut_bottom(inside, ui.text_px(64));
    const std::string hand = "Hand over to " + first_name(next.client.name);
    const ButtonSpec over{.name = hand, .style = ButtonStyle::primary, .icon = Icon::tablet};
    if (button(ui, cut_left(buttons, std::min(buttons.w, button_width(ui, over)), ui.px(12)), over))
        c.out.act(OpenFromShelf{next.id, Screen::welcome});
    const ButtonSpec brief{.name = "Open brief", .style = ButtonStyle::text};
    if (buttons.w >= button_width(ui, brief) &&
        button(ui, cut_left(buttons, button_width(ui, brief)), brief))
        c.out.act(OpenFromShelf{next.id, Screen::brief});
}

void empty_card(ScreenContext &c, const Rect &rect) {
    Ui &ui = c.ui;
    card(ui, rect, {.name = "No sessions"});
    Rect inside = rect.inset(ui.px(28), ui.px(24));
    const bool searching = !c.state.client_filter.empty();
    const std::string_view title = searching ? "Nobody with this name today" : "No session to come";
    text(ui, cut_top(inside, ui.line_height(Font::heading), ui.px(12)), title,
         {.font = Font::heading, .role = Role::heading});
    text(ui, inside,
         searching ? "Clear the search to see everybody." : "Start one when a client comes in.",
         {.color = ui.theme().ink2, .wrap = true});
}

void session_row(ScreenContext &c, const Rect &rect, const Document &document,
                 const std::string &left, Screen screen) {
    Ui &ui = c.ui;
    const Scope scope(ui, document.id);
    const Theme &theme = ui.theme();
    if (card(ui, rect, {.name = document.client.name + ", " + left, .target = true, .flat = true}))
        c.out.act(OpenFromShelf{document.id, screen});
    Rect inside = rect.inset(ui.px(20), ui.px(12));
    const float time_width = text_width(ui, "00:00", Font::title) + ui.px(4);
    draw_text(ui, cut_left(inside, time_width, ui.px(16)), left,
              {.font = Font::title, .middle = true});
    icon(ui, Icon::chevron, cut_right(inside, ui.px(24), ui.px(4)).center(), ui.px(24), theme.ink);
    const std::string_view state = document.stage == Stage::closed  ? "Closed"
                                   : document.stage == Stage::ready ? "Marked"
                                                                    : "Not marked";
    const Tone tone = document.stage == Stage::closed  ? Tone::good
                      : document.stage == Stage::ready ? Tone::info
                                                       : Tone::neutral;
    const Icon sign = document.stage == Stage::closed ? Icon::check : Icon::none;
    const float width = pill_width(ui, state, sign);
    if (inside.w > width + ui.px(160)) {
        const Rect place = cut_right(inside, width, ui.px(12));
        pill(ui, {place.x, place.center().y - ui.text_px(18), width, ui.text_px(36)}, state, sign,
             tone);
    }
    const float line1 = ui.line_height(Font::body_strong);
    const float line2 = ui.line_height(Font::caption);
    const float top = inside.center().y - (line1 + line2) / 2;
    draw_text(ui, {inside.x, top, inside.w, line1}, document.client.name,
              {.font = Font::body_strong});
    draw_text(ui, {inside.x, top + line1, inside.w, line2}, plan_line(document),
              {.font = Font::caption, .color = theme.ink2});
}

float row_height(const Ui &ui) {
    return ui.text_px(52) + ui.px(24);
}

void today_column(ScreenContext &c, const Rect &rect, const Day &day) {
    Ui &ui = c.ui;
    ScrollArea area(ui, "today", rect);
    Rect list = area.content();
    const float top = list.y;
    for (const Unreadable &broken : c.shelf.unreadable) {
        const Message message{.tone = Tone::bad,
                              .icon = Icon::warn,
                              .title = "A session cannot be opened",
                              .words = broken.message};
        const float height = message_card(ui, list, message, false);
        message_card(ui, cut_top(list, height, ui.px(16)), message);
    }
    const float height = std::max(ui.px(292), ui.text_px(220) + ui.px(60));
    const Document *next = next_session(day);
    if (next != nullptr)
        next_card(c, cut_top(list, height, ui.px(24)), *next);
    else
        empty_card(c, cut_top(list, ui.text_px(110) + ui.px(48), ui.px(24)));

    Rect head = cut_top(list, ui.line_height(Font::title), ui.px(12));
    const std::string count = std::to_string(day.today.size()) +
                              (day.today.size() == 1 ? " session in all" : " sessions in all");
    text(ui, cut_right(head, text_width(ui, count, Font::caption) + ui.px(4)), count,
         {.font = Font::caption, .color = ui.theme().ink2, .middle = true});
    text(ui, head, "Today", {.font = Font::title, .role = Role::heading});
    for (const Document *document : day.today)
        if (document != next)
            session_row(c, cut_top(list, row_height(ui), ui.px(12)), *document,
                        engine::clock_time(document->appointment.start), Screen::brief);
    area.used(list.y - top);
}

void earlier_column(ScreenContext &c, Rect rect, const Day &day) {
    Ui &ui = c.ui;
    const Rect foot = cut_bottom(rect, ui.text_px(64), ui.px(16));
    if (button(ui, foot, {.name = "New session", .icon = Icon::plus}))
        c.state.new_session_open = true;
    panel_heading(c, rect, "Last sessions");
    ScrollArea area(ui, "earlier", rect);
    Rect list = area.content();
    const float top = list.y;
    for (const Document *document : day.earlier)
        session_row(c, cut_top(list, row_height(ui), ui.px(12)), *document,
                    engine::short_date(document->appointment.start), Screen::share);
    if (day.earlier.empty())
        cut_top(list, text(ui, list, "Sessions of other days are listed here.",
                           {.color = ui.theme().ink2, .wrap = true}));
    area.used(list.y - top);
}

void new_session_sheet(ScreenContext &c) {
    Ui &ui = c.ui;
    const Sheet sheet(ui, "New session", c.state.new_session_open, sheet_rect(ui));
    if (!sheet.visible() || !c.state.new_session_open)
        return;
    Rect rest = sheet.content();
    Rect head = cut_top(rest, ui.text_px(56), ui.px(24));
    const Rect cross = cut_right(head, ui.text_px(56), ui.px(8));
    text(ui, head, "New session", {.font = Font::heading, .middle = true, .role = Role::heading});
    if (button(
            ui, cross,
            {.name = "Close", .style = ButtonStyle::soft, .icon = Icon::close, .icon_only = true}))
        c.state.new_session_open = false;
    text(ui, cut_top(rest, ui.line_height(Font::caption), ui.px(4)), "Client's name",
         {.font = Font::caption, .color = ui.theme().ink2});
    text_field(ui, cut_top(rest, ui.text_px(56), ui.px(24)),
               {.name = "Client's name", .placeholder = "First and last name", .max_bytes = 120},
               c.state.new_name);
    text(ui, cut_top(rest, ui.line_height(Font::caption), ui.px(4)), "Booked time",
         {.font = Font::caption, .color = ui.theme().ink2});
    if (const auto minutes = stepper(ui, cut_top(rest, ui.text_px(60), ui.px(24)),
                                     {.name = "Booked time",
                                      .value = c.state.new_minutes,
                                      .low = 10,
                                      .high = 180,
                                      .step = 5,
                                      .unit = " min"}))
        c.state.new_minutes = *minutes;
    if (primary_at_foot(c, rest, "Start", !c.state.new_name.empty())) {
        c.out.act(NewSession{c.state.new_name, c.state.new_minutes});
        c.state.new_session_open = false;
        c.state.new_name.clear();
    }
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
               {.name = "Find a client",
                .placeholder = "Find a client",
                .icon = Icon::search,
                .max_bytes = 120},
               c.state.client_filter);
    text(ui, head, engine::day_title(c.now),
         {.font = Font::heading, .middle = true, .role = Role::heading});

    const Day day = day_of(c);
    const bool narrow = ui.size().x < ui.px(1200) || ui.config().text_scale_percent >= 150;
    const Rect right = cut_right(rest, narrow ? rest.w * 0.38F : ui.px(400), ui.px(size::gutter));
    today_column(c, rest, day);
    earlier_column(c, right, day);
    new_session_sheet(c);
}

} // namespace app
