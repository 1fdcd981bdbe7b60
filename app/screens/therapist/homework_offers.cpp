#include "model/atlas/main_zones.hpp"
#include "model/guidance/next_session.hpp"
#include "model/plan/homework_advice.hpp"
#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/therapist/homework_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

void heading(ScreenContext &c, Rect &list, std::string_view words) {
    text(c.ui, cut_top(list, c.ui.line_height(Font::title), c.ui.px(8)), words,
         {.font = Font::title, .role = Role::heading});
}

void small_print(ScreenContext &c, Rect &list, std::string_view words) {
    cut_top(
        list,
        text(c.ui, list, words, {.font = Font::caption, .color = c.ui.theme().ink2, .wrap = true}),
        c.ui.px(8));
}

void suggestions(ScreenContext &c, Rect &list, const HomeworkClient &client) {
    constexpr std::size_t most = 4; // one for each of as many places
    heading(c, list, c.words("homework.suggested"));
    const auto fitting = homework_suggestions(client, c.catalog);
    for (std::size_t i = 0; i < std::min(most, fitting.size()); ++i) {
        const HomeworkSuggestion &fits = fitting[i];
        offer_card(c, list, offer_of(*fits.exercise, fits.area, fits.reason));
    }
    if (fitting.empty())
        small_print(c, list, c.words("homework.nothing_fits"));
    if (button(c.ui, cut_top(list, c.ui.text_px(56), c.ui.px(20)),
               {.name = c.words("exercise.find"), .icon = Icon::search, .align = Align::left}))
        c.state.exercises_open = true;
}

void own_exercises(ScreenContext &c, Rect &list, const HomeworkClient &client) {
    bool first = true;
    for (const OwnExercise &own : c.seal.settings().homework) {
        const Exercise like_others{
            .id = own.id, .name = own.name, .kind = own.kind, .dose = own.dose};
        if (!why_not(like_others, {}, client).empty() ||
            std::ranges::count(c.document.homework, own.id, &HomeworkItem::exercise) > 0)
            continue;
        if (std::exchange(first, false))
            heading(c, list, c.words("homework.own"));
        offer_card(c, list, {.id = own.id, .name = own.name, .how = own.how_to, .dose = own.dose});
    }
    cut_top(list, 0, c.ui.px(first ? 0 : 12));
}

// What the client takes home in words: the clinic's lines, each can be left out.
void aftercare(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    heading(c, list, c.words("homework.after_session"));
    const auto &all = c.seal.settings().aftercare;
    const std::vector<std::string> told = c.document.aftercare.empty() ? all : c.document.aftercare;
    for (const std::string &line : all) {
        const bool on = std::ranges::count(told, line) > 0;
        const float width = list.w - ui.px(16 + 12) - ui.text_px(28) - ui.px(16);
        const float height =
            std::max(ui.text_px(56), text_height(ui, line, Font::body, width) + ui.px(24));
        const Rect rect = cut_top(list, height, ui.px(8));
        const Scope scope(ui, "aftercare");
        if (card(ui, rect, {.name = line, .target = true, .selected = on, .flat = true})) {
            std::vector<std::string> changed;
            for (const std::string &other : all)
                if ((std::ranges::count(told, other) > 0) != (other == line))
                    changed.push_back(other);
            c.out.emit(SetAftercare{std::move(changed)});
        }
        Rect inside = rect.inset(ui.px(16), 0);
        const Rect sign = cut_left(inside, ui.text_px(28), ui.px(12));
        icon(ui, on ? Icon::circle_check : Icon::ban, sign.center(), ui.text_px(26),
             on ? ui.theme().primary : ui.theme().ink2);
        draw_text(ui, inside, line,
                  {.color = on ? ui.theme().ink : ui.theme().ink2, .wrap = true, .middle = true});
    }
    cut_top(list, 0, ui.px(12));
}

void next_session(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    heading(c, list, c.words("homework.next_session"));
    for (const SessionProposal &proposal :
         next_sessions(c.document, c.past, c.seal.settings().guidance, c.now)) {
        const bool on = c.document.next_session == proposal.at;
        const std::string title =
            c.words("homework.session_at", {{"day", engine::day_title(proposal.at)},
                                            {"time", engine::clock_time(proposal.at)}});
        const float width = list.w - ui.px(2 * 16) - ui.text_px(28) - ui.px(12);
        const float height = ui.line_height(Font::body_strong) +
                             text_height(ui, proposal.reason, Font::caption, width) + ui.px(24);
        const Rect rect = cut_top(list, height, ui.px(8));
        if (card(ui, rect, {.name = title, .target = true, .selected = on, .flat = true}))
            c.out.emit(SetNextSession{on ? std::nullopt : std::optional(proposal.at)});
        Rect inside = rect.inset(ui.px(16), ui.px(12));
        const Rect sign = cut_left(inside, ui.text_px(28), ui.px(12));
        icon(ui, on ? Icon::circle_check : Icon::calendar, sign.center(), ui.text_px(26),
             on ? ui.theme().primary : ui.theme().ink2);
        draw_text(ui, cut_top(inside, ui.line_height(Font::body_strong)), title,
                  {.font = Font::body_strong});
        draw_text(ui, inside, proposal.reason,
                  {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    }
}

// What the client takes home as files.
void take_home(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    heading(c, list, c.words("homework.take_home"));
    if (button(ui, cut_top(list, ui.text_px(56), ui.px(8)),
               {.name = c.words("homework.page"),
                .icon = Icon::print,
                .enabled = !c.document.homework.empty(),
                .align = Align::left}))
        c.out.act(WriteHandout{});
    if (button(ui, cut_top(list, ui.text_px(56), ui.px(8)),
               {.name = c.words("homework.calendar"),
                .icon = Icon::calendar,
                .enabled = c.document.next_session.has_value(),
                .align = Align::left}))
        c.out.act(WriteCalendar{});
    if (!c.state.exported_to.empty())
        small_print(c, list, c.words("homework.saved_in", {{"folder", c.state.exported_to}}));
}

} // namespace

void homework_offers(ScreenContext &c, Rect panel) {
    if (primary_at_foot(c, panel, c.words("homework.next")))
        c.out.act(GoTo{Screen::close});
    ScrollArea area(c.ui, "offers", panel);
    Rect list = area.content();
    const float top = list.y;
    const HomeworkClient client{c.document, c.past, c.atlas, c.health, c.seal.settings().guidance};
    suggestions(c, list, client);
    own_exercises(c, list, client);
    aftercare(c, list);
    next_session(c, list);
    take_home(c, list);
    area.used(list.y - top);
}

} // namespace app
