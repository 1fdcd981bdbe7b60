#include "screens/frame/therapist_card.hpp"

#include "screens/frame/sheet_parts.hpp"

#include <string>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

std::string count_of_years(int years) {
    return std::to_string(years) + (years == 1 ? " year" : " years");
}

std::string practice_words(const TherapistProfile &profile) {
    return profile.years ? count_of_years(*profile.years) : std::string();
}

std::string runner_words(const TherapistProfile &profile) {
    std::string words = profile.runners;
    if (profile.runner_years)
        words += (words.empty() ? "" : ", for ") + count_of_years(*profile.runner_years);
    return words;
}

void answer(ScreenContext &c, Rect &list, std::string_view question, const std::string &words) {
    Ui &ui = c.ui;
    cut_top(
        list,
        text(ui, list, question, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true}),
        ui.px(2));
    const bool known = !words.empty();
    cut_top(list,
            text(ui, list, known ? words : "Not entered yet",
                 {.color = known ? ui.theme().ink : ui.theme().ink2, .wrap = true}),
            ui.px(18));
}

void licence_pill(ScreenContext &c, Rect &list, const TherapistProfile &profile) {
    Ui &ui = c.ui;
    const bool licensed = !profile.licence.empty();
    const std::string_view words = licensed ? "Licensed" : "No licence entered";
    const Icon sign = licensed ? Icon::circle_check : Icon::info;
    const Rect row = cut_top(list, ui.text_px(36), ui.px(20));
    pill(ui, {row.x, row.y, pill_width(ui, words, sign), row.h}, words, sign,
         licensed ? Tone::good : Tone::neutral);
}

void ties(ScreenContext &c, Rect &list, const TherapistProfile &profile) {
    Ui &ui = c.ui;
    if (profile.ties.empty())
        return answer(c, list, "Works together with", {});
    text(ui, cut_top(list, ui.line_height(Font::caption), ui.px(4)), "Works together with",
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
    const Sheet sheet(ui, "Therapist card", profile != nullptr, sheet_rect(ui));
    if (!sheet.visible() || profile == nullptr)
        return;
    Rect rest = sheet.content();
    if (sheet_head(c, rest, "Your therapist"))
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
        answer(c, list, "Licence", profile->licence);
    answer(c, list, "Training", profile->training);
    answer(c, list, "Years in practice", practice_words(*profile));
    answer(c, list, "Work with runners", runner_words(*profile));
    ties(c, list, *profile);
    cut_top(list, 0, ui.px(8));
    cut_top(list, text(ui, list,
                       "You can change to another therapist at any time, without giving a reason.",
                       {.font = Font::caption, .color = ui.theme().ink2, .wrap = true}));
    area.used(list.y - top);
}

} // namespace app
