#include "screens/frame/therapist_card.hpp"

#include "screens/frame/sheet_parts.hpp"

#include <string>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

std::string practice_words(const ScreenContext &c, const TherapistProfile &profile) {
    return profile.years ? c.words.count("card.years", *profile.years) : std::string();
}

std::string runner_words(const ScreenContext &c, const TherapistProfile &profile) {
    if (!profile.runner_years)
        return profile.runners;
    const std::string years = c.words.count("card.years", *profile.runner_years);
    return profile.runners.empty()
               ? years
               : c.words("card.runners", {{"often", profile.runners}, {"years", years}});
}

void answer(ScreenContext &c, Rect &list, std::string_view question, const std::string &words) {
    Ui &ui = c.ui;
    cut_top(
        list,
        text(ui, list, question, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true}),
        ui.px(2));
    const bool known = !words.empty();
    cut_top(list,
            text(ui, list, known ? words : c.words("card.not_entered"),
                 {.color = known ? ui.theme().ink : ui.theme().ink2, .wrap = true}),
            ui.px(18));
}

void licence_pill(ScreenContext &c, Rect &list, const TherapistProfile &profile) {
    Ui &ui = c.ui;
    const bool licensed = !profile.licence.empty();
    const std::string_view words = c.words(licensed ? "card.licensed" : "therapist.no_licence");
    const Icon sign = licensed ? Icon::circle_check : Icon::info;
    const Rect row = cut_top(list, ui.text_px(36), ui.px(20));
    pill(ui, {row.x, row.y, pill_width(ui, words, sign), row.h}, words, sign,
         licensed ? Tone::good : Tone::neutral);
}

void ties(ScreenContext &c, Rect &list, const TherapistProfile &profile) {
    Ui &ui = c.ui;
    if (profile.ties.empty())
        return answer(c, list, c.words("tie.title"), {});
    text(ui, cut_top(list, ui.line_height(Font::caption), ui.px(4)), c.words("tie.title"),
         {.font = Font::caption, .color = ui.theme().ink2});
    tie_rows(c, list, profile);
}

} // namespace

void tie_rows(ScreenContext &c, Rect &list, const TherapistProfile &profile) {
    Ui &ui = c.ui;
    for (const Tie &tie : profile.ties) {
        const std::string who =
            tie.profession.empty() ? tie.name : tie.name + ", " + tie.profession;
        cut_top(list, text(ui, list, who, {.font = Font::body_strong, .wrap = true}));
        if (!tie.contact.empty())
            cut_top(list, text(ui, list, tie.contact, {.color = ui.theme().ink2, .wrap = true}));
        cut_top(list, 0, ui.px(12));
    }
}

void therapist_card(ScreenContext &c) {
    Ui &ui = c.ui;
    const TherapistProfile *profile =
        find_therapist(c.seal.settings().therapists, c.state.shown_therapist);
    const Sheet sheet(ui, c.words("card.name"), profile != nullptr, sheet_rect(ui));
    if (!sheet.visible() || profile == nullptr)
        return;
    Rect rest = sheet.content();
    if (sheet_head(c, rest, c.words("card.title")))
        c.state.shown_therapist.clear();
    ScrollArea area(ui, "card", rest);
    Rect list = area.content();
    const float top = list.y;
    const bool large_words = ui.large_words(); // long names do not fit
    cut_top(list,
            text(ui, list, listed_name(*profile),
                 {.font = large_words ? Font::body_strong : Font::title, .wrap = true}),
            ui.px(8));
    licence_pill(c, list, *profile);
    if (!profile->licence.empty())
        answer(c, list, c.words("new.licence"), profile->licence);
    answer(c, list, c.words("therapist.training"), profile->training);
    answer(c, list, c.words("therapist.years"), practice_words(c, *profile));
    answer(c, list, c.words("card.work_with_runners"), runner_words(c, *profile));
    ties(c, list, *profile);
    cut_top(list, 0, ui.px(8));
    cut_top(list, text(ui, list, c.words("card.change"),
                       {.font = Font::caption, .color = ui.theme().ink2, .wrap = true}));
    area.used(list.y - top);
}

} // namespace app
