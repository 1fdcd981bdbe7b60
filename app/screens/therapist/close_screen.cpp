#include "model/guidance/follow_up.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/therapist/note_parts.hpp"
#include "screens/therapist/signing.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

struct Check {
    std::string_view title;
    std::string words;
    bool done;
    Screen screen; ///< where it is done
};

std::vector<Check> checks_of(const ScreenContext &c) {
    const auto marks = marks_to_ask(c.document);
    const auto asked = std::ranges::count_if(
        marks, [](const Mark *mark) { return mark->level_after.has_value(); });
    const std::size_t homework = c.document.homework.size();
    return {{c.words("close.levels"),
             c.words("close.levels_asked",
                     {{"asked", std::to_string(asked)}, {"all", std::to_string(marks.size())}}),
             asked == static_cast<std::ptrdiff_t>(marks.size()), Screen::after},
            {c.words("close.homework"),
             homework == 0 ? std::string(c.words("close.no_homework"))
                           : c.words.count("close.exercises", static_cast<int>(homework)),
             homework > 0, Screen::homework}};
}

// A row that leads to where it is done.
void check_row(ScreenContext &c, Rect &list, const Check &check) {
    Ui &ui = c.ui;
    const Rect row = cut_top(list, ui.text_px(68), ui.px(8));
    const std::string name = c.words("close.row", {{"title", check.title}, {"words", check.words}});
    if (card(ui, row, {.name = name, .target = true, .flat = true}))
        c.out.act(GoTo{check.screen});
    Rect inside = row.inset(ui.px(16), ui.px(8));
    const Icon sign = check.done ? Icon::circle_check : Icon::clipboard_list;
    icon(ui, sign, cut_left(inside, ui.text_px(28), ui.px(12)).center(), ui.text_px(28),
         check.done ? ui.theme().success : ui.theme().ink2);
    icon(ui, Icon::chevron, cut_right(inside, ui.px(24), ui.px(8)).center(), ui.px(24),
         ui.theme().ink);
    draw_text(ui, cut_top(inside, ui.line_height(Font::body_strong)), check.title,
              {.font = Font::body_strong});
    draw_text(ui, inside, check.words, {.font = Font::caption, .color = ui.theme().ink2});
}

struct Switch {
    std::string_view title, name; ///< shown, and read out for the knob
    std::string words;
    bool on;
};

// Returns whether it was turned over.
bool switch_row(ScreenContext &c, Rect &list, const Switch &what) {
    Ui &ui = c.ui;
    const float width = list.w - ui.px(2 * 16 + 68 + 12);
    const float title = text_height(ui, what.title, Font::body_strong, width);
    const float words = text_height(ui, what.words, Font::caption, width);
    const Rect row = cut_top(list, std::max(title + words + ui.px(16), ui.text_px(68)), ui.px(8));
    card(ui, row, {.name = what.title, .flat = true});
    Rect inside = row.inset(ui.px(16), ui.px(8));
    const Rect place = cut_right(inside, ui.px(68), ui.px(12));
    const bool turned =
        toggle(ui, {place.x, place.center().y - ui.px(24), place.w, ui.px(48)}, what.name, what.on);
    text(ui, cut_top(inside, title), what.title, {.font = Font::body_strong, .wrap = true});
    text(ui, inside, what.words, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    return turned;
}

void day_three_row(ScreenContext &c, Rect &list) {
    if (marks_to_ask(c.document).empty())
        return;
    const bool on = plans_day_three(c);
    const std::string due =
        c.document.follow_up_due.empty() ? day_three(c.document) : c.document.follow_up_due;
    const std::string words = on ? c.words("close.call_on", {{"day", engine::long_date(due)}})
                                 : std::string(c.words("close.no_call"));
    if (!switch_row(c, list, {c.words("close.day_three"), c.words("close.call"), words, on}))
        return;
    c.state.without_day3 = on;
    if (!c.document.follow_up_due.empty())
        c.out.emit(PlanFollowUp{{}});
}

void consent_row(ScreenContext &c, Rect &list) {
    const auto &agreed = c.document.shared_consent;
    const std::string words =
        agreed ? c.words("close.agreed_at", {{"time", engine::clock_time(*agreed)}})
               : std::string(c.words("close.not_asked"));
    if (switch_row(c, list,
                   {c.words("close.summary"), c.words("share.agrees"), words, agreed.has_value()}))
        c.out.emit(SetConsent{agreed ? std::nullopt : std::optional(c.now)});
}

void close_panel(ScreenContext &c, Rect panel) {
    Ui &ui = c.ui;
    const bool closed = c.document.stage == Stage::closed;
    if (closed) {
        if (primary_at_foot(c, panel, c.words("close.next")))
            c.out.act(GoTo{Screen::share});
    } else if (primary_at_foot(c, panel, c.words("sign.begin"))) {
        open_signing(c);
    }
    panel_heading(c, panel, closed ? c.words("sign.signed") : c.words("close.before"));
    ScrollArea area(ui, "close", panel);
    Rect list = area.content();
    const float top = list.y;
    signature_part(c, list);
    if (!closed) {
        for (const Check &check : checks_of(c))
            check_row(c, list, check);
        day_three_row(c, list);
        consent_row(c, list);
    }
    area.used(list.y - top);
}

} // namespace

void close_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    Rect rest = therapist_frame(c, c.words("close.title"), c.document.client.name);
    const bool large = ui.large_words();
    const bool narrow = ui.size().x < ui.px(1200);
    const Rect panel =
        cut_right(rest, large ? rest.w * 0.44F : ui.px(narrow ? size::panel_narrow : size::panel),
                  ui.px(size::gutter));
    {
        ScrollArea area(ui, "note", rest);
        Rect list = area.content();
        const float top = list.y;
        note_fields(c, list);
        area.used(list.y - top);
    }
    close_panel(c, panel);
    signing_sheets(c);
}

} // namespace app
