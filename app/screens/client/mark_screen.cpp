#include "model/session/last_marks.hpp"
#include "model/session/words.hpp"
#include "model/text/dates.hpp"
#include "screens/client/mark_panel.hpp"
#include "screens/client/mark_sheet.hpp"
#include "screens/client/paint_sheet.hpp"
#include "screens/client/place_sheets.hpp"
#include "screens/frame/sheet_parts.hpp"
#include "screens/stage/body_stage.hpp"
#include "screens/stage/figure_sheet.hpp"
#include "screens/stage/find_sheet.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

const Mark *mark_of_area(const std::vector<Mark> &marks, std::string_view area) {
    const auto found = std::ranges::find_if(
        marks, [&](const Mark &mark) { return mark.paint.empty() && mark.area == area; });
    return found != marks.end() ? &*found : nullptr;
}

const Mark *unanswered(const ScreenContext &c, std::string_view area) {
    for (const Mark *last : last_marks(c.past))
        if (last->paint.empty() && last->area == area && !is_answered(c.document, *last))
            return last;
    return nullptr;
}

// A tap on the body: the mark that is there, one of last time, or a new one with the channel used
// last.
void pick_place(ScreenContext &c, const Place &place) {
    if (!c.state.copying.empty()) {
        if (mark_of_area(c.document.marks, place.area) == nullptr)
            c.out.emit(CopyMarkTo{c.state.copying, c.new_id(), place.area, c.now});
        return;
    }
    if (const Mark *mark = mark_of_area(c.document.marks, place.area)) {
        open_mark_sheet(c, *mark);
        return;
    }
    if (const Mark *last = unanswered(c, place.area)) {
        open_last_mark(c, *last);
        return;
    }
    std::vector<std::string> regions;
    if (!place.region.empty())
        regions.push_back(place.region);
    add_mark(c, place, regions);
}

bool large_words(const Ui &ui) {
    return ui.large_words();
}

// One figure is shown where two would be too small beside the sheet.
void begin_painting(ScreenContext &c) {
    c.state.painting = true;
    c.state.eraser = false;
    const bool narrow = sheet_rect(c.ui).x < c.ui.text_px(600);
    if (narrow && c.view.own.empty() && c.view.named == NamedView::pair)
        c.out.view.push_back(ShowView{NamedView::front});
}

// One finger paints, or taps.
void tools(ScreenContext &c, const Rect &rect) {
    const std::array<Segment, 2> segments{
        {{c.words("mark.tap"), Icon::tap}, {c.words("mark.paint"), Icon::brush}}};
    if (segmented(c.ui, rect, c.words("mark.tool"), segments, 0) == 1)
        begin_painting(c);
}

float tools_width(ScreenContext &c) {
    const std::array<Segment, 2> segments{
        {{c.words("mark.tap"), Icon::tap}, {c.words("mark.paint"), Icon::brush}}};
    return segmented_width(c.ui, segments) + c.ui.px(8);
}

// With large words map and list are pages of their own; their tabs, tools and the way on.
void tabs(ScreenContext &c, Rect row) {
    Ui &ui = c.ui;
    const ButtonSpec next{.name = c.words("mark.next_short"), .style = ButtonStyle::primary};
    if (button(ui, cut_right(row, button_width(ui, next), ui.px(8)), next))
        go_on_from_marks(c);
    const std::array<Segment, 2> pages{{{c.words("mark.map")}, {c.words("mark.list")}}};
    const float width = std::min(segmented_width(ui, pages) + ui.px(8), row.w);
    if (const auto tapped = segmented(ui, cut_left(row, width, ui.px(8)),
                                      c.words("mark.map_or_list"), pages, c.state.marks_listed))
        c.state.marks_listed = *tapped == 1;
    if (c.state.marks_listed)
        return;
    const ButtonSpec paint{.name = c.words("mark.paint"), .icon = Icon::brush, .icon_only = true};
    const ButtonSpec find{.name = c.words("find.open"), .icon = Icon::search, .icon_only = true};
    const float side = row.h;
    if (row.w >= side && button(ui, cut_left(row, side, ui.px(8)), paint))
        begin_painting(c);
    if (row.w >= side && button(ui, cut_left(row, side, ui.px(8)), find))
        c.state.find_open = true;
}

std::string heading(const ScreenContext &c) {
    if (last_marks(c.past).empty())
        return std::string(c.words("mark.title"));
    return c.words("mark.title_last",
                   {{"day", day_and_month(c.words, c.past.back().appointment.start)}});
}

Rect figure_place(const ScreenContext &c, const Rect &stage) {
    const float side = c.ui.text_px(56);
    return {stage.x + c.ui.px(16), stage.y + c.ui.px(16 + 8) + side, side, side};
}

