/// The two columns of the treatment beside the map: what happens now, and what the hands find.
#pragma once

#include "screens/screen.hpp"

namespace app {

/// Item, time, what comes next, what the client says. Needs an item that is worked on.
void now_column(ScreenContext &c, engine::Rect rect, const PlanItem &item);
/// Pressure, comfort and findings.
void hands_column(ScreenContext &c, engine::Rect rect, const PlanItem &item);
/// Heights that the columns take when nothing is stretched.
float now_column_height(ScreenContext &c, float width, const PlanItem &item);
float hands_column_height(ScreenContext &c);

/// The sheets above them: comfort 0 to 10; structures, techniques, temperature, note.
void comfort_sheet(ScreenContext &c, const PlanItem &item);
void details_sheet(ScreenContext &c, const PlanItem &item);

/// The finding at the place that is felt now, as it stands or empty with a new id.
Finding finding_now(const ScreenContext &c);
/// The last number that the client gave for comfort at this part; null: none.
const Feedback *last_comfort(const Document &document, std::string_view part);
/// Rule PRS-R1: the client's last words at this part ask to go one step lower, and nobody has.
const Feedback *asks_to_ease_off(const ScreenContext &c, const PlanItem &item);
/// The highest pressure at this part: 1..5; 0: notes only.
int pressure_limit(const ScreenContext &c, const PlanItem &item);

} // namespace app
