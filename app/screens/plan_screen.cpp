#include "model/words.hpp"
#include "screens/beneath_list.hpp"
#include "screens/body_stage.hpp"
#include "screens/chrome.hpp"
#include "screens/find_sheet.hpp"
#include "screens/sheet_parts.hpp"

#include <algorithm>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr int first_minutes = 10;

bool in_focus(const Document &document, std::string_view area) {
    return find_item(document, area) != nullptr;
}

void whole_body(ScreenContext &c, const Rect &rect) {
    Ui &ui = c.ui;
    const int left = whole_body_minutes(c.document);
    const bool too_much = left < 0;
    const std::string words = too_much ? "Too much by" : "Whole body";
    const std::string minutes = std::to_string(std::abs(left)) + " min";
    card(ui, rect,
         {.name = words + " " + minutes,
          .flat = true,
          .fill = too_much ? ui.theme().caution_soft : ui.theme().surface});
    Rect inside = rect.inset(ui.px(20), ui.px(8));
    const Color ink = too_much ? ui.theme().on_caution_soft : ui.theme().ink;
    text(ui, cut_right(inside, text_width(ui, minutes, Font::title) + ui.px(4)), minutes,
         {.font = Font::title, .color = ink, .middle = true});
    text(ui, inside, words, {.font = Font::body_strong, .color = ink, .middle = true});
}

/// "Whole area", or what exactly is meant.
std::string structures_of(const Atlas &atlas, const PlanItem &focus) {
    std::string names;
    for (const std::string &id : focus.regions)
        if (const Region *region = atlas.region(id))
            names += (names.empty() ? "" : ", ") + region->anatomical;
    return names.empty() ? "Whole area" : capital(names);
}

void focus_card(ScreenContext &c, const Rect &rect, const PlanItem &focus) {
    Ui &ui = c.ui;
    const Scope scope(ui, focus.part);
    const std::string place = place_title(c, focus.part, Reader::therapist);
    card(ui, rect, {.name = place});
    Rect inside = rect.inset(ui.px(20), ui.px(16));
    const bool large = ui.config().text_scale_percent >= 150;
    const Rect title = large ? cut_top(inside, ui.text_px(60)) : Rect{};
    Rect row = cut_top(inside, ui.text_px(60), ui.px(12));
    const Rect remove = cut_right(row, ui.text_px(56), ui.px(8));
    const Rect minutes = cut_right(row, std::min(ui.text_px(176), row.w), ui.px(12));
    text(ui, large ? title : row, place, {.font = Font::body_strong, .wrap = true, .middle = true});
    if (const auto picked = stepper(ui, minutes,
                                    {.name = "Minutes, " + place,
                                     .value = focus.minutes,
                                     .low = 1,
                                     .high = 180,
                                     .step = focus.minutes >= 5 ? 5 : 1,
                                     .unit = " min"}))
        c.out.emit(SetMinutes{focus.part, *picked});
    if (button(ui, remove,
               {.name = "Remove " + place,
                .style = ButtonStyle::danger,
                .icon = Icon::trash,
                .icon_only = true}))
        c.out.emit(RemoveFocus{focus.part});
    const std::string structures = structures_of(c.atlas, focus);
    const bool open = c.state.open_beneath == focus.part;
    if (button(ui, cut_bottom(inside, ui.text_px(56), ui.px(8)),
               {.name = structures,
                .style = ButtonStyle::text,
                .icon = Icon::layers,
                .trailing = open ? Icon::close : Icon::down,
                .align = Align::left}))
        c.state.open_beneath = open ? std::string() : focus.part;
    if (const auto note = committed_text(
            c, inside, {.name = "Note, " + place, .placeholder = "Note for this area"},
            "focus note " + focus.part, focus.note))
        c.out.emit(SetFocusNote{focus.part, *note});
}

float focus_card_height(const Ui &ui) {
    const bool large = ui.config().text_scale_percent >= 150; // the title has a row of its own
    return ui.text_px(large ? 120 : 60) + 2 * ui.text_px(56) + ui.px(12) + ui.px(8) + ui.px(32);
}

