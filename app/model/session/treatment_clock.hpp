/// What the clock of the treatment shows, worked out from points in time: nothing ticks in files.
#pragma once

#include "model/session/document.hpp"

namespace app {

/// Seconds worked on the item so far, also while it runs. A clock that was set back counts as 0.
int spent_s(const Document &document, const PlanItem &item, engine::Timestamp now);
/// Seconds until the item's minutes are used up; negative: over them.
int left_s(const Document &document, const PlanItem &item, engine::Timestamp now);
/// Seconds of the booked time that nobody has worked yet; negative: over it.
int left_in_all_s(const Document &document, engine::Timestamp now);

/// The item that is worked on now; null: none.
const PlanItem *item_now(const Document &document);
/// The first item after that one, then from the beginning, that has minutes and is not done or
/// skipped; null: nothing is left.
const PlanItem *item_after(const Document &document, std::string_view part);
bool is_running(const Document &document);

} // namespace app
