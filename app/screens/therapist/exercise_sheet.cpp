#include "model/plan/focus_candidates.hpp"
#include "model/plan/homework_advice.hpp"
#include "model/session/words.hpp"
#include "screens/frame/sheet_parts.hpp"
#include "screens/therapist/homework_parts.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

std::string reason_of(const ScreenContext &c, const FoundExercise &found) {
    return found.area == nullptr ? std::string()
                                 : c.words("exercise.for", {{"place", sided_name(*found.area)}});
}

} // namespace

void exercise_sheet(ScreenContext &c) {
    const std::string_view title = c.words("exercise.find");
    Ui &ui = c.ui;
    UiState &state = c.state;
    const Sheet sheet(ui, title, state.exercises_open, sheet_rect(ui));
    if (!sheet.visible() || !state.exercises_open)
        return;
    Rect rest = sheet.content();
    if (sheet_head(c, rest, title))
        state.exercises_open = false;
    text_field(ui, cut_top(rest, ui.text_px(56), ui.px(16)),
               {.name = c.words("exercise.name"),
                .placeholder = c.words("exercise.hint"),
                .icon = Icon::search,
                .max_bytes = 60,
                .begin = true},
               state.exercise_text);
    const HomeworkClient client{c.document, c.past, c.atlas, c.health, c.seal.settings().guidance};
    ScrollArea area(ui, "exercises", rest.inset(-ui.px(4), 0));
    Rect list = area.content().inset(ui.px(4), 0);
    const float top = list.y;
    const auto found = found_exercises(client, c.catalog, state.exercise_text);
    const auto fits = [](const FoundExercise &one) { return one.why_not.empty(); };
    const auto first_unfit = std::ranges::find_if_not(found, fits);
    for (auto one = found.begin(); one != found.end(); ++one) {
        if (one == first_unfit) {
            cut_top(list, 0, ui.px(12));
            text(ui, cut_top(list, ui.line_height(Font::button), ui.px(8)),
                 c.words("exercise.not_today", {{"name", first_name(c.document.client.name)}}),
                 {.font = Font::button, .role = Role::heading});
        }
        Offer offer = offer_of(*one->exercise, one->area, reason_of(c, *one));
        offer.why_not = one->why_not;
        if (offer_card(c, list, offer))
            state.exercises_open = false;
    }
    if (found.empty())
        cut_top(list,
                text(ui, list, c.words("exercise.none"), {.color = ui.theme().ink2, .wrap = true}));
    area.used(list.y - top);
    if (!state.exercises_open)
        state.exercise_text.clear(); // the next search is another one
}

} // namespace app