// The structures below the card that was opened.
void what_lies_beneath(ScreenContext &c, Rect &list, const PlanItem &focus) {
    const Area *area = c.atlas.area(focus.part);
    if (area == nullptr || c.state.open_beneath != focus.part)
        return;
    if (const auto regions = beneath_list(c, list, *area, focus.regions))
        c.out.emit(SetFocusRegions{focus.part, *regions});
}

// What the client marked and is not in the plan yet: one tap adds it.
void suggestions(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    for (const Mark *mark : marks_by_level(c.document)) {
        if (mark->channel == Channel::avoid || in_focus(c.document, mark->area))
            continue;
        const std::string name = "Add " + place_title(c, mark->area, Reader::therapist);
        if (button(ui, cut_top(list, ui.text_px(56), ui.px(8)),
                   {.name = name,
                    .style = ButtonStyle::soft,
                    .icon = Icon::plus,
                    .align = Align::left}))
            c.out.emit(AddFocus{mark->area, first_minutes});
    }
}

void plan_panel(ScreenContext &c, Rect panel) {
    Ui &ui = c.ui;
    const std::string booked = std::to_string(c.document.appointment.minutes) + " min booked";
    panel_heading(c, panel, "Focus areas", booked);
    if (primary_at_foot(c, panel, "Next: after"))
        c.out.act(GoTo{Screen::after});

    ScrollArea area(ui, "plan", panel);
    Rect list = area.content();
    const float top = list.y;
    whole_body(c, cut_top(list, ui.text_px(56), ui.px(12)));
    for (const PlanItem &focus : c.document.plan) {
        if (!is_focus(focus))
            continue;
        focus_card(c, cut_top(list, focus_card_height(ui), ui.px(12)), focus);
        what_lies_beneath(c, list, focus);
    }
    suggestions(c, list);
    cut_top(
        list,
        text(ui, list, "Tap the body to add a place.", {.color = ui.theme().ink2, .wrap = true}),
        ui.px(16));
    if (ui.config().text_scale_percent >= 150)
        find_row(c, list);
    text(ui, cut_top(list, ui.line_height(Font::button), ui.px(8)), "Note of this session",
         {.font = Font::button, .role = Role::heading});
    if (const auto note =
            committed_text(c, cut_top(list, ui.text_px(120), ui.px(8)),
                           {.name = "Session note",
                            .placeholder = "What you found and did, in plain words. No diagnosis.",
                            .multiline = true},
                           "session note", c.document.note))
        c.out.emit(SetNote{*note});
    area.used(list.y - top);
}

// A place becomes a focus area; a structure is meant exactly. One step for undo.
void add_place(ScreenContext &c, const Place &place) {
    const PlanItem *found = find_item(c.document, place.area);
    const bool is_new = found == nullptr;
    const std::string step = "focus on " + place.area + " " + place.region;
    c.state.open_beneath.clear();
    if (is_new)
        c.out.emit(AddFocus{place.area, first_minutes}, step);
    if (place.region.empty())
        return;
    std::vector<std::string> regions = is_new ? std::vector<std::string>{} : found->regions;
    if (std::find(regions.begin(), regions.end(), place.region) == regions.end())
        regions.push_back(place.region);
    c.out.emit(SetFocusRegions{place.area, regions}, step);
}

} // namespace

void plan_screen(ScreenContext &c) {
    const Rect rest = therapist_frame(c, "Plan", c.document.client.name);
    Split split = stage_and_panel(c.ui, rest);
    if (c.ui.config().text_scale_percent < 150) { // cards with minutes need room
        const float more = std::min(c.ui.px(88), split.stage.w * 0.15F);
        split.panel = {split.panel.x - more, split.panel.y, split.panel.w + more, split.panel.h};
        split.stage.w -= more;
    }
    const bool sheet_open = c.state.find_open;
    if (sheet_open) // the body stays live beside the sheet
        split.stage.w = sheet_rect(c.ui).x - split.stage.x - c.ui.px(16);
    StageSpec spec;
    spec.title = sheet_open ? "" : "Where to spend the time";
    const bool large = c.ui.config().text_scale_percent >= 150;
    spec.title_space = large ? 0 : c.ui.text_px(140);
    spec.pick = true;
    spec.names = !sheet_open;
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
