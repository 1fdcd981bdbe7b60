#include "model/guidance/follow_up.hpp"
#include "model/session/words.hpp"
#include "model/text/capital.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/mark_colors.hpp"
#include "screens/frame/therapist_card.hpp"
#include "screens/stage/body_stage.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

void answer(ScreenContext &c, const Mark &mark, int level, bool better) {
    c.out.emit(AnswerFollowUp{{.mark = mark.id, .level = level, .better = better, .at = c.now}},
               "day 3 of " + mark.id);
}

std::string verdict(const ScreenContext &c, const Mark &mark, const FollowUpAnswer &given) {
    return c.words(
        is_clearly_better(mark, given) ? "day_three.clearly_better" : "day_three.not_better",
        {{"change", capital(change_words(level_change(start_level(mark), given.level)))}});
}

struct AskHeights {
    float place, verdict;
};

// An answer has more below the slider: better or not, and what it means.
AskHeights heights_of(ScreenContext &c, const Mark &mark, float width) {
    Ui &ui = c.ui;
    const std::string place = place_title(c, mark.area, Reader::therapist);
    const FollowUpAnswer *given = answer_of(c.document, mark);
    return {std::max(ui.text_px(44),
                     text_height(ui, place, Font::title, width - ui.text_px(40) - ui.px(12))),
            given == nullptr ? 0
                             : text_height(ui, verdict(c, mark, *given), Font::body_strong, width)};
}

float ask_height(ScreenContext &c, const Mark &mark, float width) {
    Ui &ui = c.ui;
    const AskHeights heights = heights_of(c, mark, width - ui.px(2 * 20));
    const float answer = heights.verdict > 0 ? heights.verdict + ui.text_px(56) + ui.px(8) : 0;
    return heights.place + level_slider_height(ui) + answer + ui.px(2 * 16 + 2 * 8);
}

void ask_card(ScreenContext &c, const Rect &rect, const Mark &mark) {
    Ui &ui = c.ui;
    const Scope scope(ui, mark.id);
    const std::string place = place_title(c, mark.area, Reader::therapist);
    const FollowUpAnswer *given = answer_of(c.document, mark);
    card(ui, rect, {.name = place});
    Rect inside = rect.inset(ui.px(20), ui.px(16));
    Rect head = cut_top(inside, heights_of(c, mark, inside.w).place, ui.px(8));
    const MarkColors colors = mark_colors(ui.theme(), mark.channel, mark.level);
    badge(ui, cut_right(head, ui.text_px(40), ui.px(12)).center(), ui.text_px(40),
          {.words = std::to_string(start_level(mark)), .fill = colors.fill, .on = colors.on});
    text(ui, head, place, {.font = Font::title, .wrap = true, .middle = true});
    const bool pain = mark.channel == Channel::pain;
    const Ramp ramp = pain ? warm_ramp(ui.theme()) : cool_ramp(ui.theme());
    if (const auto level =
            level_slider(ui, cut_top(inside, level_slider_height(ui), ui.px(8)),
                         {.name = c.words("day_three.level", {{"place", place}}),
                          .ramp = &ramp,
                          .level = given != nullptr ? std::optional(given->level) : std::nullopt,
                          .low_word = pain ? c.words("level.no_pain") : c.words("level.loose"),
                          .high_word = pain ? c.words("level.worst_imaginable")
                                            : c.words("level.cannot_move_it")}))
        answer(c, mark, *level, given == nullptr || given->better);
    if (given == nullptr)
        return;
    const std::array<Segment, 2> words{
        {{c.words("day_three.better")}, {c.words("day_three.same")}}};
    if (const auto said = segmented(ui, cut_top(inside, ui.text_px(56), ui.px(8)),
                                    c.words("day_three.client_says", {{"place", place}}), words,
                                    given->better ? 0 : 1))
        answer(c, mark, given->level, *said == 0);
    text(ui, inside, verdict(c, mark, *given), {.font = Font::body_strong, .wrap = true});
}

// Something is not clearly better: to whom a client can be sent (S26).
void referral(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    const auto not_better = [&](const Mark *mark) {
        const FollowUpAnswer *given = answer_of(c.document, *mark);
        return given != nullptr && !is_clearly_better(*mark, *given);
    };
    const TherapistProfile *therapist = therapist_of(c.seal.settings().therapists, c.document);
    if (therapist == nullptr || therapist->ties.empty() ||
        std::ranges::none_of(marks_to_ask(c.document), not_better))
        return;
    const std::string title = c.words("day_three.works_with", {{"name", listed_name(*therapist)}});
    cut_top(list,
            text(ui, list, title, {.font = Font::button, .wrap = true, .role = Role::heading}),
            ui.px(8));
    tie_rows(c, list, *therapist);
}

} // namespace

void day3_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    Rect rest = quiet_frame(c, c.words("day_three.title", {{"name", c.document.client.name}}),
                            Screen::home, {});
    if (answers_beside_body(c, rest, c.words("common.done")))
        c.out.act(GoTo{Screen::home});

    ScrollArea area(ui, "day 3", rest);
    Rect list = area.content();
    const float top = list.y;
    cut_top(list,
            text(ui, list, c.words("day_three.what"), {.color = ui.theme().ink2, .wrap = true}),
            ui.px(16));
    for (const Mark *mark : marks_to_ask(c.document))
        ask_card(c, cut_top(list, ask_height(c, *mark, list.w), ui.px(16)), *mark);
    referral(c, list);
    area.used(list.y - top);
}

} // namespace app
