#include "model/words.hpp"
#include "screens/body_stage.hpp"
#include "screens/chrome.hpp"

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
    cut_top(panel, ui.px(24));
    cut_top(panel,
            text(ui, panel, c.words("check.thanks", {{"name", first_name(c.document.client.name)}}),
                 {.font = Font::heading, .wrap = true, .role = Role::heading}),
            ui.px(16));
    text(ui, panel, c.words("check.hand_back"), {.color = ui.theme().ink2, .wrap = true});
}

void check_list(ScreenContext &c, Rect panel) {
    Ui &ui = c.ui;
    panel_heading(c, panel, c.words("check.question"));
    if (primary_at_foot(c, panel, c.words("check.yes")))
        c.out.emit(FinishMarking{true});
    const Rect back = cut_bottom(panel, ui.text_px(56), ui.px(16));
    if (button(ui, back, {.name = c.words("check.back"), .icon = Icon::back}))
        c.out.act(GoTo{Screen::mark});

    ScrollArea area(ui, "marks", panel);
    Rect list = area.content();
    const float top = list.y;
    if (c.document.marks.empty())
        cut_top(list,
                text(ui, list, c.words("check.nothing"), {.color = ui.theme().ink2, .wrap = true}));
    for (const Mark *mark : marks_by_level(c.document))
        if (mark_card(c, list, *mark, Reader::client)) {
            c.out.act(GoTo{Screen::mark});
            c.out.view.push_back(SelectMark{mark->id});
            c.out.view.push_back(fly_to_mark(c, *mark));
        }
    area.used(list.y - top);
}

} // namespace

void check_screen(ScreenContext &c) {
    const Rect rest = client_frame(c, 1);
    const Split split = stage_and_panel(c.ui, rest);
    StageSpec spec;
    spec.reader = Reader::client;
    spec.title = c.words(c.document.stage == Stage::before ? "check.title" : "check.title_done");
    spec.view_row = false;
    body_stage(c, split.stage, spec);
    if (c.document.stage == Stage::before)
        check_list(c, split.panel);
    else
        thank_you(c, split.panel);
}

} // namespace app
