#include "screens/frame/event_sheet.hpp"

#include "model/session/event_day.hpp"
#include "model/session/words.hpp"
#include "model/text/capital.hpp"
#include "model/text/dates.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/sheet_parts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr int days_of_week = 7;

class EventSheet {
  public:
    EventSheet(ScreenContext &c, const Event &event) : c_(c), ui_(c.ui), event_(event) {}

    void draw(Rect content) {
        const bool close = sheet_head(c_, content, c_.words("event.title"));
        const bool done = sheet_foot(c_, content, c_.words("common.done"));
        if (close || done)
            c_.state.event_open = false;
        ScrollArea area(ui_, "event", content.inset(-ui_.px(4), 0));
        Rect rest = area.content().inset(ui_.px(4), 0);
        const float top = rest.y;
        kind(rest);
        month(rest);
        start(rest);
        name(rest);
        area.used(rest.y - top);
    }

  private:
    void change(Event event) {
        c_.out.emit(SetRunSoon{c_.document.intake.run_soon, std::move(event)}, "event");
    }

    void kind(Rect &rest) {
        const std::array<Segment, 2> segments{
            {{c_.words("event.race")}, {c_.words("event.long_run")}}};
        if (const auto tapped = segmented_rows(c_, rest, c_.words("event.kind"), segments,
                                               static_cast<int>(event_.kind))) {
            Event event = event_;
            event.kind = static_cast<EventKind>(*tapped);
            change(event);
        }
        cut_top(rest, 0, ui_.px(16));
    }

    // A page of the calendar: weeks begin on Monday, days before the appointment are closed.
    void month(Rect &rest) {
        const engine::Timestamp today = c_.document.appointment.start;
        const engine::Timestamp first = month_of(today, c_.state.event_month);
        month_row(rest, first);
        const int skipped = (engine::calendar(first).weekday + days_of_week - 1) % days_of_week;
        const int days = days_in_month(first);
        const Rect names = cut_top(rest, ui_.line_height(Font::caption), ui_.px(4));
        for (int day = 0; day < days_of_week; ++day)
            text(ui_, column(names, day, days_of_week, ui_.px(4)),
                 short_weekday(c_.words, (day + 1) % days_of_week),
                 {.font = Font::caption, .color = ui_.theme().ink2, .align = Align::center});
        const float cell = std::max(ui_.px(size::target), ui_.text_px(48));
        Rect row;
        for (int place = 0; place < skipped + days; ++place) {
            if (place % days_of_week == 0)
                row = cut_top(rest, cell, ui_.px(4));
            const int day = place - skipped;
            if (day >= 0)
                day_cell(column(row, place % days_of_week, days_of_week, ui_.px(4)),
                         days_later(first, day), today);
        }
        cut_top(rest, 0, ui_.px(12));
    }

    void month_row(Rect &rest, engine::Timestamp first) {
        Rect row = cut_top(rest, ui_.text_px(56), ui_.px(8));
        const ButtonSpec before{.name = c_.words("event.month_before"),
                                .style = ButtonStyle::text,
                                .icon = Icon::back,
                                .icon_only = true,
                                .enabled = c_.state.event_month > 0};
        if (button(ui_, cut_left(row, ui_.text_px(56), ui_.px(8)), before))
            --c_.state.event_month;
        const ButtonSpec after{.name = c_.words("event.month_after"),
                               .style = ButtonStyle::text,
                               .icon = Icon::next,
                               .icon_only = true};
        if (button(ui_, cut_right(row, ui_.text_px(56), ui_.px(8)), after))
            ++c_.state.event_month;
        text(ui_, row, month_title(c_.words, first),
             {.font = Font::title, .align = Align::center, .middle = true, .role = Role::heading});
    }

    void day_cell(const Rect &cell, engine::Timestamp day, engine::Timestamp today) {
        const bool on = compare_days(day, event_.start) == 0;
        const bool open = compare_days(day, today) >= 0;
        const std::string number = std::to_string(engine::calendar(day).day);
        const Scope scope(ui_, "day " + number);
        if (!button(ui_, cell,
                    {.name = number,
                     .style = on ? ButtonStyle::soft : ButtonStyle::text,
                     .enabled = open}))
            return;
        Event event = event_;
        engine::Calendar chosen = engine::calendar(day);
        const engine::Calendar time = engine::calendar(event_.start);
        chosen.hour = time.hour;
        chosen.minute = time.minute;
        event.start = engine::timestamp(chosen, event_.start.offset_minutes);
        change(event);
    }

    void start(Rect &rest) {
        Rect row = cut_top(rest, ui_.text_px(56), ui_.px(12));
        const bool known = event_.hour_known;
        if (chip(ui_, row, c_.words("event.hour_known"), known)) {
            Event event = event_;
            event.hour_known = !known;
            change(event);
        }
        if (!known)
            return;
        const engine::Calendar time = engine::calendar(event_.start);
        const bool large = ui_.large_words(); // a row for each
        row = cut_top(rest, ui_.text_px(56), ui_.px(12));
        const Rect below = large ? cut_top(rest, ui_.text_px(56), ui_.px(12)) : row;
        const auto hour =
            stepper(ui_, large ? row : column(row, 0, 2, ui_.px(12)),
                    {.name = c_.words("event.hour"), .value = time.hour, .high = 23, .unit = " h"});
        const auto minute = stepper(ui_, large ? below : column(row, 1, 2, ui_.px(12)),
                                    {.name = c_.words("event.minute"),
                                     .value = time.minute,
                                     .high = 55,
                                     .step = 5,
                                     .unit = " min"});
        if (!hour && !minute)
            return;
        Event event = event_;
        engine::Calendar changed = time;
        changed.hour = hour.value_or(time.hour);
        changed.minute = minute.value_or(time.minute);
        event.start = engine::timestamp(changed, event_.start.offset_minutes);
        change(event);
    }

    void name(Rect &rest) {
        const Rect field = cut_top(rest, ui_.text_px(56), ui_.px(12));
        if (const auto typed = committed_text(c_, field,
                                              {.name = c_.words("event.name"),
                                               .placeholder = c_.words("event.name_hint"),
                                               .max_bytes = 80},
                                              "event name", event_.name)) {
            Event event = event_;
            event.name = *typed;
            change(event);
        }
    }

    ScreenContext &c_;
    Ui &ui_;
    const Event &event_;
};

} // namespace

std::string event_words(const Phrases &words, const Event &event) {
    std::string line = capital(day_title(words, event.start));
    if (event.hour_known)
        line += ", " + engine::clock_time(event.start);
    if (!event.name.empty())
        line += ", " + event.name;
    return line;
}

void event_sheet(ScreenContext &c) {
    const bool open = c.state.event_open && c.document.intake.event.has_value();
    const Sheet sheet(c.ui, c.words("event.title"), open, sheet_rect(c.ui));
    if (sheet.visible() && open)
        EventSheet(c, *c.document.intake.event).draw(sheet.content());
}

} // namespace app
