#include "model/guidance/level_change.hpp"
#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/mark_colors.hpp"
#include "screens/stage/body_stage.hpp"

#include <algorithm>
#include <string>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

/// What the level after says beside the one before.
struct Verdict {
    std::string words;
    Tone tone;
};

Verdict verdict_of(const ScreenContext &c, const Mark &mark) {
    if (!mark.level || !mark.level_after)
        return {std::string(c.words("level.tap_a_number")), Tone::neutral};
    const LevelChange change = level_change(*mark.level, *mark.level_after);
    const bool better = change.now<change.start, worse = change.now> change.start;
    return {size_words(change), better ? Tone::good : worse ? Tone::caution : Tone::neutral};
}

float pill_height(const Ui &ui) {
    return ui.text_px(36);
}

// Badge, c.words("after.before") and the verdict stand beside the place, which may need more lines;
// with large words the verdict has a row of its own.
float head_height(ScreenContext &c, const Mark &mark, float width) {
    Ui &ui = c.ui;
    const float badge_width = ui.text_px(40) + ui.px(12);
    const float beside =
        ui.large_words()
            ? badge_width
            : badge_width + text_width(ui, c.words("after.before"), Font::caption) + ui.px(4 + 12) +
                  pill_width(ui, verdict_of(c, mark).words, Icon::none) + ui.px(12);
    return std::max(ui.text_px(44), text_height(ui, place_title(c, mark.area, Reader::therapist),
                                                Font::title, width - beside));
}

void verdict_pill(ScreenContext &c, const Rect &row, const Mark &mark) {
    const Verdict verdict = verdict_of(c, mark);
    const float height = pill_height(c.ui);
    pill(c.ui,
         {row.x, row.center().y - height / 2, pill_width(c.ui, verdict.words, Icon::none), height},
         verdict.words, Icon::none, verdict.tone);
}

void head(ScreenContext &c, Rect row, const Mark &mark) {
    Ui &ui = c.ui;
    if (!ui.large_words())
        verdict_pill(
            c, cut_right(row, pill_width(ui, verdict_of(c, mark).words, Icon::none), ui.px(12)),
            mark);
    const MarkColors colors = mark_colors(ui.theme(), mark.channel, mark.level);
    const float diameter = ui.text_px(40);
    badge(ui, cut_right(row, diameter, ui.px(12)).center(), diameter,
          {.words = level_text(mark.level), .fill = colors.fill, .on = colors.on});
    if (!ui.large_words())
        text(ui,
             cut_right(row, text_width(ui, c.words("after.before"), Font::caption) + ui.px(4),
                       ui.px(12)),
             c.words("after.before"),
             {.font = Font::caption, .color = ui.theme().ink2, .middle = true});
    text(ui, row, place_title(c, mark.area, Reader::therapist),
         {.font = Font::title, .wrap = true, .middle = true});
}

void level_card(ScreenContext &c, Rect &list, const Mark &mark) {
    Ui &ui = c.ui;
    const Scope scope(ui, mark.id);
    const std::string place = place_title(c, mark.area, Reader::therapist);
    const float head_space = head_height(c, mark, list.w - ui.px(2 * 20));
    const float below = ui.large_words() ? pill_height(ui) + ui.px(8) : 0;
    const Rect rect =
        cut_top(list, head_space + level_slider_height(ui) + below + ui.px(2 * 16 + 8), ui.px(16));
    card(ui, rect, {.name = place});
    Rect inside = rect.inset(ui.px(20), ui.px(16));
    head(c, cut_top(inside, head_space, ui.px(8)), mark);
    if (below > 0)
        verdict_pill(c, cut_bottom(inside, pill_height(ui), ui.px(8)), mark);
    const bool pain = mark.channel == Channel::pain;
    const Ramp ramp = pain ? warm_ramp(ui.theme()) : cool_ramp(ui.theme());
    if (const auto picked =
            level_slider(ui, inside,
                         {.name = c.words("after.level", {{"place", place}}),
                          .ramp = &ramp,
                          .level = mark.level_after,
                          .low_word = pain ? c.words("level.no_pain") : c.words("level.loose"),
                          .high_word = pain ? c.words("level.worst_imaginable")
                                            : c.words("level.cannot_move_it")}))
        c.out.emit(SetMarkLevelAfter{mark.id, *picked}, "level after of " + mark.id);
}

void left_alone(ScreenContext &c, Rect &list, const Mark &mark) {
    Ui &ui = c.ui;
    const std::string words =
        c.words("after.left_alone", {{"place", place_title(c, mark.area, Reader::therapist)}});
    const float sign = ui.text_px(28), width = list.w - ui.px(4 + 16) - sign;
    Rect row = cut_top(list, std::max(ui.text_px(36), text_height(ui, words, Font::body, width)),
                       ui.px(8));
    cut_left(row, 0, ui.px(4));
    icon(ui, Icon::ban, cut_left(row, sign, ui.px(16)).center(), sign, ui.theme().ink2);
    text(ui, row, words, {.wrap = true, .middle = true});
}

} // namespace

void after_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    Rect rest = therapist_frame(c, c.words("after.title"), c.document.client.name);
    if (answers_beside_body(c, rest, c.words("after.next")))
        c.out.act(GoTo{Screen::homework});

    ScrollArea area(ui, "after", rest);
    Rect list = area.content();
    const float top = list.y;
    bool any = false;
    for (const Mark *mark : marks_by_level(c.document)) { // those to avoid come last
        if (mark->channel == Channel::avoid) {
            left_alone(c, list, *mark);
            continue;
        }
        any = true;
        level_card(c, list, *mark);
    }
    if (!any) {
        const Message message{.icon = Icon::info,
                              .title = c.words("after.no_levels"),
                              .words = c.words("after.no_levels_why")};
        const float words = message_card(ui, list, message, false);
        message_card(ui, cut_top(list, words), message);
    }
    area.used(list.y - top);
}

} // namespace app
