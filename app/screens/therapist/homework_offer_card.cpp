#include "screens/therapist/homework_parts.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

bool add_button(ScreenContext &c, const Rect &rect, const Offer &offer) {
    if (!button(c.ui, rect,
                {.name = c.words("homework.add", {{"name", offer.name}}),
                 .style = ButtonStyle::soft,
                 .icon = Icon::plus,
                 .icon_only = true}))
        return false;
    const std::string id = c.new_id();
    c.state.open_exercise = id;
    c.out.emit(AddHomework{id, offer.id, offer.name, offer.area, offer.dose, offer.how});
    return true;
}

} // namespace

Offer offer_of(const Exercise &exercise, const Area *area, std::string reason) {
    return {.id = exercise.id,
            .name = exercise.name,
            .reason = std::move(reason),
            .how = how_words(exercise),
            .area = area != nullptr ? area->id : std::string(),
            .dose = exercise.dose};
}

// The button stands beside the words, with large ones below them.
bool offer_card(ScreenContext &c, Rect &list, const Offer &offer) {
    Ui &ui = c.ui;
    const Scope scope(ui, offer.area + offer.id);
    const bool can = offer.why_not.empty();
    const bool below = can && ui.large_words();
    const bool beside = can && !below;
    const float side = ui.text_px(56);
    const float width = list.w - ui.px(2 * 16) - (beside ? side + ui.px(12) : 0);
    const std::string dose = dose_words(offer.dose);
    const std::string &why = can ? offer.reason : offer.why_not;
    const float name_height = text_height(ui, offer.name, Font::body_strong, width);
    const float why_height = why.empty() ? 0 : text_height(ui, why, Font::caption, width);
    const float words = name_height + why_height + text_height(ui, dose, Font::caption, width);
    const float height = below ? words + side + ui.px(12) : std::max(words, beside ? side : 0);
    const Rect rect = cut_top(list, height + ui.px(24), ui.px(8));
    card(ui, rect, {.name = offer.name, .flat = !can});
    Rect inside = rect.inset(ui.px(16), ui.px(12));
    bool given = false;
    if (below) {
        given = add_button(c, cut_bottom(inside, side, ui.px(12)), offer);
    } else if (beside) {
        const Rect right = cut_right(inside, side, ui.px(12));
        given = add_button(c, {right.x, right.center().y - side / 2, side, side}, offer);
    }
    text(ui, cut_top(inside, name_height), offer.name, {.font = Font::body_strong, .wrap = true});
    if (!why.empty())
        text(ui, cut_top(inside, why_height), why, {.font = Font::caption, .wrap = true});
    text(ui, inside, dose, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    return given;
}

} // namespace app
