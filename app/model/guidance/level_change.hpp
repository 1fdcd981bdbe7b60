/// What a change of a level means, on the numeric rating scale of 0 to 10 (rules NRS-R1 to R4).
#pragma once

#include <cstdint>
#include <string>

namespace app {

enum class ChangeSize : std::uint8_t { none, small, clear };

struct LevelChange {
    int start = 0; ///< shown with every change: the size that matters depends on it (NRS-R4)
    int now = 0;
    ChangeSize size = ChangeSize::none;
    bool clearly_better() const { return size == ChangeSize::clear && now < start; }
    bool clearly_worse() const { return size == ChangeSize::clear && now > start; }
    friend bool operator==(const LevelChange &, const LevelChange &) = default;
};

/// Clear: 2 points, or 30 % from a start of 4 up, or 1 point from a start of 1 to 3 (NRS-R2).
/// Small: 1 point (NRS-R3). A rise is judged by the same steps.
LevelChange level_change(int start, int now);

/// "clearly better", "a little worse", "as before"
std::string size_words(const LevelChange &change);
/// "6 to 3, clearly better", "6 to 5, a little better", "6 as before"
std::string change_words(const LevelChange &change);

} // namespace app
