/// The changes of a session from the plan to day 3. See command.hpp.
#pragma once

#include "model/session/document.hpp"

namespace app {

struct SetAppointment {
    SessionKind kind;
    std::optional<Setting> setting;
};

struct AddFocus {
    std::string area;
    int minutes;
};
/// Of a focus area or a zone, by hand: a new proposal leaves them alone.
struct SetMinutes {
    std::string part;
    int minutes;
};
struct LockMinutes {
    std::string part;
    bool locked;
};
/// To another place in the order: 0 is first.
struct MoveItem {
    std::string part;
    int to;
};
/// The whole plan anew, in its order.
struct SetPlan {
    std::vector<PlanItem> items;
};
/// The structures that are meant; empty: the area as a whole.
struct SetFocusRegions {
    std::string area;
    std::vector<std::string> regions;
};
/// Of a zone, too.
struct SetFocusNote {
    std::string area, note;
};
struct RemoveFocus {
    std::string area;
};

/// Begins the treatment, goes to another item, or goes on after a pause.
struct WorkOn {
    std::string part;
    engine::Timestamp at;
};
struct PauseTreatment {
    engine::Timestamp at;
};
/// The item is done or skipped; `next` goes on at once, empty: nothing is left.
struct FinishItem {
    std::string part;
    Outcome outcome;
    std::string next;
    engine::Timestamp at;
};
struct EndTreatment {
    bool stopped_by_client;
    engine::Timestamp at;
};
struct SetPressureUsed {
    std::string part;
    std::optional<int> pressure;
};
struct SetTechnique {
    std::string part, technique;
    bool on;
};
/// What was said; again with the same id: what it has become, while a number is being found.
struct AddFeedback {
    Feedback feedback;
};
/// A new finding, or another state of one.
struct SetFinding {
    Finding finding;
};
struct RemoveFinding {
    std::string id;
};

struct SetSoap {
    SoapNote soap;
};
struct SetHomeworkSide {
    std::string id;
    std::optional<HomeworkSide> side;
};
struct SetHomeworkStop {
    std::string id, stop_rule;
};
struct SetAftercare {
    std::vector<std::string> texts;
};
struct SetNextSession {
    std::optional<engine::Timestamp> at;
};
/// `due`: the ISO date of the call; empty: none.
struct PlanFollowUp {
    std::string due;
};
struct AnswerFollowUp {
    FollowUpAnswer answer;
};

} // namespace app
