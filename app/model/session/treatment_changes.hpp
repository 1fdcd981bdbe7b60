/// What the commands of treatment_command.hpp do. For update() only; the rules about values are in
/// rules.hpp.
#pragma once

#include "model/session/record_changes.hpp"

namespace app {

Refusal apply(Document &document, const SetAppointment &command);

Refusal apply(Document &document, const AddFocus &command);
Refusal apply(Document &document, const SetMinutes &command);
Refusal apply(Document &document, const LockMinutes &command);
Refusal apply(Document &document, const MoveItem &command);
Refusal apply(Document &document, const SetPlan &command);
Refusal apply(Document &document, const SetFocusRegions &command);
Refusal apply(Document &document, const SetFocusNote &command);
Refusal apply(Document &document, const RemoveFocus &command);

Refusal apply(Document &document, const WorkOn &command);
Refusal apply(Document &document, const PauseTreatment &command);
Refusal apply(Document &document, const FinishItem &command);
Refusal apply(Document &document, const EndTreatment &command);
Refusal apply(Document &document, const SetPressureUsed &command);
Refusal apply(Document &document, const SetTechnique &command);
Refusal apply(Document &document, const AddFeedback &command);
Refusal apply(Document &document, const SetFinding &command);
Refusal apply(Document &document, const RemoveFinding &command);

Refusal apply(Document &document, const SetSoap &command);
Refusal apply(Document &document, const SetHomeworkSide &command);
Refusal apply(Document &document, const SetHomeworkStop &command);
Refusal apply(Document &document, const SetAftercare &command);
Refusal apply(Document &document, const SetNextSession &command);
Refusal apply(Document &document, const PlanFollowUp &command);
Refusal apply(Document &document, const AnswerFollowUp &command);

} // namespace app
