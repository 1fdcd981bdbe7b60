#include "model/session/last_marks.hpp"
#include "model/session/words.hpp"
#include "screens/frame/advice_cards.hpp"
#include "screens/frame/beneath_list.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/intake_lines.hpp"
#include "screens/frame/sheet_parts.hpp"
#include "screens/stage/body_stage.hpp"
#include "screens/stage/figure_sheet.hpp"
#include "screens/stage/present.hpp"
#include "screens/therapist/plan_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

const Document *last_session(const ScreenContext &c) {
    return c.past.empty() ? nullptr : &c.past.back();
}

// A place that was marked last time or today with a number: how it went.
struct Change {
    std::string area;
    int last;
    int now;
};

std::optional<int> level_at(const Document &document, const std::string &area, Moment moment) {
    for (const Mark &mark : document.marks)
        if (mark.area == area && mark.channel != Channel::avoid)
            return shown_level(mark, moment);
    return {};
}

std::vector<Change> changes(const ScreenContext &c) {
    std::vector<Change> result;
    const Document *last = last_session(c);
    if (last == nullptr || c.document.stage == Stage::before)
        return result;
    for (const Mark &mark : last->marks) {
        // A place that the client has not answered yet has no level of today.
        const auto then = shown_level(mark, Moment::before);
        const auto now = level_at(c.document, mark.area, Moment::before);
        if (then && (now || is_answered(c.document, mark)))
            result.push_back({mark.area, *then, now.value_or(0)});
    }
    std::stable_sort(result.begin(), result.end(), [](const Change &a, const Change &b) {
        return std::max(a.last, a.now) > std::max(b.last, b.now);
    });
    return result;
}

void change_card(ScreenContext &c, const Rect &rect, const Change &change) {
    Ui &ui = c.ui;
    const Theme &theme = ui.theme();
    const std::string place = place_title(c, change.area, Reader::therapist);
    const std::string levels =
        std::to_string(change.last) + " \u2192 " + std::to_string(change.now);
    card(ui, rect, {.name = place + " " + levels});
    Rect inside = rect.inset(ui.px(16), ui.px(12));
    const bool better = change.now < change.last;
    const bool same = change.now == change.last;
    Rect below = cut_bottom(inside, ui.line_height(Font::heading));
    const float diameter = std::min(ui.text_px(44), below.h);
    const Rect sign = cut_right(below, diameter, ui.px(8));
    badge(ui, sign.center(), diameter,
          {.words = "",
           .icon = same     ? Icon::equal
                   : better ? Icon::arrow_down
                            : Icon::arrow_up,
           .fill = same     ? theme.same
                   : better ? theme.better
                            : theme.worse,
           .on = same || theme.dark ? rgb(0x14252A) : rgb(0xFFFFFF)});
    text(ui, below, levels, {.font = Font::heading});
    const bool one_line = inside.h < 2 * ui.line_height(Font::body_strong);
    text(ui, inside, place, {.font = Font::body_strong, .wrap = !one_line});
}

float change_row_height(const Ui &ui) {
    return ui.line_height(Font::body_strong) + ui.line_height(Font::heading) + ui.px(24);
}

// In a list a long name has all the lines that it needs.
float change_card_height(ScreenContext &c, const Change &change, float width) {
    Ui &ui = c.ui;
    const std::string place = place_title(c, change.area, Reader::therapist);
    return text_height(ui, place, Font::body_strong, width - ui.px(2 * 16)) +
           ui.line_height(Font::heading) + ui.px(24);
}

void said_card(ScreenContext &c, Rect &list, const Message &message) {
    const float height = message_card(c.ui, list, message, false);
    message_card(c.ui, cut_top(list, height, c.ui.px(12)), message);
}

// What the rules say: the grave ones above the map's places, the notes below.
void advice_cards(ScreenContext &c, Rect &list, std::span<const Advice> advice, bool notes) {
    for (const Advice &card : advice)
        if ((card.severity == Severity::note) == notes)
            advice_card(c, list, card);
}

// What the lines around places mean.
void legend(ScreenContext &c, Rect &list) {
    cut_top(list,
            text(c.ui, list, c.words("brief.legend"),
                 {.font = Font::caption, .color = c.ui.theme().ink2, .wrap = true}),
            c.ui.px(12));
}

