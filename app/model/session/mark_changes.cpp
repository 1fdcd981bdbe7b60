#include "model/session/mark_changes.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace app {

std::vector<Dab> in_tenths(std::vector<Dab> paint) {
    const auto tenths = [](float mm) {
        return static_cast<float>(std::round(static_cast<double>(mm) * 10) / 10);
    };
    for (Dab &dab : paint)
        dab = {{tenths(dab.point.x), tenths(dab.point.y), tenths(dab.point.z)},
               tenths(dab.radius_mm)};
    return paint;
}

Trend trend_of(int last, int now) {
    if (now == 0)
        return Trend::gone;
    if (now == last)
        return Trend::same;
    return now < last ? Trend::better : Trend::worse;
}

// Its words stay; a number only where it is known: the same, or none any more.
Mark carried_over(const CarryMark &command, const std::string &id) {
    Mark mark = command.from;
    mark.id = id;
    mark.carried_from = command.from.id;
    mark.trend = command.trend;
    mark.level_last = command.from.level;
    mark.level = {};
    if (mark.channel != Channel::avoid && command.trend == Trend::same)
        mark.level = mark.level_last;
    if (mark.channel != Channel::avoid && command.trend == Trend::gone)
        mark.level = 0;
    mark.level_after = {};
    mark.author = Author::client;
    mark.phase = Phase::before;
    mark.made_at = command.at;
    mark.unknown.clear();
    return mark;
}
void forget_past(Mark &mark) {
    mark.carried_from.clear();
    mark.level_last = {};
    mark.trend = {};
}

} // namespace app
