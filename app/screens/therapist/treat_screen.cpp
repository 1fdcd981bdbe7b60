#include "model/atlas/main_zones.hpp"
#include "model/guidance/pressure.hpp"
#include "model/session/treatment_clock.hpp"
#include "screens/frame/advice_cards.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/stage/body_stage.hpp"
#include "screens/stage/find_sheet.hpp"
#include "screens/therapist/plan_parts.hpp"
#include "screens/therapist/treat_parts.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

struct Columns {
    Rect stage, now, hands;
};

// Where room is short the map shrinks first: it is looked at, the others are touched.
Columns columns_of(const Ui &ui, Rect rest) {
    const bool narrow = ui.size().x < ui.px(1200);
    Columns columns;
    columns.hands = cut_right(rest, ui.px(narrow ? 312 : 336), ui.px(20));
    columns.now = cut_right(rest, ui.px(narrow ? 424 : 504), ui.px(20));
    columns.stage = rest;
    return columns;
}

/// What a part looks like on the body: its area, or all areas of its zone.
std::vector<std::uint16_t> tags_of_part(const ScreenContext &c, std::string_view part) {
    const MainZone *zone = main_zone(part);
    std::vector<std::string> regions;
    for (const Area &area : c.atlas.areas())
        if (zone != nullptr ? &main_zone_of(area) == zone : area.id == part)
            regions.insert(regions.end(), area.regions.begin(), area.regions.end());
    return c.places.tags(regions);
}

// Each new item: the camera goes there, and the hands begin there.
void follow(ScreenContext &c, const PlanItem &item) {
    TreatState &treat = c.state.treat;
    if (treat.shown == item.part)
        return;
    treat.shown = item.part;
    treat.place = is_focus(item) ? Place{item.part, {}} : Place{};
    c.out.view.push_back(FlyTo{c.places.view_of(tags_of_part(c, item.part))});
}

// The next whole second of the clock is when the next frame is due.
void tick(ScreenContext &c) {
    if (!is_running(c.document))
        return;
    const std::int64_t running_ms = c.now.unix_ms - c.document.treatment->running_since->unix_ms;
    constexpr std::int64_t second_ms = 1000;
    const std::int64_t rest_ms = second_ms - (running_ms % second_ms + second_ms) % second_ms;
    c.ui.wake_at(c.ui.now_s() + static_cast<double>(rest_ms) / second_ms);
}

/// Which item would come first when the treatment begins or goes on.
const PlanItem *first_item(const Document &document) {
    return item_after(document, {});
}

void show_message(ScreenContext &c, Rect &list, const Message &what) {
    const float height = message_card(c.ui, list, what, false);
    message_card(c.ui, cut_top(list, height, c.ui.px(16)), what);
}

void stage(ScreenContext &c, const Rect &rect) {
    StageSpec spec;
    spec.view_row = false;
    spec.pick = true;
    const StageEvents events = body_stage(c, rect, spec);
    if (events.tapped_place)
        c.state.treat.place = *events.tapped_place;
    if (events.tapped_mark)
        if (const Mark *mark = find_mark(c.document, *events.tapped_mark))
            c.state.treat.place = {mark->area, {}};
}

void end(ScreenContext &c) {
    if (c.document.treatment && !c.document.treatment->ended)
        c.out.emit(EndTreatment{false, c.now});
    c.out.act(GoTo{Screen::after});
}

/// Before the first item, after the last, or after the client said stop.
struct Pause {
    Message words;
    std::string_view primary;
    bool can_begin;
    std::vector<Advice> stops = {}; ///< what speaks against massage today
};

/// A sign that a doctor should see first, or a race that is too close: said once more, where the
/// treatment would begin.
std::vector<Advice> stops_of(const ScreenContext &c) {
    std::vector<Advice> stops = advice_now(c);
    std::erase_if(stops, [](const Advice &one) { return one.severity != Severity::stop; });
    return stops;
}

