#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/intake_lines.hpp"
#include "screens/frame/stop_card.hpp"
#include "screens/stage/body_stage.hpp"

#include <algorithm>
#include <string>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

void thank_you(ScreenContext &c, Rect panel) {
    Ui &ui = c.ui;
    if (primary_at_foot(c, panel, c.words("check.therapist")))
        c.out.act(GoTo{Screen::brief});
    const Rect change = cut_bottom(panel, ui.text_px(56), ui.px(16));
    if (button(ui, change, {.name = c.words("check.change"), .icon = Icon::back})) {
        c.out.emit(FinishMarking{false});
        c.out.act(GoTo{Screen::mark});
    }
    ScrollArea area(ui, "thanks", panel);
    Rect list = area.content();
    const float top = list.y;
    cut_top(list, ui.px(24));
    cut_top(list,
            text(ui, list, c.words("check.thanks", {{"name", first_name(c.document.client.name)}}),
                 {.font = Font::heading, .wrap = true, .role = Role::heading}),
            ui.px(16));
    stop_card(c, list);
    for (const std::string_view key : {"check.hand_back", "check.drink"})
        cut_top(list, text(ui, list, c.words(key), {.color = ui.theme().ink2, .wrap = true}),
                ui.px(16));
    area.used(list.y - top);
}

// A line of what was answered; a tap leads to where it was asked.
void answer_row(ScreenContext &c, Rect &list, Screen screen, const std::string &words) {
    Ui &ui = c.ui;
    const float arrow = ui.px(24);
    const float width = list.w - ui.px(2 * 16 + 8) - arrow;
    const float words_height = text_height(ui, words, Font::body, width);
    const float height = std::max(words_height + ui.px(20), ui.text_px(56));
    const Rect row = cut_top(list, height, ui.px(8));
    if (card(ui, row, {.name = words, .target = true, .flat = true}))
        c.out.act(GoTo{screen});
    Rect inside = row.inset(ui.px(16), 0);
    icon(ui, Icon::chevron, cut_right(inside, arrow, ui.px(8)).center(), arrow, ui.theme().ink);
    draw_text(ui, {inside.x, inside.center().y - words_height / 2, inside.w, words_height}, words,
              {.wrap = true});
}

void wishes(ScreenContext &c, Rect &list) {
    for (const IntakeLine &line : intake_lines(c))
        answer_row(c, list, line.asked_on, line.words);
}

void check_list(ScreenContext &c, Rect panel) {
    Ui &ui = c.ui;
    panel_heading(c, panel, c.words("check.question"));
    if (primary_at_foot(c, panel, c.words("check.yes")))
        c.out.emit(FinishMarking{true});
    const Rect back = cut_bottom(panel, ui.text_px(56), ui.px(16));
    if (button(ui, back, {.name = c.words("step.comfort"), .icon = Icon::back}))
        c.out.act(GoTo{Screen::comfort});

    ScrollArea area(ui, "marks", panel.inset(-ui.px(8), 0));
    Rect list = area.content().inset(ui.px(8), 0);
    const float top = list.y;
    stop_card(c, list);
    if (c.document.marks.empty())
        cut_top(list,
                text(ui, list, c.words("check.nothing"), {.color = ui.theme().ink2, .wrap = true}),
                ui.px(16));
    for (const Mark *mark : marks_by_level(c.document))
        if (mark_card(c, list, *mark, Reader::client)) {
            c.out.act(GoTo{Screen::mark});
            c.out.view.push_back(SelectMark{mark->id});
            c.out.view.push_back(fly_to_mark(c, *mark));
        }
    text(ui, cut_top(list, ui.line_height(Font::title), ui.px(8)), c.words("check.section_wishes"),
         {.font = Font::title, .role = Role::heading});
    wishes(c, list);
    area.used(list.y - top);
}

} // namespace

void check_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    const Rect rest = client_frame(c, 3);
    Split split = stage_and_panel(ui, rest);
    const bool before = c.document.stage == Stage::before;
    if (ui.large_words()) { // no room for both: the words count
        before ? check_list(c, rest) : thank_you(c, rest);
        return;
    }
    StageSpec spec;
    spec.reader = Reader::client;
    spec.title = c.words(before ? "check.title" : "check.title_done");
    spec.view_row = false;
    body_stage(c, split.stage, spec);
    before ? check_list(c, split.panel) : thank_you(c, split.panel);
}

} // namespace app
