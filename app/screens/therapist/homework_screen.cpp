#include "model/plan/homework_advice.hpp"
#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/stage/body_stage.hpp"
#include "screens/therapist/homework_parts.hpp"

#include <string>

namespace app {

using namespace engine::ui;
using engine::Rect;

void homework_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    const std::string title =
        c.words("homework.title", {{"name", first_name(c.document.client.name)}});
    const auto begin = new_exercises_begin(c.document, c.past, c.seal.settings().guidance);
    Rect rest = therapist_frame(
        c, title, begin ? c.words("homework.begins", {{"day", engine::day_title(*begin)}}) : "");
    const bool room = ui.size().x >= ui.px(1200) && !ui.large_words();
    const Rect right = cut_right(rest, room ? ui.px(360) : rest.w * 0.44F, ui.px(size::gutter));
    if (room) {
        StageSpec spec;
        spec.view_row = false;
        spec.title = c.words("homework.after_session");
        spec.after_levels = true;
        spec.only = best_side(c);
        body_stage(c, cut_left(rest, ui.px(256), ui.px(size::gutter)), spec);
    }
    given_homework(c, rest);
    homework_offers(c, right);
    exercise_sheet(c);
}

} // namespace app
