#include "screens/therapist/note_parts.hpp"

#include "model/guidance/follow_up.hpp"
#include "model/page/soap_draft.hpp"
#include "screens/frame/chrome.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

struct NotePart {
    std::string_view letter;
    std::string_view title, hint; ///< keys in Phrases
    std::string SoapNote::*text;
};
constexpr std::array<NotePart, 4> parts{
    {{"S", "note.subjective", "note.subjective_hint", &SoapNote::subjective},
     {"O", "note.objective", "note.objective_hint", &SoapNote::objective},
     {"A", "note.response", "note.response_hint", &SoapNote::response},
     {"P", "note.plan", "note.plan_hint", &SoapNote::plan}}};

void set_part(ScreenContext &c, const NotePart &part, std::string words) {
    SoapNote soap = c.document.soap;
    soap.*part.text = std::move(words);
    c.out.emit(SetSoap{std::move(soap)});
}

// What to say instead, one tap away (S31 to S36).
void wording_cards(ScreenContext &c, Rect &list, const NotePart &part, const std::string &words) {
    Ui &ui = c.ui;
    for (const WordingFinding &finding : c.wording.check(words)) {
        const Scope scope(ui, part.letter);
        const std::string title = "\u201C" + finding.words + "\u201D";
        const std::string why =
            finding.instead.empty()
                ? c.words("note.why", {{"why", finding.why}, {"rule", finding.rule}})
                : c.words(
                      "note.why_and_instead",
                      {{"why", finding.why}, {"words", finding.instead}, {"rule", finding.rule}});
        const Message message{
            .tone = Tone::caution, .icon = Icon::pencil, .title = title, .words = why};
        const float height = message_card(ui, list, message, false);
        message_card(ui, cut_top(list, height, ui.px(8)), message);
        if (finding.instead.empty())
            continue;
        if (button(ui, cut_top(list, ui.text_px(56), ui.px(12)),
                   {.name = c.words("note.replace", {{"words", finding.words}}),
                    .icon = Icon::check})) {
            std::string better = words;
            better.replace(finding.at, finding.length, finding.instead);
            c.state.typed.erase("soap " + std::string(part.letter));
            set_part(c, part, std::move(better));
        }
    }
}

/// The document with what the signature adds where nobody has decided otherwise.
Document completed(const ScreenContext &c) {
    Document document = c.document;
    if (document.follow_up_due.empty() && plans_day_three(c) && !marks_to_ask(document).empty())
        document.follow_up_due = day_three(document);
    if (document.aftercare.empty())
        document.aftercare = c.seal.settings().aftercare;
    return document;
}

} // namespace

SoapNote shown_note(const ScreenContext &c) {
    SoapNote shown = c.document.soap;
    if (c.document.stage == Stage::closed)
        return shown;
    const SoapNote draft = soap_draft(completed(c), c.past, c.atlas);
    for (const NotePart &part : parts)
        if ((shown.*part.text).empty())
            shown.*part.text = draft.*part.text;
    return shown;
}

bool plans_day_three(const ScreenContext &c) {
    return !c.document.follow_up_due.empty() ||
           (c.document.stage != Stage::closed && !c.state.without_day3);
}

void complete_record(ScreenContext &c) {
    if (const SoapNote shown = shown_note(c); shown != c.document.soap)
        c.out.emit(SetSoap{shown});
    const Document whole = completed(c);
    if (whole.follow_up_due != c.document.follow_up_due)
        c.out.emit(PlanFollowUp{whole.follow_up_due});
    if (whole.aftercare != c.document.aftercare)
        c.out.emit(SetAftercare{whole.aftercare});
}

void note_fields(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    const SoapNote shown = shown_note(c);
    const bool closed = c.document.stage == Stage::closed;
    for (const NotePart &part : parts) {
        const std::string &words = shown.*part.text;
        Rect head = cut_top(list, ui.text_px(36), ui.px(4));
        const Rect letter = cut_left(head, ui.text_px(32), ui.px(8));
        text(ui, letter, part.letter,
             {.font = Font::title, .color = ui.theme().primary, .middle = true});
        text(ui, head, c.words(part.title),
             {.font = Font::title, .middle = true, .role = Role::heading});
        if (closed) {
            cut_top(list,
                    text(ui, list, words.empty() ? c.words("note.empty") : words, {.wrap = true}),
                    ui.px(20));
            continue;
        }
        const float needed = text_height(ui, words, Font::body, list.w - ui.px(40)) + ui.px(32);
        const Rect field = cut_top(list, std::max(ui.text_px(88), needed), ui.px(8));
        if (const auto written = committed_text(c, field,
                                                {.name = c.words(part.title),
                                                 .placeholder = c.words(part.hint),
                                                 .multiline = true,
                                                 .max_bytes = 8000},
                                                "soap " + std::string(part.letter), words))
            set_part(c, part, *written);
        wording_cards(c, list, part, words);
        cut_top(list, 0, ui.px(12));
    }
}

} // namespace app
