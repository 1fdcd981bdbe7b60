#include "model/words.hpp"
#include "screens/body_stage.hpp"
#include "screens/chrome.hpp"
#include "screens/figure_sheet.hpp"
#include "screens/find_sheet.hpp"
#include "screens/mark_sheet.hpp"
#include "screens/present.hpp"

#include <algorithm>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

void legend_item(Ui &ui, Rect &row, std::string_view words, Pattern pattern, Color ground,
                 Color ink, float width) {
    Rect cell = cut_left(row, width, ui.px(8));
    const float side = ui.text_px(28);
    const Rect swatch = cut_left(cell, side, ui.px(10));
    const Rect square{swatch.x, swatch.center().y - side / 2, side, side};
    fill_pattern(ui, square, pattern, ground, ink, ui.px(8));
    text(ui, cell, words, {.font = Font::caption, .color = ui.theme().ink2, .middle = true});
}

void legend(ScreenContext &c, Rect row) {
    Ui &ui = c.ui;
    const Theme &theme = ui.theme();
    const MarkColors pain = mark_colors(theme, Channel::pain, 6);
    const MarkColors tight = mark_colors(theme, Channel::tight, 5);
    const float side = ui.text_px(28) + ui.px(10);
    const auto width = [&](std::string_view words) {
        return side + text_width(ui, words, Font::caption) + ui.px(6);
    };
    const std::string_view hurts = word(c.words, Channel::pain);
    legend_item(ui, row, hurts, Pattern::solid, pain.fill, pain.outline, width(hurts));
    const std::string_view is_tight = word(c.words, Channel::tight);
    legend_item(ui, row, is_tight, Pattern::hatch, theme.surface, tight.fill, width(is_tight));
    const std::string_view avoid = word(c.words, Channel::avoid);
    legend_item(ui, row, avoid, Pattern::cross_hatch, theme.surface, theme.avoid, width(avoid));
}

const Mark *mark_of_area(const Document &document, std::string_view area) {
    const auto found = std::find_if(document.marks.begin(), document.marks.end(),
                                    [&](const Mark &mark) { return mark.area == area; });
    return found != document.marks.end() ? &*found : nullptr;
}

// A tap on the body: the mark that is there, or a new one with the channel used last.
void pick_place(ScreenContext &c, const Place &place) {
    if (const Mark *mark = mark_of_area(c.document, place.area)) {
        open_mark_sheet(c, *mark);
        return;
    }
    const std::string id = c.new_id();
    std::vector<std::string> regions;
    if (!place.region.empty())
        regions.push_back(place.region);
    c.out.emit(AddMark{id, place.area, regions, c.state.last_channel, Author::client, Phase::before,
                       c.now});
    c.out.view.push_back(SelectMark{id});
    c.out.view.push_back(Hover{});
    c.out.view.push_back(FlyTo{c.places.view_of(tags_of(c.places, place))});
    c.state.note_open = false;
}

void marks_panel(ScreenContext &c, Rect panel) {
    Ui &ui = c.ui;
    const std::string count = std::to_string(c.document.marks.size());
    panel_heading(c, panel, c.words("mark.list"), c.document.marks.empty() ? "" : count);
    const bool some = !c.document.marks.empty();
    if (primary_at_foot(c, panel, c.words(some ? "mark.next" : "mark.next_without")))
        c.out.act(GoTo{Screen::check});
    legend(c, cut_bottom(panel, ui.text_px(36), ui.px(12)));

    ScrollArea area(ui, "marks", panel);
    Rect list = area.content();
    const float top = list.y;
    for (const Mark *mark : marks_by_level(c.document))
        if (mark_card(c, list, *mark, Reader::client))
            open_mark_sheet(c, *mark);
    const std::string_view hint = c.words(some ? "mark.hint_more" : "mark.hint");
    cut_top(list,
            text(ui, {list.x + ui.px(4), list.y, list.w, list.h}, hint,
                 {.color = ui.theme().ink2, .wrap = true}),
            ui.px(12));
    if (ui.config().text_scale_percent >= 150) { // too large for the stage
        find_row(c, list);
        figure_row(c, list, Reader::client);
    }
    area.used(list.y - top);
}

} // namespace

void mark_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    const Rect rest = client_frame(c, 0);
    const Mark *selected = find_mark(c.document, c.view.selected_mark);
    const bool sheet_open = selected != nullptr || c.state.find_open || c.state.figure_open;

    Split split = stage_and_panel(ui, rest);
    if (sheet_open) // the body stays live beside the sheet
        split.stage = {rest.x, rest.y, sheet_rect(ui).x - rest.x - ui.px(16), rest.h};

    StageSpec spec;
    spec.reader = Reader::client;
    spec.pick = true;
    spec.names = !sheet_open;
    spec.view_row = !sheet_open;
    spec.title = sheet_open ? "" : c.words("mark.title");
    const bool large = ui.config().text_scale_percent >= 150;
    spec.title_space = large ? 0 : ui.text_px(56 + 128) + ui.px(2 * 12); // figure and Find
    const StageEvents events = body_stage(c, split.stage, spec);

    if (!sheet_open) {
        if (!large)
            figure_button(c, find_button(c, split.stage) - ui.px(12), split.stage.y + ui.px(16),
                          Reader::client);
        marks_panel(c, split.panel);
    }
    if (events.tapped_place)
        pick_place(c, *events.tapped_place);
    if (events.tapped_mark)
        if (const Mark *mark = find_mark(c.document, *events.tapped_mark))
            open_mark_sheet(c, *mark);
    mark_sheet(c, selected);
    figure_sheet(c, Reader::client);
    if (const auto place = find_sheet(c, Reader::client))
        pick_place(c, *place);
}

} // namespace app
