#include "model/session/treatment_changes.hpp"

#include "model/atlas/main_zones.hpp"
#include "model/session/treatment_clock.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

namespace {

PlanItem *item_of(Document &document, const std::string &part) {
    const auto found = std::ranges::find(document.plan, part, &PlanItem::part);
    return found == document.plan.end() ? nullptr : &*found;
}

Refusal no_such_item() {
    return refuse("This part of the plan is not there any more. Choose another one.");
}
Refusal not_begun() {
    return refuse("The treatment has not begun. Start an item first.");
}

template <class Change>
Refusal with_item(Document &document, const std::string &part, Change change) {
    PlanItem *item = item_of(document, part);
    if (item == nullptr)
        return no_such_item();
    change(*item);
    return std::nullopt;
}

template <class Change>
Refusal with_homework(Document &document, const std::string &id, Change change) {
    const auto item = std::ranges::find(document.homework, id, &HomeworkItem::id);
    if (item == document.homework.end())
        return refuse("This exercise is not there any more. Choose another one.");
    change(*item);
    return std::nullopt;
}

void number_places(std::vector<PlanItem> &plan) {
    for (std::size_t i = 0; i < plan.size(); ++i)
        plan[i].place = static_cast<int>(i) + 1;
}

/// Books the time since it runs on the item that runs.
void book(Document &document, engine::Timestamp at) {
    Treatment &treatment = *document.treatment;
    if (PlanItem *item = item_of(document, treatment.part))
        item->spent_s = spent_s(document, *item, at);
    treatment.running_since.reset();
}

bool has_begun(const Document &document) {
    return document.treatment && !document.treatment->ended;
}

} // namespace

Refusal apply(Document &document, const SetAppointment &command) {
    document.appointment.kind = command.kind;
    document.appointment.setting = command.setting;
    return std::nullopt;
}

Refusal apply(Document &document, const AddFocus &command) {
    if (main_zone(command.area) != nullptr)
        return refuse("A focus area is a place of the body map. Choose one there.");
    const int last = document.plan.empty() ? 0 : document.plan.back().place;
    document.plan.push_back({.part = command.area, .minutes = command.minutes, .place = last + 1});
    return std::nullopt;
}

Refusal apply(Document &document, const SetMinutes &command) {
    return with_item(document, command.part, [&](PlanItem &item) {
        item.minutes = command.minutes;
        item.locked = true;
    });
}

Refusal apply(Document &document, const LockMinutes &command) {
    return with_item(document, command.part, [&](PlanItem &item) { item.locked = command.locked; });
}

Refusal apply(Document &document, const MoveItem &command) {
    auto &plan = document.plan;
    const auto from = std::ranges::find(plan, command.part, &PlanItem::part);
    if (from == plan.end())
        return no_such_item();
    const auto to = plan.begin() + std::clamp(command.to, 0, static_cast<int>(plan.size()) - 1);
    if (from < to)
        std::rotate(from, from + 1, to + 1);
    else
        std::rotate(to, from, from + 1);
    number_places(plan);
    return std::nullopt;
}

Refusal apply(Document &document, const SetPlan &command) {
    document.plan = command.items;
    number_places(document.plan);
    return std::nullopt;
}

Refusal apply(Document &document, const SetFocusRegions &command) {
    return with_item(document, command.area,
                     [&](PlanItem &item) { item.regions = command.regions; });
}

Refusal apply(Document &document, const SetFocusNote &command) {
    return with_item(document, command.area, [&](PlanItem &item) { item.note = command.note; });
}

Refusal apply(Document &document, const RemoveFocus &command) {
    if (document.treatment && document.treatment->part == command.area)
        return refuse("This place is being worked on. Finish it first.");
    return std::erase_if(document.plan,
                         [&](const PlanItem &item) { return item.part == command.area; })
               ? std::nullopt
               : no_such_item();
}

Refusal apply(Document &document, const WorkOn &command) {
    PlanItem *item = item_of(document, command.part);
    if (item == nullptr)
        return no_such_item();
    if (document.treatment)
        book(document, command.at);
    else
        document.treatment = Treatment{command.at, {}, {}, {}, false, {}};
    item->outcome.reset();
    document.treatment->part = command.part;
    document.treatment->running_since = command.at;
    document.treatment->ended.reset();
    document.treatment->stopped_by_client = false;
    return std::nullopt;
}

Refusal apply(Document &document, const PauseTreatment &command) {
    if (!has_begun(document))
        return not_begun();
    book(document, command.at);
    return std::nullopt;
}

Refusal apply(Document &document, const FinishItem &command) {
    if (!has_begun(document))
        return not_begun();
    if (item_of(document, command.part) == nullptr)
        return no_such_item();
    book(document, command.at);
    item_of(document, command.part)->outcome = command.outcome;
    document.treatment->part.clear();
    return command.next.empty() ? std::nullopt : apply(document, WorkOn{command.next, command.at});
}

Refusal apply(Document &document, const EndTreatment &command) {
    if (!has_begun(document))
        return not_begun();
    book(document, command.at);
    document.treatment->ended = command.at;
    document.treatment->stopped_by_client = command.stopped_by_client;
    return std::nullopt;
}

Refusal apply(Document &document, const SetPressureUsed &command) {
    return with_item(document, command.part,
                     [&](PlanItem &item) { item.pressure = command.pressure; });
}

Refusal apply(Document &document, const SetTechnique &command) {
    return with_item(document, command.part, [&](PlanItem &item) {
        std::erase(item.techniques, command.technique);
        if (command.on)
            item.techniques.push_back(command.technique);
    });
}

Refusal apply(Document &document, const AddFeedback &command) {
    const auto same = std::ranges::find(document.feedback, command.feedback.id, &Feedback::id);
    if (same == document.feedback.end())
        document.feedback.push_back(command.feedback);
    else
        *same = command.feedback;
    return std::nullopt;
}

Refusal apply(Document &document, const SetFinding &command) {
    const auto same = std::ranges::find(document.findings, command.finding.id, &Finding::id);
    if (same == document.findings.end())
        document.findings.push_back(command.finding);
    else
        *same = command.finding;
    return std::nullopt;
}

Refusal apply(Document &document, const RemoveFinding &command) {
    return std::erase_if(document.findings,
                         [&](const Finding &finding) { return finding.id == command.id; })
               ? std::nullopt
               : refuse("This finding is not there any more. Choose another one.");
}

Refusal apply(Document &document, const SetSoap &command) {
    document.soap = command.soap;
    return std::nullopt;
}

Refusal apply(Document &document, const SetHomeworkSide &command) {
    return with_homework(document, command.id,
                         [&](HomeworkItem &item) { item.side = command.side; });
}

Refusal apply(Document &document, const SetHomeworkStop &command) {
    return with_homework(document, command.id,
                         [&](HomeworkItem &item) { item.stop_rule = command.stop_rule; });
}

Refusal apply(Document &document, const SetAftercare &command) {
    document.aftercare = command.texts;
    return std::nullopt;
}

Refusal apply(Document &document, const SetNextSession &command) {
    document.next_session = command.at;
    return std::nullopt;
}

Refusal apply(Document &document, const PlanFollowUp &command) {
    document.follow_up_due = command.due;
    return std::nullopt;
}

Refusal apply(Document &document, const AnswerFollowUp &command) {
    if (document.stage != Stage::closed)
        return refuse("This session is still open. Day 3 comes after it is signed.");
    std::erase_if(document.follow_up,
                  [&](const FollowUpAnswer &answer) { return answer.mark == command.answer.mark; });
    document.follow_up.push_back(command.answer);
    return std::nullopt;
}

} // namespace app
