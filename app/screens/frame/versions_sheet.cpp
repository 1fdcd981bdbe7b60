#include "screens/frame/versions_sheet.hpp"

#include "model/session/part_words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/sheet_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

bool is_text(const PartChange &change) {
    return change.before.starts_with('"') && change.after.starts_with('"');
}

/// One version in a card of its own, cut off the top of `list`.
void version_card(ScreenContext &c, Rect &list, std::string_view title, const std::string &words) {
    Ui &ui = c.ui;
    const float width = list.w - ui.px(40);
    const float words_height = text_height(ui, words, Font::body, width);
    const float height = ui.line_height(Font::caption) + words_height + ui.px(4 + 32);
    const Rect rect = cut_top(list, height, ui.px(8));
    card(ui, rect, {.name = title, .flat = true});
    Rect inside = rect.inset(ui.px(20), ui.px(16));
    text(ui, cut_top(inside, ui.line_height(Font::caption), ui.px(4)), title,
         {.font = Font::caption, .color = ui.theme().ink2});
    text(ui, inside, words, {.wrap = true});
}

void choice(ScreenContext &c, Rect &list, const Conflict &conflict, std::string_view name,
            Version take) {
    const Rect row = cut_top(list, c.ui.text_px(56), c.ui.px(8));
    if (button(c.ui, row, {.name = name}))
        c.out.emit(SettleConflict{conflict.number, take});
}

void conflict_part(ScreenContext &c, Rect &list, const Conflict &conflict) {
    Ui &ui = c.ui;
    const Scope scope(ui, std::to_string(conflict.number));
    for (const PartChange &change : conflict.changes) {
        const std::string title = part_title(change, c.document, c.atlas, c.words);
        const float height = text_height(ui, title, Font::body_strong, list.w);
        text(ui, cut_top(list, height, ui.px(8)), title,
             {.font = Font::body_strong, .wrap = true, .role = Role::heading});
        version_card(c, list, c.words("versions.standing"), version_words(change.before));
        version_card(c, list, c.words("versions.other"), version_words(change.after));
    }
    if (c.document.stage == Stage::closed) {
        const std::string_view words = c.words("versions.is_signed");
        cut_top(list, text(ui, list, words, {.color = ui.theme().ink2, .wrap = true}), ui.px(8));
        choice(c, list, conflict, c.words("versions.seen"), Version::standing);
    } else {
        choice(c, list, conflict, c.words("versions.keep"), Version::standing);
        choice(c, list, conflict, c.words("versions.take"), Version::other);
        if (std::ranges::any_of(conflict.changes, is_text))
            choice(c, list, conflict, c.words("versions.both"), Version::both);
    }
    cut_top(list, 0, ui.px(24));
}

} // namespace

float versions_button(ScreenContext &c, float right, float center_y) {
    const std::size_t open = c.document.conflicts.size();
    if (open == 0)
        return right;
    const std::string name = c.words.count("versions.open", static_cast<int>(open));
    const ButtonSpec spec{.name = name, .style = ButtonStyle::danger, .icon = Icon::layers};
    const float width = button_width(c.ui, spec), height = c.ui.text_px(48);
    if (button(c.ui, {right - width, center_y - height / 2, width, height}, spec))
        c.state.versions_open = true;
    return right - width - c.ui.px(12);
}

void versions_sheet(ScreenContext &c) {
    const bool open = c.state.versions_open && !c.document.conflicts.empty();
    if (!open)
        c.state.versions_open = false;
    const Sheet sheet(c.ui, c.words("versions.title"), open, sheet_rect(c.ui));
    if (!sheet.visible())
        return;
    Ui &ui = c.ui;
    Rect content = sheet.content();
    if (sheet_head(c, content, c.words("versions.title")))
        c.state.versions_open = false;
    ScrollArea scroll(ui, "versions", content.inset(-ui.px(4), 0));
    Rect list = scroll.content().inset(ui.px(4), 0);
    const float top = list.y;
    cut_top(list,
            text(ui, list, c.words("versions.what"), {.color = ui.theme().ink2, .wrap = true}),
            ui.px(16));
    for (const Conflict &conflict : c.document.conflicts)
        conflict_part(c, list, conflict);
    scroll.used(list.y - top);
}

} // namespace app
