/// What the screens of the plan and the treatment have in common.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// "Calf, left", or "Lower legs and feet" for the rest of a main zone.
std::string item_title(const ScreenContext &c, std::string_view part);
/// "Tibialis posterior", the structures that are meant; empty: all of it.
std::string item_structures(const Atlas &atlas, const PlanItem &item);

/// Carries out the command and shares the booked minutes out again around what is locked: one step
/// for undo. What is refused is emitted as it is, so that it gets said.
void replan(ScreenContext &c, const Command &command, std::string step = {});
/// The proposal for today as the plan.
void propose(ScreenContext &c);

} // namespace app
