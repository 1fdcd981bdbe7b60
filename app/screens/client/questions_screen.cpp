#include "model/session/event_day.hpp"
#include "model/session/words.hpp"
#include "model/text/dates.hpp"
#include "screens/client/client_page.hpp"
#include "screens/frame/event_sheet.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

// The set_answer that was tapped; a tap on the chosen one takes it back.
template <class Choice>
std::optional<Choice> choose(const std::optional<Choice> &now, int tapped) {
    const auto choice = static_cast<Choice>(tapped);
    return now == choice ? std::nullopt : std::optional(choice);
}
template <class Choice>
int index_of(const std::optional<Choice> &choice) {
    return choice ? static_cast<int>(*choice) : -1;
}

void goal(ScreenContext &c, Rect &list) {
    const std::array<std::string_view, 4> answers{
        c.words("goal.loosen_up"), c.words("goal.recover"), c.words("goal.sore_place"),
        c.words("goal.relax")};
    const auto &now = c.document.intake.goal;
    const ChoiceEvent event =
        choice_card(c, list, {c.words("questions.goal"), answers, index_of(now)});
    if (event.tapped)
        c.out.emit(SetGoal{choose(now, *event.tapped)});
}

void event_row(ScreenContext &c, Rect row, const Event &event) {
    Ui &ui = c.ui;
    fill(ui, row, ui.theme().sunken, ui.px(size::radius_control));
    row = row.inset(ui.px(8));
    const ButtonSpec change{.name = c.words("questions.change"), .icon = Icon::pencil};
    if (button(ui, cut_right(row, button_width(ui, change), ui.px(12)), change))
        c.state.event_open = true;
    const Rect flag = cut_left(row, ui.text_px(48), ui.px(8));
    icon(ui, Icon::flag, flag.center(), ui.text_px(28), ui.theme().ink);
    const std::string words = event_words(c.words, event);
    const float height = text_height(ui, words, Font::body_strong, row.w);
    text(ui, {row.x, row.center().y - height / 2, row.w, height}, words,
         {.font = Font::body_strong, .wrap = true});
}

float event_row_height(ScreenContext &c, float width, const Event &event) {
    Ui &ui = c.ui;
    const float change =
        button_width(ui, {.name = c.words("questions.change"), .icon = Icon::pencil});
    const float words = width - change - ui.text_px(48) - ui.px(2 * 24 + 2 * 8 + 12 + 8);
    return std::max(ui.text_px(56),
                    text_height(ui, event_words(c.words, event), Font::body_strong, words)) +
           ui.px(16);
}

void run_soon(ScreenContext &c, Rect &list) {
    const std::array<std::string_view, 4> answers{c.words("run.none"), c.words("run.this_weekend"),
                                                  c.words("run.next_week"), c.words("run.later")};
    const Intake &intake = c.document.intake;
    ChoiceCard spec{c.words("questions.run"), answers, index_of(intake.run_soon)};
    if (intake.event)
        spec.extra_height = event_row_height(c, list.w, *intake.event);
    const ChoiceEvent event = choice_card(c, list, spec);
    if (intake.event)
        event_row(c, event.extra, *intake.event);
    if (!event.tapped)
        return;
    const auto when = choose(intake.run_soon, *event.tapped);
    std::optional<Event> planned;
    if (when && *when != RunSoon::none) {
        planned = intake.event.value_or(Event{});
        planned->start = likely_day(*when, c.document.appointment.start);
        planned->hour_known = false;
    }
    c.out.emit(SetRunSoon{when, planned});
}

void next_training(ScreenContext &c, Rect &list) {
    const bool has_event = c.document.intake.event.has_value();
    const std::array<std::string_view, 4> answers{
        c.words("train.later_today"), c.words("train.tomorrow"),
        c.words(has_event ? "train.at_event" : "train.other_day"), c.words("train.unknown")};
    const auto &now = c.document.intake.next_training;
    const ChoiceEvent event =
        choice_card(c, list, {c.words("questions.train"), answers, index_of(now)});
    if (event.tapped)
        c.out.emit(SetNextTraining{choose(now, *event.tapped)});
}

// S8, S10: what somebody who is new to it should know before.
void experience(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    if (!c.past.empty() && !c.document.intake.experience)
        return;
    const std::array<std::string_view, 2> answers{c.words("experience.first_time"),
                                                  c.words("experience.used_to_it")};
    const auto &now = c.document.intake.experience;
    ChoiceCard spec{c.words("questions.experience"), answers, index_of(now)};
    const std::string_view note = c.words("questions.first_time_note");
    const bool first = now == Experience::first_time;
    if (first)
        spec.extra_height = text_height(ui, note, Font::body, list.w - ui.px(48));
    const ChoiceEvent event = choice_card(c, list, spec);
    if (first)
        text(ui, event.extra, note, {.color = ui.theme().ink2, .wrap = true});
    if (event.tapped)
        c.out.emit(SetExperience{choose(now, *event.tapped)});
}

using Questions = std::vector<const HealthQuestion *>;