void pause_panel(ScreenContext &c, Rect panel, const Pause &pause) {
    Ui &ui = c.ui;
    const PlanItem *first = first_item(c.document);
    const bool ends = c.document.treatment.has_value();
    if (primary_at_foot(c, panel, pause.primary)) {
        if (ends)
            end(c);
        else if (first != nullptr)
            c.out.emit(WorkOn{first->part, c.now});
    }
    if (ends && pause.can_begin && first != nullptr &&
        button(ui, cut_bottom(panel, ui.text_px(64), ui.px(12)),
               {.name = c.words("treat.go_on_treating"), .icon = Icon::play}))
        c.out.emit(WorkOn{first->part, c.now});
    ScrollArea area(ui, "pause", panel);
    Rect list = area.content();
    const float top = list.y;
    for (const Advice &stop : pause.stops)
        advice_card(c, list, stop);
    show_message(c, list, pause.words);
    for (const PlanItem &item : c.document.plan) {
        if (item.minutes == 0)
            continue;
        const Scope scope(ui, item.part);
        const std::string name = item_title(c, item.part);
        const std::string minutes =
            c.words("treat.minutes", {{"minutes", std::to_string(item.minutes)}});
        const Rect row = cut_top(list, ui.text_px(64), ui.px(8));
        if (card(ui, row,
                 {.name = c.words("treat.start_with", {{"name", name}}),
                  .target = true,
                  .flat = true}))
            c.out.emit(WorkOn{item.part, c.now});
        Rect inside = row.inset(ui.px(16), 0);
        draw_text(ui, cut_right(inside, text_width(ui, minutes, Font::button) + ui.px(4), ui.px(8)),
                  minutes, {.font = Font::button, .middle = true});
        if (item.outcome)
            icon(ui, *item.outcome == Outcome::done ? Icon::check : Icon::skip,
                 cut_left(inside, ui.text_px(28), ui.px(8)).center(), ui.text_px(24),
                 ui.theme().ink2);
        draw_text(ui, inside, name,
                  {.font = is_focus(item) ? Font::body_strong : Font::body, .middle = true});
    }
    area.used(list.y - top);
}

void no_plan(ScreenContext &c, const Rect &rest) {
    Split split = stage_and_panel(c.ui, rest);
    stage(c, split.stage);
    Rect panel = split.panel;
    if (primary_at_foot(
            c, panel,
            c.words("plan.make", {{"minutes", std::to_string(c.document.appointment.minutes)}}))) {
        propose(c);
        c.out.act(GoTo{Screen::plan});
    }
    show_message(c, panel,
                 {.icon = Icon::list_checks,
                  .title = c.words("plan.none"),
                  .words = c.words("treat.no_plan_what")});
}

void between(ScreenContext &c, const Rect &rest) {
    if (!std::exchange(c.state.treat.shown, {}).empty()) // the camera was near the last item
        c.out.view.push_back(ShowView{NamedView::pair});
    Split split = stage_and_panel(c.ui, rest);
    stage(c, split.stage);
    const auto &treatment = c.document.treatment;
    std::string said_stop;
    Pause pause{
        {.icon = Icon::play, .title = c.words("treat.ready")}, c.words("treat.start"), true};
    if (!treatment) {
        pause.words.words = c.words("treat.ready_what");
        pause.stops = stops_of(c);
        if (std::ranges::any_of(pause.stops, &Advice::blocks_session))
            pause.primary = c.words("treat.start_all_the_same");
    } else if (treatment->stopped_by_client) {
        said_stop =
            c.words("treat.stopped_what", {{"time", engine::clock_time(*treatment->ended)}});
        pause.words = {.tone = Tone::caution,
                       .icon = Icon::stop,
                       .title = c.words("treat.stopped"),
                       .words = said_stop};
        pause.primary = c.words("treat.to_after");
    } else {
        const bool all = first_item(c.document) == nullptr;

        pause.words = {.tone = Tone::good,
                       .icon = Icon::circle_check,
                       .title = c.words(all ? "treat.all_done" : "treat.ended"),
                       .words = c.words(all ? "treat.all_done_what" : "treat.ended_what")};
        pause.primary = c.words("treat.to_after");
    }
    pause_panel(c, split.panel, pause);
}