// What stands above the map: Find, tap or paint; below its title the figure. Returns the width of
// the row.
float stage_tools(ScreenContext &c, const Rect &stage, bool draw) {
    Ui &ui = c.ui;
    const float height = ui.text_px(56), gap = ui.px(12);
    const float width = tools_width(c);
    const bool narrow = stage.w < ui.px(760);
    const ButtonSpec find{.name = c.words("find.open"), .icon = Icon::search, .icon_only = narrow};
    const float find_width = button_width(ui, find);
    const float all = width + find_width + gap;
    if (!draw)
        return all;
    Rect row{stage.right() - ui.px(16) - all, stage.y + ui.px(16), all, height};
    const Rect figure = figure_place(c, stage);
    figure_button(c, figure.right(), figure.y, Reader::client);
    if (button(ui, cut_left(row, find_width, gap), find))
        c.state.find_open = true;
    tools(c, row);
    return all;
}

// Beside a sheet: a step back, the whole body again, nearer.
void close_up_row(ScreenContext &c, const Rect &stage) {
    Ui &ui = c.ui;
    Rect row = stage.inset(ui.px(16));
    row = cut_bottom(row, ui.text_px(56));
    const float side = row.h, gap = ui.px(8);
    if (button(ui, cut_left(row, side, gap),
               {.name = c.words("common.undo"),
                .icon = Icon::undo,
                .icon_only = true,
                .enabled = c.can_undo}))
        c.out.act(Undo{});
    ButtonSpec whole{.name = c.words("stage.whole_body"), .icon = Icon::expand};
    ButtonSpec nearer{.name = c.words("stage.more_exact"), .icon = Icon::zoom_in};
    whole.icon_only = nearer.icon_only =
        button_width(ui, whole) + button_width(ui, nearer) + gap > row.w;
    if (button(ui, cut_left(row, button_width(ui, whole), gap), whole))
        c.out.view.push_back(ShowView{NamedView::pair});
    constexpr float step = 1.6F;
    if (button(ui, cut_right(row, button_width(ui, nearer)), nearer))
        c.out.view.push_back(ZoomBy{0, step, stage.center()});
}

} // namespace

void mark_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    Rect rest = client_frame(c, 0);
    const Mark *selected = find_mark(c.document, c.view.selected_mark);
    const bool place_open = !c.state.copying.empty() || !c.state.looked_at.empty();
    const bool sheet_open = selected != nullptr || c.state.find_open || c.state.figure_open ||
                            c.state.painting || place_open;
    const bool large = large_words(ui);

    Split split = stage_and_panel(ui, rest);
    if (sheet_open) { // the body stays live beside the sheet
        const Rect sheet = place_open ? slim_sheet_rect(ui) : sheet_rect(ui);
        split.stage = {rest.x, rest.y, sheet.x - rest.x - ui.px(16), rest.h};
    }
    if (!sheet_open && large) {
        tabs(c, cut_top(rest, ui.text_px(56), ui.px(8)));
        split = {rest, rest};
    }
    StageSpec spec;
    spec.reader = Reader::client;
    spec.pick = spec.look = true;
    spec.names = !sheet_open && !large;
    spec.view_row = !sheet_open || c.state.painting;
    spec.title = sheet_open || large ? "" : heading(c);
    spec.title_space = large ? 0 : stage_tools(c, split.stage, false) + ui.px(16);
    if (sheet_open && !c.state.painting)
        spec.bottom_space = ui.text_px(56) + ui.px(2 * 16); // of the row below the body
    spec.ghost = c.past.empty() ? nullptr : &c.past.back();
    if (sheet_open && !c.state.painting)
        spec.foot_space = ui.text_px(56) + ui.px(2 * 16);
    if (!sheet_open && !large)
        spec.covered.push_back(figure_place(c, split.stage));
    if (c.state.painting)
        spec.brush = stage_brush(c, selected);

    StageEvents events;
    if (sheet_open || !large || !c.state.marks_listed)
        events = body_stage(c, split.stage, spec);
    if (sheet_open && !c.state.painting)
        close_up_row(c, split.stage);
    else if (!sheet_open && !large)
        stage_tools(c, split.stage, true);
    if (!sheet_open && (!large || c.state.marks_listed))
        mark_panel(c, split.panel);

    if (events.stroke)
        apply_stroke(c, *events.stroke, selected);
    if (events.looked_at)
        c.state.looked_at = *events.looked_at;
    else if (events.tapped_place)
        pick_place(c, *events.tapped_place);
    if (events.tapped_mark) {
        if (const Mark *mark = find_mark(c.document, *events.tapped_mark))
            open_mark_sheet(c, *mark);
        else if (const Mark *last = find_mark(c.past.back(), *events.tapped_mark))
            open_last_mark(c, *last);
    }
    if (c.state.painting)
        paint_sheet(c, selected);
    else
        mark_sheet(c, place_open ? nullptr : selected);
    copy_sheet(c);
    look_sheet(c);
    figure_sheet(c, Reader::client);
    if (const auto place = find_sheet(c, Reader::client))
        pick_place(c, *place);
}

} // namespace app
