#include "model/guidance/level_change.hpp"

#include <cstdlib>
#include <string>

namespace app {

namespace {

bool is_clear(int start, int points) {
    constexpr int clear_points = 2, clear_percent = 30, percent_from = 4;
    const bool by_percent = start >= percent_from && points * 100 >= start * clear_percent;
    const bool of_a_low_start = start >= 1 && start < percent_from && points >= 1;
    return points >= clear_points || by_percent || of_a_low_start;
}

} // namespace

LevelChange level_change(int start, int now) {
    const int points = std::abs(now - start);
    // Levels are whole numbers, so every change that is not clear is 1 point.
    const ChangeSize size = is_clear(start, points) ? ChangeSize::clear
                            : points > 0            ? ChangeSize::small
                                                    : ChangeSize::none;
    return {start, now, size};
}

std::string size_words(const LevelChange &change) {
    if (change.size == ChangeSize::none)
        return "as before";
    return std::string(change.size == ChangeSize::clear ? "clearly " : "a little ") +
           (change.now < change.start ? "better" : "worse");
}

std::string change_words(const LevelChange &change) {
    const std::string now = std::to_string(change.now);
    if (change.size == ChangeSize::none)
        return now + " " + size_words(change);
    return std::to_string(change.start) + " to " + now + ", " + size_words(change);
}

} // namespace app
