/// Day 3 after a session: what is asked again, and whether it has become better (rule S37).
#pragma once

#include "model/guidance/level_change.hpp"
#include "model/session/document.hpp"

namespace app {

/// The third day after the session, in its own time zone, as an ISO date.
std::string day_three(const Document &document);

/// The marks that are asked for again: pain and tightness with a level.
std::vector<const Mark *> marks_to_ask(const Document &document);
/// The level that day 3 is judged against: that before the session (NRS-R4).
int start_level(const Mark &mark);
const FollowUpAnswer *answer_of(const Document &document, const Mark &mark);

/// Clearly better by its level, and by the client's own word; either one "no" is enough to suggest
/// a sports doctor or physical therapist (rules S37, RF18).
bool is_clearly_better(const Mark &mark, const FollowUpAnswer &answer);

} // namespace app