// Below the chosen mark: what it may be about.
void what_lies_beneath(ScreenContext &c, Rect &list, const Mark &mark) {
    const Area *area = c.atlas.area(mark.area);
    if (area == nullptr)
        return;
    const bool all = mark.regions == area->regions;
    const auto regions =
        beneath_list(c, list, *area, all ? std::vector<std::string>{} : mark.regions);
    if (regions && c.document.stage != Stage::closed)
        c.out.emit(SetMarkRegions{mark.id, *regions});
}

void what_the_client_said(ScreenContext &c, Rect &list) {
    for (const Mark *mark : marks_by_level(c.document)) {
        if (mark->channel == Channel::avoid) {
            const std::string title = c.words(
                "brief.do_not_touch", {{"place", place_title(c, mark->area, Reader::therapist)}});
            said_card(c, list,
                      {.tone = Tone::caution,
                       .icon = Icon::ban,
                       .title = title,
                       .words = mark->note.empty() ? c.words("brief.no_reason") : mark->note});
            continue;
        }
        const Scope scope(c.ui, mark->id);
        if (mark_card(c, list, *mark, Reader::therapist)) {
            c.out.view.push_back(SelectMark{mark->id});
            c.out.view.push_back(fly_to_mark(c, *mark));
        }
        if (c.view.selected_mark == mark->id)
            what_lies_beneath(c, list, *mark);
    }
}

void last_time(ScreenContext &c, Rect &list) {
    const Document *last = last_session(c);
    if (last == nullptr) {
        said_card(c, list,
                  {.icon = Icon::info,
                   .title = c.words("brief.first_session"),
                   .words = c.words("brief.first_session_what")});
        return;
    }
    std::string words = last->note;
    for (const HomeworkItem &item : last->homework)
        words += (words.empty() ? "" : "\n") + c.words("brief.homework", {{"name", item.name}});
    const std::string title =
        c.words("brief.last_time", {{"day", engine::day_and_month(last->appointment.start)}});
    said_card(c, list, {.icon = Icon::history, .title = title, .words = words});
}

// At the right end of the row. Returns its left edge.
float ghost_switch(ScreenContext &c, const Rect &row) {
    Ui &ui = c.ui;
    const Rect rect{row.right() - ui.px(68), row.center().y - ui.px(24), ui.px(68), ui.px(48)};
    const std::string_view words = c.words("brief.last_session");
    const float width = text_width(ui, words, Font::body_strong);
    if (toggle(ui, rect, c.words("brief.show_last_session"), c.state.ghost))
        c.state.ghost = !c.state.ghost;
    text(ui, {rect.x - width - ui.px(12), rect.y, width + ui.px(4), rect.h}, words,
         {.font = Font::body_strong, .middle = true});
    return rect.x - width - ui.px(12);
}

std::string appointment_line(const Phrases &words, const Document &document) {
    return words("brief.appointment", {{"time", engine::clock_time(document.appointment.start)},
                                       {"minutes", std::to_string(document.appointment.minutes)},
                                       {"kind", word(words, document.appointment.kind)}});
}

// Wishes and answers, a line each.
void what_the_client_answered(ScreenContext &c, Rect &list) {
    if (c.document.intake == Intake{})
        return;
    Ui &ui = c.ui;
    const float pad = ui.px(16), gap = ui.px(6);
    const float width = list.w - 2 * pad;
    const std::vector<IntakeLine> lines = intake_lines(c);
    float height = 2 * pad + ui.line_height(Font::body_strong);
    for (const IntakeLine &line : lines)
        height += gap + text_height(ui, line.words, Font::body, width);
    const Rect ground = cut_top(list, height, ui.px(12));
    card(ui, ground, {.flat = true});
    Rect inside = ground.inset(pad);
    text(ui, cut_top(inside, ui.line_height(Font::body_strong), gap), c.words("brief.answers"),
         {.font = Font::body_strong, .role = Role::heading});
    for (const IntakeLine &line : lines)
        cut_top(inside, text(ui, inside, line.words, {.wrap = true}), gap);
}

