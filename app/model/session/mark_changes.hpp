/// What commands do to one mark. For update() only.
#pragma once

#include "model/session/command.hpp"

namespace app {

/// Rounded to tenths of a millimetre, as files keep it.
std::vector<Dab> in_tenths(std::vector<Dab> paint);
/// What became of a place, by its levels.
Trend trend_of(int last, int now);
/// The mark of the last session as one of today.
Mark carried_over(const CarryMark &command, const std::string &id);
/// A copy does not go on from a mark of the last session.
void forget_past(Mark &mark);

} // namespace app
