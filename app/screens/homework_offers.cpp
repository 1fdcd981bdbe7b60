#include "model/homework_advice.hpp"
#include "model/main_zones.hpp"
#include "model/next_session.hpp"
#include "model/words.hpp"
#include "screens/chrome.hpp"
#include "screens/homework_parts.hpp"

#include <algorithm>

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

struct Offer {
    std::string id, name, reason, area;
    Dose dose;
};

void add_button(ScreenContext &c, const Rect &rect, const Offer &offer) {
    if (!button(c.ui, rect,
                {.name = "Add " + offer.name,
                 .style = ButtonStyle::soft,
                 .icon = Icon::plus,
                 .icon_only = true}))
        return;
    const std::string id = c.new_id();
    c.state.open_exercise = id;
    c.out.emit(AddHomework{id, offer.id, offer.name, offer.area, offer.dose});
}

// The button stands beside the words, with large ones below them.
void offer(ScreenContext &c, Rect &list, const Offer &offer) {
    Ui &ui = c.ui;
    const Scope scope(ui, offer.area + offer.id);
    const bool large = ui.config().text_scale_percent >= 150;
    const float side = ui.text_px(56);
    const float width = list.w - ui.px(2 * 16) - (large ? 0 : side + ui.px(12));
    const std::string dose = dose_words(offer.dose);
    const float name_height = text_height(ui, offer.name, Font::body_strong, width);
    const float reason_height = text_height(ui, offer.reason, Font::caption, width);
    const float words = name_height + reason_height + text_height(ui, dose, Font::caption, width);
    const float height = large ? words + side + ui.px(12) : std::max(words, side);
    const Rect rect = cut_top(list, height + ui.px(24), ui.px(8));
    card(ui, rect, {.name = offer.name});
    Rect inside = rect.inset(ui.px(16), ui.px(12));
    if (large) {
        add_button(c, cut_bottom(inside, side, ui.px(12)), offer);
    } else {
        const Rect right = cut_right(inside, side, ui.px(12));
        add_button(c, {right.x, right.center().y - side / 2, side, side}, offer);
    }
    text(ui, cut_top(inside, name_height), offer.name, {.font = Font::body_strong, .wrap = true});
    text(ui, cut_top(inside, reason_height), offer.reason, {.font = Font::caption, .wrap = true});
    text(ui, inside, dose, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
}

void suggestions(ScreenContext &c, Rect &list, const HomeworkClient &client) {
    constexpr std::size_t most = 4; // one for each of as many places
    heading(c, list, "Suggested");
    const auto fitting = homework_suggestions(client, c.catalog);
    for (std::size_t i = 0; i < std::min(most, fitting.size()); ++i) {
        const HomeworkSuggestion &fits = fitting[i];
        offer(c, list,
              {fits.exercise->id, fits.exercise->name, fits.reason,
               fits.area != nullptr ? fits.area->id : std::string(), fits.exercise->dose});
    }
    if (fitting.empty())
        small_print(c, list, "Nothing in the list fits today's places.");
    cut_top(list, 0, c.ui.px(12));
}

// Exercises for today's places that are not for this client, each with its reason.
void left_out(ScreenContext &c, Rect &list, const HomeworkClient &client) {
    constexpr std::size_t most = 4;
    std::vector<std::string> lines;
    for (const Mark *mark : marks_by_level(c.document)) {
        if (mark->channel == Channel::avoid)
            continue;
        for (const Exercise *exercise : c.catalog.for_area(c.atlas, mark->area, true)) {
            const std::string why = why_not(*exercise, mark->area, client);
            const std::string line = exercise->name + ": " + why;
            if (!why.empty() && std::ranges::count(lines, line) == 0)
                lines.push_back(line);
        }
    }
    if (lines.empty())
        return;
    cut_top(list, 0, c.ui.px(12));
    heading(c, list, "Not for " + std::string(first_name(c.document.client.name)) + " today");
    for (std::size_t i = 0; i < std::min(most, lines.size()); ++i)
        small_print(c, list, lines[i]);
}

void own_exercises(ScreenContext &c, Rect &list) {
    const auto &own = c.seal.settings().homework;
    bool first = true;
    for (const OwnExercise &exercise : own) {
        if (std::ranges::count(c.document.homework, exercise.id, &HomeworkItem::exercise) > 0)
            continue;
        if (std::exchange(first, false))
            heading(c, list, "The clinic's own");
        offer(c, list, {exercise.id, exercise.name, exercise.how_to, {}, exercise.dose});
    }
    cut_top(list, 0, c.ui.px(first ? 0 : 12));
}

// What the client takes home in words: the clinic's lines, each can be left out.
void aftercare(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    heading(c, list, "After the session");
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
    heading(c, list, "Next session");
    for (const SessionProposal &proposal :
         next_sessions(c.document, c.past, c.seal.settings().guidance, c.now)) {
        const bool on = c.document.next_session == proposal.at;
        const std::string title =
            engine::day_title(proposal.at) + ", " + engine::clock_time(proposal.at);
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
    heading(c, list, "To take home");
    if (button(ui, cut_top(list, ui.text_px(56), ui.px(8)),
               {.name = "Homework as a page",
                .icon = Icon::print,
                .enabled = !c.document.homework.empty(),
                .align = Align::left}))
        c.out.act(WriteHandout{});
    if (button(ui, cut_top(list, ui.text_px(56), ui.px(8)),
               {.name = "Next session for calendars",
                .icon = Icon::calendar,
                .enabled = c.document.next_session.has_value(),
                .align = Align::left}))
        c.out.act(WriteCalendar{});
    if (!c.state.exported_to.empty())
        small_print(c, list, "Saved in " + c.state.exported_to);
}

} // namespace

void homework_offers(ScreenContext &c, Rect panel) {
    if (primary_at_foot(c, panel, "Next: close"))
        c.out.act(GoTo{Screen::close});
    ScrollArea area(c.ui, "offers", panel);
    Rect list = area.content();
    const float top = list.y;
    const HomeworkClient client{c.document, c.past, c.atlas, c.health, c.seal.settings().guidance};
    suggestions(c, list, client);
    own_exercises(c, list);
    aftercare(c, list);
    next_session(c, list);
    take_home(c, list);
    left_out(c, list, client);
    area.used(list.y - top);
}

} // namespace app