void brief_panel(ScreenContext &c, Rect panel, std::span<const Change> changed,
                 bool room_for_ghost) {
    Ui &ui = c.ui;
    const std::string next =
        c.words("plan.make", {{"minutes", std::to_string(c.document.appointment.minutes)}});
    if (c.document.stage == Stage::before) {
        if (primary_at_foot(
                c, panel,
                c.words("brief.hand_over", {{"name", first_name(c.document.client.name)}})))
            c.out.act(GoTo{Screen::welcome});
    } else if (primary_at_foot(c, panel, next)) {
        if (c.document.plan.empty() && c.document.stage != Stage::closed)
            propose(c);
        c.out.act(GoTo{Screen::plan});
    }
    const std::vector<Advice> advice = advice_now(c);
    ScrollArea area(ui, "brief", panel);
    Rect list = area.content();
    const float top = list.y;
    if (c.document.stage == Stage::before && c.document.marks.empty())
        said_card(c, list,
                  {.icon = Icon::tablet,
                   .title = c.words("brief.not_marked"),
                   .words = c.words("brief.not_marked_what")});
    advice_cards(c, list, advice, false);
    for (const Change &change : changed)
        change_card(c, cut_top(list, change_card_height(c, change, list.w), ui.px(12)), change);
    what_the_client_said(c, list);
    what_the_client_answered(c, list);
    advice_cards(c, list, advice, true);
    last_time(c, list);
    legend(c, list);
    if (ui.large_words()) { // too large for the stage
        if (last_session(c) != nullptr && room_for_ghost)
            ghost_switch(c, cut_top(list, ui.text_px(56), ui.px(8)));
        figure_row(c, list, Reader::therapist);
    }
    area.used(list.y - top);
}

void change_strip(ScreenContext &c, const Split &split, Rect row, std::span<const Change> changed) {
    const std::size_t most = split.stage.w < c.ui.px(560) ? 2 : 3;
    const int shown = static_cast<int>(std::min(changed.size(), most));
    cut_bottom(row, c.ui.px(8));
    for (int i = 0; i < shown; ++i)
        change_card(c, column(row, i, shown, c.ui.px(8)), changed[static_cast<std::size_t>(i)]);
}

} // namespace

void brief_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    const bool sheet_open = c.state.figure_open;
    const Rect rest = therapist_frame(c, c.document.client.name,
                                      sheet_open ? "" : appointment_line(c.words, c.document));
    Split split = stage_and_panel(ui, rest);
    if (sheet_open) // the body stays live beside the sheet
        split.stage.w = sheet_rect(ui).x - split.stage.x - ui.px(16);
    // A map that is too small for both sessions shows today's; the changes are written in words.
    const bool room_for_ghost = split.stage.w >= ui.px(400);
    const Document *last = last_session(c);
    const std::vector<Change> changed = changes(c);

    StageSpec spec;
    if (!sheet_open)
        spec.title = last == nullptr
                         ? std::string(c.words("brief.today"))
                         : c.words("brief.today_and",
                                   {{"day", engine::day_and_month(last->appointment.start)}});
    const bool large = ui.large_words();
    spec.title_space = large ? 0 : ui.px(220) + ui.text_px(56);
    spec.names = !sheet_open;
    spec.view_row = !sheet_open;
    spec.ghost = c.state.ghost && room_for_ghost ? last : nullptr;
    spec.care = true;
    const bool on_stage = !changed.empty() && !sheet_open && !large;
    spec.bottom_space = on_stage ? change_row_height(ui) + ui.px(12) : 0;
    const StageEvents events = body_stage(c, split.stage, spec);
    if (events.tapped_mark)
        c.out.view.push_back(SelectMark{*events.tapped_mark});
    if (!sheet_open) {
        if (!large) {
            const Rect head{split.stage.x, split.stage.y + ui.px(16), split.stage.w - ui.px(16),
                            ui.text_px(56)};
            const float right = last != nullptr ? ghost_switch(c, head) : head.right() + ui.px(16);
            figure_button(c, right - ui.px(16), head.y, Reader::therapist);
        }
        if (on_stage)
            change_strip(c, split, events.free_strip, changed);
        brief_panel(c, split.panel, on_stage ? std::span<const Change>{} : changed, room_for_ghost);
    }
    figure_sheet(c, Reader::therapist);
}

} // namespace app
