/// The parts of the treatment beside the map: what happens now, and what the hands find.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// Each is cut off the top of `list`. Item, time, what comes next; what the client says; pressure,
/// comfort and findings; details and undo.
void now_part(ScreenContext &c, engine::Rect &list, const PlanItem &item);
void says_part(ScreenContext &c, engine::Rect &list, const PlanItem &item);
void hands_part(ScreenContext &c, engine::Rect &list, const PlanItem &item);
void foot_part(ScreenContext &c, engine::Rect &list);
float says_height(const engine::ui::Ui &ui);
float foot_height(const engine::ui::Ui &ui);

/// The sheets above them: comfort 0 to 10; structures, techniques, temperature, note.
void comfort_sheet(ScreenContext &c, const PlanItem &item);
void details_sheet(ScreenContext &c, const PlanItem &item);

/// The finding at the place that is felt now, as it stands; empty, without an id, before it is
/// kept.
Finding finding_now(const ScreenContext &c);
void keep_finding(ScreenContext &c, Finding finding);
/// The last number that the client gave for comfort at this part; null: none.
const Feedback *last_comfort(const Document &document, std::string_view part);
/// Rule PRS-R1: the client's last words at this part ask to go one step lower, and nobody has.
const Feedback *asks_to_ease_off(const ScreenContext &c, const PlanItem &item);
/// The highest pressure at this part: 1..5; 0: notes only.
int pressure_limit(const ScreenContext &c, const PlanItem &item);

} // namespace app