void answer_none(ScreenContext &c, const Questions &questions, bool none) {
    for (const HealthQuestion *question : questions)
        c.out.emit(SetHealthAnswer{question->id, !none, false}, "none of the health questions");
}

void set_answer(ScreenContext &c, const Questions &questions, const HealthQuestion &question,
                bool on) {
    // Who ticks one has read the others.
    for (const HealthQuestion *other : questions)
        if (!c.document.intake.health_asked.contains(other->id))
            c.out.emit(SetHealthAnswer{other->id, true, false}, "answer to " + question.id);
    c.out.emit(SetHealthAnswer{question.id, true, on}, "answer to " + question.id);
}

void health(ScreenContext &c, Rect &list) {
    const Questions questions = c.health.asked(c.document, c.atlas, c.past);
    if (questions.empty())
        return;
    Ui &ui = c.ui;
    const Intake &intake = c.document.intake;
    const float pad = ui.px(24);
    const float width = list.w - 2 * pad;
    const std::string_view title = c.words("questions.health");
    const std::string_view why = c.words("questions.health_why");
    const float title_height = text_height(ui, title, Font::title, width);
    const float why_height = text_height(ui, why, Font::body, width);
    float height = 2 * pad + title_height + why_height + ui.px(4 + 14) + ui.text_px(64);
    for (const HealthQuestion *question : questions)
        height += check_row_height(ui, width, c.words(question->words));
    const Rect ground = cut_top(list, height, ui.px(12));
    card(ui, ground, {});
    Rect inside = ground.inset(pad);
    text(ui, cut_top(inside, title_height, ui.px(4)), title,
         {.font = Font::title, .wrap = true, .role = Role::heading});
    text(ui, cut_top(inside, why_height, ui.px(14)), why, {.color = ui.theme().ink2, .wrap = true});
    bool all_asked = true;
    for (const HealthQuestion *question : questions) {
        const bool yes = intake.health_yes.contains(question->id);
        all_asked = all_asked && intake.health_asked.contains(question->id);
        if (check_row(c, inside, c.words(question->words), yes))
            set_answer(c, questions, *question, !yes);
    }
    const bool none = all_asked && std::ranges::none_of(questions, [&](const auto *question) {
                          return intake.health_yes.contains(question->id);
                      });
    if (chip(ui, cut_top(inside, ui.text_px(64)), c.words("questions.none_of_these"), none))
        answer_none(c, questions, none);
}

// S36: only ever what somebody else has said.
void diagnosis(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    const StatedDiagnosis &stated = c.document.intake.diagnosis;
    const float pad = ui.px(24), gap = ui.px(12);
    const std::string_view title = c.words("questions.diagnosis");
    const float title_height = text_height(ui, title, Font::title, list.w - 2 * pad);
    const bool wide = list.w > ui.text_px(800);
    const float field_height = ui.text_px(56);
    const float height =
        2 * pad + title_height + ui.px(14) + (wide ? field_height : 3 * field_height + 2 * gap);
    const Rect ground = cut_top(list, height, gap);
    card(ui, ground, {});
    Rect inside = ground.inset(pad);
    text(ui, cut_top(inside, title_height, ui.px(14)), title,
         {.font = Font::title, .wrap = true, .role = Role::heading});
    const std::array<std::string_view, 3> names{c.words("questions.diagnosis_words"),
                                                c.words("questions.diagnosis_by"),
                                                c.words("questions.diagnosis_when")};
    const std::array<std::string StatedDiagnosis::*, 3> parts{
        &StatedDiagnosis::words, &StatedDiagnosis::by, &StatedDiagnosis::when};
    const Rect row = inside;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Rect field =
            wide ? engine::column({row.x, row.y, row.w, field_height}, static_cast<int>(i), 3, gap)
                 : cut_top(inside, field_height, gap);
        if (const auto typed = committed_text(
                c, field, {.name = names[i], .placeholder = names[i], .max_bytes = 200},
                "diagnosis " + std::to_string(i), stated.*parts[i])) {
            StatedDiagnosis changed = stated;
            changed.*parts[i] = *typed;
            c.out.emit(SetDiagnosis{changed});
        }
    }
}

} // namespace

int open_questions(const ScreenContext &c) {
    const Intake &intake = c.document.intake;
    const Questions health = c.health.asked(c.document, c.atlas, c.past);
    const bool health_open = std::ranges::any_of(health, [&](const HealthQuestion *question) {
        return !intake.health_asked.contains(question->id);
    });
    return static_cast<int>(!intake.goal) + static_cast<int>(!intake.run_soon) +
           static_cast<int>(!intake.next_training) +
           static_cast<int>(c.past.empty() && !intake.experience) + static_cast<int>(health_open);
}

void questions_screen(ScreenContext &c) {
    const ClientPage page{.step = 1,
                          .back = c.words("step.body"),
                          .next = c.words("questions.next"),
                          .to_back = Screen::mark,
                          .to_next = Screen::comfort};
    client_page(c, page, [&](Rect &list) {
        goal(c, list);
        run_soon(c, list);
        next_training(c, list);
        experience(c, list);
        health(c, list);
        diagnosis(c, list);
    });
    event_sheet(c);
}

} // namespace app
