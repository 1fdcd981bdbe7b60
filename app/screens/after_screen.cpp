#include "model/words.hpp"
#include "screens/body_stage.hpp"
#include "screens/chrome.hpp"
#include "screens/present.hpp"

#include <algorithm>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

// The badge and "before" stand beside the place, which may need more lines.
float head_height(ScreenContext &c, const Mark &mark, float width) {
    Ui &ui = c.ui;
    const float label = ui.config().text_scale_percent < 150
                            ? text_width(ui, "before", Font::caption) + ui.px(4 + 12)
                            : 0;
    const float beside = ui.text_px(40) + ui.px(12) + label;
    return std::max(ui.text_px(44), text_height(ui, place_title(c, mark.area, Reader::therapist),
                                                Font::title, width - beside));
}

void level_card(ScreenContext &c, const Rect &rect, const Mark &mark) {
    Ui &ui = c.ui;
    const Scope scope(ui, mark.id);
    const std::string place = place_title(c, mark.area, Reader::therapist);
    card(ui, rect, {.name = place});
    Rect inside = rect.inset(ui.px(20), ui.px(16));
    Rect head = cut_top(inside, head_height(c, mark, inside.w), ui.px(8));
    const MarkColors colors = mark_colors(ui.theme(), mark.channel, mark.level);
    const std::string before = level_text(mark.level);
    const float diameter = ui.text_px(40);
    badge(ui, cut_right(head, diameter, ui.px(12)).center(), diameter,
          {.words = before, .fill = colors.fill, .on = colors.on});
    if (ui.config().text_scale_percent < 150)
        text(ui, cut_right(head, text_width(ui, "before", Font::caption) + ui.px(4), ui.px(12)),
             "before", {.font = Font::caption, .color = ui.theme().ink2, .middle = true});
    text(ui, head, place, {.font = Font::title, .wrap = true, .middle = true});
    const bool pain = mark.channel == Channel::pain;
    const Ramp ramp = pain ? warm_ramp(ui.theme()) : cool_ramp(ui.theme());
    if (const auto picked =
            level_slider(ui, inside,
                         {.name = "After, " + place,
                          .ramp = &ramp,
                          .level = mark.level_after,
                          .low_word = pain ? "no pain" : "loose",
                          .high_word = pain ? "worst imaginable" : "cannot move it"}))
        c.out.emit(SetMarkLevelAfter{mark.id, *picked}, "level after of " + mark.id);
}

} // namespace

void after_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    Rect rest = therapist_frame(c, "How is it now?", c.document.client.name);
    const bool narrow = ui.size().x < ui.px(1200) || ui.config().text_scale_percent >= 150;
    const Rect side = cut_right(
        rest, narrow ? rest.w * (ui.config().text_scale_percent >= 150 ? 0.42F : 0.3F) : ui.px(400),
        ui.px(size::gutter));

    Rect panel = side;
    if (primary_at_foot(c, panel, "Next: homework"))
        c.out.act(GoTo{Screen::homework});
    StageSpec spec;
    spec.view_row = false;
    spec.after_levels = true;
    spec.only = best_side(c);
    body_stage(c, panel, spec);

    ScrollArea area(ui, "after", rest);
    Rect list = area.content();
    const float top = list.y;
    const float height = ui.px(40) + level_slider_height(ui);
    bool any = false;
    for (const Mark *mark : marks_by_level(c.document)) {
        if (mark->channel == Channel::avoid)
            continue;
        any = true;
        const float head = head_height(c, *mark, list.w - ui.px(2 * 20));
        level_card(c, cut_top(list, head + height, ui.px(16)), *mark);
    }
    if (!any) {
        const Message message{.icon = Icon::info,
                              .title = "No levels to compare",
                              .words = "Nothing was marked with a number before the session."};
        const float words = message_card(ui, list, message, false);
        message_card(ui, cut_top(list, words), message);
    }
    area.used(list.y - top);
}

} // namespace app
