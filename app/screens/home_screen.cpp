#include "model/words.hpp"
#include "screens/body_stage.hpp"
#include "screens/chrome.hpp"
#include "screens/present.hpp"
#include "screens/sheet_parts.hpp"

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

std::string plan_line(const Phrases &words, const Document &document) {
    return std::string(word(words, document.appointment.kind)) + ", " +
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

std::string next_words(const ScreenContext &c, const Document &next) {
    std::string words = plan_line(c.words, next) + ".";
    if (const Document *last = session_before(c, next))
        words += " Last here " + engine::day_and_month(last->appointment.start) + ".";
    return words;
}

// The one card that matters: who comes next. Words wrap and the card grows with them.
void next_card(ScreenContext &c, Rect &list, const Document &next) {
    Ui &ui = c.ui;
    const bool picture = list.w >= ui.px(600) && ui.config().text_scale_percent < 150;
    const float picture_width = picture ? ui.px(228) : 0;
    const float width = list.w - picture_width - ui.px(56);
    const std::string words = next_words(c, next);
    const std::string hand = "Hand over to " + first_name(next.client.name);
    const ButtonSpec over{.name = hand, .style = ButtonStyle::primary, .icon = Icon::tablet};
    const ButtonSpec brief{.name = "Open brief", .style = ButtonStyle::text};
    const bool one_row = button_width(ui, over) + button_width(ui, brief) + ui.px(12) <= width;
    const float name_height = text_height(ui, next.client.name, Font::heading, width);
    const float words_height = text_height(ui, words, Font::body, width);
    const float example_height = next.client.example ? ui.text_px(36) + ui.px(24) : ui.px(12);
    const float buttons_height = one_row ? ui.text_px(64) : 2 * ui.text_px(64) + ui.px(8);
    const float height = ui.line_height(Font::caption) + name_height + words_height +
                         example_height + buttons_height + ui.px(8 + 8 + 12 + 48);

    const Rect rect = cut_top(list, std::max(height, ui.px(292)), ui.px(24));
    card(ui, rect, {.name = "Next session"});
    Rect inside = rect;
    if (picture)
        body_picture(c, cut_right(inside, picture_width), {{0, 0.75F, 0}, 0, 0, 0.62F},
                     ui.px(size::radius_card));
    inside = inside.inset(ui.px(28), ui.px(24));
    std::string when = "Next, at " + engine::clock_time(next.appointment.start);
    if (!next.appointment.room.empty())
        when += " \u00b7 room " + next.appointment.room;
    text(ui, cut_top(inside, ui.line_height(Font::caption), ui.px(8)), when,
         {.font = Font::caption, .color = ui.theme().ink2});
    text(ui, cut_top(inside, name_height, ui.px(8)), next.client.name,
         {.font = Font::heading, .wrap = true, .role = Role::heading});
    text(ui, cut_top(inside, words_height, ui.px(12)), words,
         {.color = ui.theme().ink2, .wrap = true});
    if (next.client.example) {
        const std::string_view example = "Example, not a real person";
        const Rect row = cut_top(inside, ui.text_px(36));
        pill(ui, {row.x, row.y, std::min(row.w, pill_width(ui, example, Icon::info)), row.h},
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

struct RowState {
    std::string_view words;
    Icon icon;
    Tone tone;
};
RowState row_state(const Document &document) {
    switch (document.stage) {
    case Stage::closed:
        return {"Closed", Icon::check, Tone::good};
    case Stage::ready:
        return {"Marked", Icon::none, Tone::info};
    case Stage::before:
        break;
    }
    return {"Not marked", Icon::none, Tone::neutral};
}

void session_row(ScreenContext &c, Rect &list, const Document &document, const std::string &left,
                 Screen screen) {
    Ui &ui = c.ui;
    const Scope scope(ui, document.id);
    const RowState state = row_state(document);
    const float left_width = text_width(ui, "00:00", Font::title) + ui.px(4);
    const float pill_space = pill_width(ui, state.words, state.icon) + ui.px(12);
    float words_width = list.w - left_width - ui.px(2 * 20 + 16 + 24 + 4);
    const bool with_pill = words_width - pill_space > ui.text_px(190);
    if (with_pill)
        words_width -= pill_space;
    const float name_height = text_height(ui, document.client.name, Font::body_strong, words_width);
    const float line_height =
        text_height(ui, plan_line(c.words, document), Font::caption, words_width);
    const float words_height = name_height + line_height;

    const Rect rect = cut_top(list, words_height + ui.px(26), ui.px(12));
    if (card(ui, rect, {.name = document.client.name + ", " + left, .target = true, .flat = true}))
        c.out.act(OpenFromShelf{document.id, screen});
    Rect inside = rect.inset(ui.px(20), ui.px(12));
    draw_text(ui, cut_left(inside, left_width, ui.px(16)), left,
              {.font = Font::title, .middle = true});
    icon(ui, Icon::chevron, cut_right(inside, ui.px(24), ui.px(4)).center(), ui.px(24),
         ui.theme().ink);
    if (with_pill) {
        const Rect place = cut_right(inside, pill_space - ui.px(12), ui.px(12));
        pill(ui, {place.x, place.center().y - ui.text_px(18), place.w, ui.text_px(36)}, state.words,
             state.icon, state.tone);
    }
    const float top = inside.center().y - words_height / 2;
    draw_text(ui, {inside.x, top, inside.w, name_height}, document.client.name,
              {.font = Font::body_strong, .wrap = true});
    draw_text(ui, {inside.x, top + name_height, inside.w, line_height},
              plan_line(c.words, document),
              {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
}

void today_list(ScreenContext &c, Rect &list, const Day &day) {
    Ui &ui = c.ui;
    for (const Unreadable &broken : c.shelf.unreadable) {
        const Message message{.tone = Tone::bad,
                              .icon = Icon::warn,
                              .title = "A session cannot be opened",
                              .words = broken.message};
        const float height = message_card(ui, list, message, false);
        message_card(ui, cut_top(list, height, ui.px(16)), message);
    }
    const Document *next = next_session(day);
    if (next != nullptr)
        next_card(c, list, *next);
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
            session_row(c, list, *document, engine::clock_time(document->appointment.start),
                        Screen::brief);
}

void earlier_list(ScreenContext &c, Rect &list, const Day &day) {
    Ui &ui = c.ui;
    panel_heading(c, list, "Last sessions");
    for (const Document *document : day.earlier)
        session_row(c, list, *document, engine::short_date(document->appointment.start),
                    Screen::share);
    if (day.earlier.empty())
        cut_top(list, text(ui, list, "Sessions of other days are listed here.",
                           {.color = ui.theme().ink2, .wrap = true}));
}

void open_new_session(ScreenContext &c) {
    c.state.new_session_open = true;
    if (!c.shelf.sessions.empty())
        c.state.new_practice = c.shelf.sessions.back().practice;
}

void new_session_button(ScreenContext &c, const Rect &rect) {
    if (button(c.ui, rect, {.name = "New session", .icon = Icon::plus}))
        open_new_session(c);
}

void two_columns(ScreenContext &c, Rect rest, const Day &day) {
    Ui &ui = c.ui;
    const bool narrow = ui.size().x < ui.px(1200);
    Rect right = cut_right(rest, narrow ? rest.w * 0.4F : ui.px(400), ui.px(size::gutter));
    {
        ScrollArea area(ui, "today", rest);
        Rect list = area.content();
        const float top = list.y;
        today_list(c, list, day);
        area.used(list.y - top);
    }
    new_session_button(c, cut_bottom(right, ui.text_px(64), ui.px(16)));
    ScrollArea area(ui, "earlier", right);
    Rect list = area.content();
    const float top = list.y;
    earlier_list(c, list, day);
    area.used(list.y - top);
}

// Large words have the whole width, one thing below the other.
void one_column(ScreenContext &c, Rect rest, const Day &day) {
    Ui &ui = c.ui;
    new_session_button(c, cut_bottom(rest, ui.text_px(64), ui.px(16)));
    ScrollArea area(ui, "today", rest);
    Rect list = area.content();
    const float top = list.y;
    today_list(c, list, day);
    cut_top(list, 0, ui.px(12));
    earlier_list(c, list, day);
    area.used(list.y - top);
}

void new_session_sheet(ScreenContext &c) {
    Ui &ui = c.ui;
    const Sheet sheet(ui, "New session", c.state.new_session_open, sheet_rect(ui));
    if (!sheet.visible() || !c.state.new_session_open)
        return;
    Rect rest = sheet.content();
    if (sheet_head(c, rest, "New session"))
        c.state.new_session_open = false;
    const bool start = primary_at_foot(c, rest, "Start", !c.state.new_name.empty());
    ScrollArea area(ui, "fields", rest);
    Rect list = area.content();
    const float top = list.y;
    const auto label = [&](std::string_view words) {
        text(ui, cut_top(list, ui.line_height(Font::caption), ui.px(4)), words,
             {.font = Font::caption, .color = ui.theme().ink2});
    };
    const auto field = [&](std::string_view name, std::string_view hint, std::string &value) {
        label(name);
        text_field(ui, cut_top(list, ui.text_px(56), ui.px(20)),
                   {.name = name, .placeholder = hint, .max_bytes = 120}, value);
    };
    field("Client's name", "First and last name", c.state.new_name);
    label("Booked time");
    if (const auto minutes = stepper(ui, cut_top(list, ui.text_px(60), ui.px(20)),
                                     {.name = "Booked time",
                                      .value = c.state.new_minutes,
                                      .low = 10,
                                      .high = 180,
                                      .step = 5,
                                      .unit = " min"}))
        c.state.new_minutes = *minutes;
    field("Clinic", "Name of the clinic", c.state.new_practice.clinic);
    field("Therapist", "Your name", c.state.new_practice.therapist);
    field("Licence", "Licence line, when there is one", c.state.new_practice.licence);
    area.used(list.y - top);
    if (start) {
        Practice practice = c.state.new_practice;
        practice.unknown.clear();
        c.out.act(NewSession{c.state.new_name, c.state.new_minutes, std::move(practice)});
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
    if (ui.config().text_scale_percent >= 150)
        one_column(c, rest, day);
    else
        two_columns(c, rest, day);
    new_session_sheet(c);
}

} // namespace app
