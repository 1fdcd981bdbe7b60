#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/sheet_parts.hpp"
#include "screens/stage/body_stage.hpp"
#include "screens/stage/comparison.hpp"
#include "screens/stage/find_sheet.hpp"
#include "screens/therapist/plan_list.hpp"
#include "screens/therapist/plan_parts.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr int first_minutes = 10;

int planned_minutes(const Document &document) {
    int minutes = 0;
    for (const PlanItem &item : document.plan)
        minutes += item.minutes;
    return minutes;
}

// "Focus areas 26 min", "Rest of the body 34 min"; what does not add up is said with a way out.
void sums(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    const int booked = c.document.appointment.minutes;
    const int rest = whole_body_minutes(c.document);
    const int over = planned_minutes(c.document) - booked;
    const std::string words = c.words(
        "plan.sums", {{"focus", std::to_string(booked - rest)},
                      {"rest", std::to_string(planned_minutes(c.document) - booked + rest)}});
    cut_top(list, text(ui, list, words, {.font = Font::body_strong, .wrap = true}), ui.px(12));
    if (over == 0)
        return;
    const std::string title = c.words(over > 0 ? "plan.too_much" : "plan.not_shared_out",
                                      {{"minutes", std::to_string(std::abs(over))}});
    const Message message{
        .tone = Tone::caution,
        .icon = Icon::clock,
        .title = title,
        .words = c.words(over > 0 ? "plan.too_much_what" : "plan.not_shared_out_what")};
    const float height = message_card(ui, list, message, false);
    message_card(ui, cut_top(list, height, ui.px(12)), message);
}

void empty_plan(ScreenContext &c, Rect &list) {
    const Message message{.icon = Icon::list_checks,
                          .title = c.words("plan.none"),
                          .words = c.words("plan.none_what")};
    const float height = message_card(c.ui, list, message, false);
    message_card(c.ui, cut_top(list, height, c.ui.px(12)), message);
}

void session_note(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    cut_top(list, 0, ui.px(8));
    text(ui, cut_top(list, ui.line_height(Font::button), ui.px(8)), c.words("plan.session_note"),
         {.font = Font::button, .role = Role::heading});
    if (const auto note = committed_text(c, cut_top(list, ui.text_px(120), ui.px(8)),
                                         {.name = c.words("plan.session_note_name"),
                                          .placeholder = c.words("plan.session_note_hint"),
                                          .multiline = true},
                                         "session note", c.document.note))
        c.out.emit(SetNote{*note});
}

// A place becomes a focus area; a structure is meant exactly. One step for undo.
void add_place(ScreenContext &c, const Place &place) {
    const PlanItem *found = find_item(c.document, place.area);
    const std::string step = "focus on " + place.area + " " + place.region;
    c.state.open_item = place.area;
    if (found == nullptr)
        replan(c, AddFocus{place.area, first_minutes}, step);
    if (place.region.empty())
        return;
    std::vector<std::string> regions =
        found == nullptr ? std::vector<std::string>{} : found->regions;
    if (std::ranges::count(regions, place.region) == 0)
        regions.push_back(place.region);
    c.out.emit(SetFocusRegions{place.area, regions}, step);
}

void plan_panel(ScreenContext &c, Rect panel) {
    Ui &ui = c.ui;
    const int booked = c.document.appointment.minutes;
    const bool empty = c.document.plan.empty();
    panel_heading(c, panel, c.words("plan.booked", {{"minutes", std::to_string(booked)}}),
                  empty ? ""
                        : c.words("plan.planned",
                                  {{"minutes", std::to_string(planned_minutes(c.document))}}));
    if (primary_at_foot(c, panel,
                        empty ? c.words("plan.make", {{"minutes", std::to_string(booked)}})
                              : std::string(c.words("plan.next")))) {
        if (empty)
            propose(c);
        else
            c.out.act(GoTo{Screen::treat});
    }
    ScrollArea area(ui, "plan", panel);
    Rect list = area.content();
    const float top = list.y;
    if (empty) {
        empty_plan(c, list);
    } else {
        sums(c, list);
        if (const auto added = comparison(c, list))
            add_place(c, {*added, {}});
        plan_list(c, list);
    }
    cut_top(list,
            text(ui, list, c.words("plan.tap_the_body"), {.color = ui.theme().ink2, .wrap = true}),
            ui.px(8));
    if (ui.large_words())
        find_row(c, list);
    session_note(c, list);
    area.used(list.y - top);
}

// Rows with minutes need room: the panel takes it from the stage.
Split split_of(const Ui &ui, const Rect &rest) {
    Split split = stage_and_panel(ui, rest);
    if (ui.large_words())
        return split;
    const float more = ui.px(ui.size().x < ui.px(1200) ? 168 : 200);
    split.panel = {split.panel.x - more, split.panel.y, split.panel.w + more, split.panel.h};
    split.stage.w -= more;
    return split;
}

} // namespace

void plan_screen(ScreenContext &c) {
    const Rect rest = therapist_frame(c, c.words("plan.title"), c.document.client.name);
    Split split = split_of(c.ui, rest);
    const bool sheet_open = c.state.find_open;
    if (sheet_open) // the body stays live beside the sheet
        split.stage.w = sheet_rect(c.ui).x - split.stage.x - c.ui.px(16);
    StageSpec spec;
    if (!sheet_open)
        spec.title = c.words("plan.where");
    const bool large = c.ui.large_words();
    spec.title_space = large ? 0 : c.ui.text_px(140);
    spec.pick = true;
    spec.names = !sheet_open && !c.state.differ;
    spec.compare = c.state.differ;
    spec.view_row = !sheet_open;
    const StageEvents events = body_stage(c, split.stage, spec);
    if (!sheet_open && !large)
        find_button(c, split.stage);
    if (events.tapped_place)
        add_place(c, *events.tapped_place);
    if (events.tapped_mark)
        if (const Mark *mark = find_mark(c.document, *events.tapped_mark))
            add_place(c, {mark->area, {}});
    if (!sheet_open)
        plan_panel(c, split.panel);
    if (const auto place = find_sheet(c, Reader::therapist)) {
        add_place(c, *place);
        c.out.view.push_back(FlyTo{c.places.view_of(tags_of(c.places, *place))});
    }
}

} // namespace app
