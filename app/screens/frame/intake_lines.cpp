#include "screens/frame/intake_lines.hpp"

#include "model/guidance/pressure.hpp"
#include "screens/frame/event_sheet.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace {

template <class Choice, std::size_t N>
std::string_view chosen(const ScreenContext &c, const std::array<std::string_view, N> &keys,
                        Choice choice) {
    return c.words(keys[static_cast<std::size_t>(choice)]);
}

void sport(const ScreenContext &c, std::vector<IntakeLine> &lines) {
    const Intake &intake = c.document.intake;
    if (intake.event)
        lines.push_back({Screen::questions,
                         c.words("check.run", {{"event", event_words(c.words, *intake.event)}})});
    else if (intake.run_soon)
        lines.push_back({Screen::questions, std::string(c.words("check.run_none"))});
    const std::array<std::string_view, 4> trainings{
        "train.later_today", "train.tomorrow",
        intake.event ? std::string_view("train.at_event") : std::string_view("train.other_day"),
        "train.unknown"};
    if (intake.next_training)
        lines.push_back(
            {Screen::questions,
             c.words("check.train", {{"when", chosen(c, trainings, *intake.next_training)}})});
}

void health(const ScreenContext &c, std::vector<IntakeLine> &lines) {
    const Intake &intake = c.document.intake;
    for (const HealthQuestion &question : c.health.all())
        if (intake.health_yes.contains(question.id))
            lines.push_back({Screen::questions, std::string(c.words(question.words))});
    if (!intake.diagnosis.empty())
        lines.push_back(
            {Screen::questions, c.words("check.named", {{"words", intake.diagnosis.words},
                                                        {"by", intake.diagnosis.by},
                                                        {"when", intake.diagnosis.when}})});
}

} // namespace

std::vector<IntakeLine> intake_lines(const ScreenContext &c) {
    const Intake &intake = c.document.intake;
    std::vector<IntakeLine> lines;
    constexpr std::array<std::string_view, 4> goals{"goal.loosen_up", "goal.recover",
                                                    "goal.sore_place", "goal.relax"};
    if (intake.goal)
        lines.push_back(
            {Screen::questions, c.words("check.goal", {{"goal", chosen(c, goals, *intake.goal)}})});
    sport(c, lines);
    constexpr std::array<std::string_view, 2> experiences{"experience.first_time",
                                                          "experience.used_to_it"};
    if (intake.experience)
        lines.push_back(
            {Screen::questions, c.words("check.experience",
                                        {{"answer", chosen(c, experiences, *intake.experience)}})});
    health(c, lines);
    constexpr std::array<std::string_view, 5> pressures{"pressure.1", "pressure.2", "pressure.3",
                                                        "pressure.4", "pressure.5"};
    if (const auto wish = pressure_wish(c.health, c.document, c.past))
        lines.push_back({Screen::comfort,
                         c.words("check.pressure", {{"level", std::to_string(*wish)},
                                                    {"name", chosen(c, pressures, *wish - 1)}})});
    else
        lines.push_back({Screen::comfort, std::string(c.words("check.pressure_open"))});
    for (const Agreement &agreement : intake.agreements)
        lines.push_back({Screen::comfort, c.words("check.agreed", {{"words", agreement.text}})});
    return lines;
}

} // namespace app