// Asks to go lighter until somebody has (PRS-R1). Below the map, so that the clock stays in place.
void ease_off_card(ScreenContext &c, Rect &column, const PlanItem &item, const Feedback &asks) {
    Ui &ui = c.ui;
    constexpr int usual = 3;
    const int lower = std::max(1, item.pressure.value_or(usual) - 1);
    const std::string why =
        asks.comfort ? c.words("treat.comfort_of_ten", {{"level", std::to_string(*asks.comfort)}})
                     : std::string(c.words("treat.said_too_much"));
    const float width = column.w - ui.px(2 * 16);
    const float why_height = text_height(ui, why, Font::body_strong, width);
    const float height =
        ui.line_height(Font::heading) + why_height + ui.text_px(64) + ui.px(2 * 16 + 12);
    const Rect rect = cut_bottom(column, height, ui.px(12));
    const Color ink = ui.theme().on_caution_soft;
    card(ui, rect,
         {.name = c.words("treat.ease_off"), .flat = true, .fill = ui.theme().caution_soft});
    Rect inside = rect.inset(ui.px(16));
    if (button(ui, cut_bottom(inside, ui.text_px(64), ui.px(12)),
               {.name = c.words("treat.pressure_to", {{"level", std::to_string(lower)}}),
                .icon = Icon::arrow_down})) {
        c.out.emit(SetPressureUsed{item.part, lower});
        c.state.treat.eased = asks.id;
    }
    text(ui, cut_top(inside, ui.line_height(Font::heading)), c.words("treat.ease_off"),
         {.font = Font::heading, .color = ink});
    text(ui, inside, why, {.font = Font::body_strong, .color = ink, .wrap = true});
}

using Part = void (*)(ScreenContext &, Rect &, const PlanItem &);

// A column that scrolls when it must, above a foot that stays.
void with_foot(ScreenContext &c, std::string_view name, Rect column, Part part, Part foot,
               float foot_height, const PlanItem &item) {
    Rect below = cut_bottom(column, foot_height, c.ui.px(12));
    foot(c, below, item);
    ScrollArea area(c.ui, name, column);
    Rect list = area.content();
    const float top = list.y;
    part(c, list, item);
    area.used(list.y - top - c.ui.px(12));
}

void working(ScreenContext &c, Rect rest, const PlanItem &item) {
    Ui &ui = c.ui;
    follow(c, item);
    tick(c);
    const Feedback *asks = asks_to_ease_off(c, item);
    const bool large = ui.large_words();
    Columns columns = columns_of(ui, rest);
    if (asks != nullptr)
        ease_off_card(c, large ? rest : columns.stage, item, *asks);
    if (large) { // the map has no room
        ScrollArea area(ui, "treat", rest);
        Rect list = area.content();
        const float top = list.y;
        now_part(c, list, item);
        says_part(c, list, item);
        cut_top(list, 0, ui.px(24));
        hands_part(c, list, item);
        foot_part(c, list);
        area.used(list.y - top);
    } else {
        stage(c, columns.stage);
        with_foot(c, "now", columns.now, now_part, says_part, says_height(ui), item);
        with_foot(
            c, "hands", columns.hands, hands_part,
            [](ScreenContext &inner, Rect &list, const PlanItem &) { foot_part(inner, list); },
            foot_height(ui), item);
    }
    if (const auto place = find_sheet(c, Reader::therapist))
        c.state.treat.place = *place;
    comfort_sheet(c, item);
    details_sheet(c, item);
}

// Why the pressure is limited today, in as few words as a status has.
Status status_of(const ScreenContext &c, std::string &words) {
    const PressureCap cap = pressure_cap(c.health, c.document, c.past);
    if (cap.reason == PressureCap::Reason::none)
        return {};
    const std::string_view why = cap.reason == PressureCap::Reason::race ? "treat.limit_race"
                                 : cap.reason == PressureCap::Reason::after_race
                                     ? "treat.limit_after_race"
                                     : "treat.limit_health";
    words = c.words(why, {{"level", std::to_string(cap.level)}});
    return {words, Icon::warn, Tone::caution};
}

} // namespace

int pressure_limit(const ScreenContext &c, const PlanItem &item) {
    const PressureCap cap = pressure_cap(c.health, c.document, c.past);
    const Area *area = c.atlas.area(item.part);
    return area == nullptr ? cap.level
                           : pressure_cap_at(cap, contact_of(c.atlas, *area, item.regions));
}

void treat_screen(ScreenContext &c) {
    std::string words;
    const Status status = status_of(c, words);
    const Rect rest = quiet_frame(c, c.document.client.name, Screen::plan, status);
    const PlanItem *now = item_now(c.document);
    const bool ended = c.document.treatment && c.document.treatment->ended;
    if (c.document.plan.empty())
        no_plan(c, rest);
    else if (now != nullptr && !ended)
        working(c, rest, *now);
    else
        between(c, rest);
}

} // namespace app
