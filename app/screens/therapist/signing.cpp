#include "screens/therapist/signing.hpp"

#include "model/session/signing.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/sheet_parts.hpp"
#include "screens/therapist/note_parts.hpp"

#include <string>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

std::string when(const ScreenContext &c, engine::Timestamp at) {
    return c.words("sign.when", {{"day", engine::long_date(at)}, {"time", engine::clock_time(at)}});
}

std::string who(const ScreenContext &c, const std::string &by, const std::string &licence) {
    return licence.empty() ? by : c.words("sign.who", {{"name", by}, {"licence", licence}});
}

void sheet_message(ScreenContext &c, Rect &list, const Message &what) {
    const float height = message_card(c.ui, list, what, false);
    message_card(c.ui, cut_top(list, height, c.ui.px(12)), what);
}

/// A label and a field below it, cut off the top of `list`.
void field(ScreenContext &c, Rect &list, std::string_view label, std::string &value) {
    Ui &ui = c.ui;
    text(ui, cut_top(list, ui.line_height(Font::button), ui.px(4)), label, {.font = Font::button});
    text_field(ui, cut_top(list, ui.text_px(56), ui.px(16)), {.name = label}, value);
}

void sign_sheet(ScreenContext &c) {
    Ui &ui = c.ui;
    UiState &state = c.state;
    const bool open = state.signing && c.document.stage != Stage::closed;
    const Sheet sheet(ui, c.words("sign.title"), open, sheet_rect(ui));
    if (!sheet.visible())
        return;
    Rect content = sheet.content();
    const bool close = sheet_head(c, content, c.words("sign.title"));
    const bool sign = sheet_foot(c, content, c.words("sign.and_lock"));
    ScrollArea scroll(ui, "sign", content.inset(-ui.px(4), 0));
    Rect list = scroll.content().inset(ui.px(4), 0);
    const float top = list.y;
    cut_top(list, text(ui, list, c.words("sign.what"), {.color = ui.theme().ink2, .wrap = true}),
            ui.px(20));
    field(c, list, c.words("sign.therapist"), state.signer.therapist);
    field(c, list, c.words("sign.licence"), state.signer.licence);
    if (!c.document.conflicts.empty())
        sheet_message(c, list,
                      {.tone = Tone::caution,
                       .icon = Icon::layers,
                       .title = c.words("sign.two_versions"),
                       .words = c.words("sign.two_versions_what")});
    if (!c.document.shared_consent)
        sheet_message(c, list,
                      {.tone = Tone::caution,
                       .icon = Icon::share,
                       .title = c.words("sign.not_agreed"),
                       .words = c.words("sign.not_agreed_what")});
    scroll.used(list.y - top);
    const bool signed_now = sign && !state.signer.therapist.empty() && c.document.conflicts.empty();
    if (signed_now)
        complete_record(c);
    if (sign)
        c.out.emit(Sign{state.signer.therapist, state.signer.licence, c.now});
    if (close || signed_now)
        state.signing = false;
}

void amend_sheet(ScreenContext &c) {
    Ui &ui = c.ui;
    UiState &state = c.state;
    const bool open = state.signing && c.document.stage == Stage::closed;
    const Sheet sheet(ui, c.words("sign.amend"), open, sheet_rect(ui));
    if (!sheet.visible())
        return;
    Rect content = sheet.content();
    const bool close = sheet_head(c, content, c.words("sign.amend"));
    const bool add = sheet_foot(c, content, c.words("sign.add"));
    ScrollArea scroll(ui, "amend", content.inset(-ui.px(4), 0));
    Rect list = scroll.content().inset(ui.px(4), 0);
    const float top = list.y;
    cut_top(list,
            text(ui, list, c.words("sign.amend_what"), {.color = ui.theme().ink2, .wrap = true}),
            ui.px(20));
    text(ui, cut_top(list, ui.line_height(Font::button), ui.px(4)), c.words("sign.amendment"),
         {.font = Font::button});
    text_field(ui, cut_top(list, ui.text_px(160), ui.px(16)),
               {.name = c.words("sign.amendment"), .multiline = true, .max_bytes = 10'000},
               state.amendment);
    field(c, list, c.words("sign.therapist"), state.signer.therapist);
    field(c, list, c.words("sign.licence"), state.signer.licence);
    scroll.used(list.y - top);
    if (add)
        c.out.emit(Amend{c.new_id(), state.signer.therapist, state.signer.licence, state.amendment,
                         c.now});
    const bool added = add && !state.amendment.empty() && !state.signer.therapist.empty();
    if (close || added)
        state.signing = false;
    if (added)
        state.amendment.clear();
}

} // namespace

void sign_button(ScreenContext &c, const Rect &rect) {
    const bool closed = c.document.stage == Stage::closed;
    const std::string_view name = closed ? c.words("sign.amend") : c.words("sign.begin");
    if (button(c.ui, rect, {.name = name, .icon = closed ? Icon::note : Icon::sign}))
        open_signing(c);
}

void open_signing(ScreenContext &c) {
    c.state.signing = true;
    c.state.signer = c.document.practice;
}

void signature_part(ScreenContext &c, Rect &list) {
    const Document &document = c.document;
    if (document.stage != Stage::closed)
        return;
    if (!document.signature)
        sheet_message(c, list,
                      {.tone = Tone::info,
                       .icon = Icon::lock,
                       .title = c.words("sign.none"),
                       .words = c.words("sign.none_what")});
    else if (const std::string words = c.words(
                 "sign.by", {{"who", who(c, document.signature->by, document.signature->licence)},
                             {"when", when(c, document.signature->at)}});
             signature_holds(document))
        sheet_message(c, list,
                      {.tone = Tone::good,
                       .icon = Icon::sign,
                       .title = c.words("sign.signed"),
                       .words = words});
    else
        sheet_message(c, list,
                      {.tone = Tone::bad,
                       .icon = Icon::warn,
                       .title = c.words("sign.changed"),
                       .words = c.words("sign.changed_what", {{"signed", words}})});
    for (const Amendment &amendment : document.amendments) {
        const std::string title = c.words("sign.amendment_of", {{"when", when(c, amendment.at)}});
        sheet_message(c, list,
                      {.tone = Tone::neutral,
                       .icon = Icon::note,
                       .title = title,
                       .words = amendment.text,
                       .reason = who(c, amendment.by, amendment.licence)});
    }
}

void signing_sheets(ScreenContext &c) {
    sign_sheet(c);
    amend_sheet(c);
}

} // namespace app
