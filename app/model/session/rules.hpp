/// What a session may hold: the one home of these rules. Reading a file and update() both ask here.
#pragma once

#include "model/atlas/atlas.hpp"
#include "model/session/document.hpp"
#include "model/text/problem.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace rules {

inline constexpr WholeNumberRule level{"level", 0, 10};
inline constexpr WholeNumberRule pressure{"pressure", 1, 5};
inline constexpr WholeNumberRule focus_minutes{"time for a focus area in minutes", 1, 180};
inline constexpr WholeNumberRule zone_minutes{"time for a part of the body in minutes", 0, 180};
inline constexpr WholeNumberRule spent_s{"time spent in seconds", 0, 7 * 24 * 3600};
inline constexpr WholeNumberRule comfort{"comfort", 0, 10};
inline constexpr WholeNumberRule tender{"tenderness", 0, 4};
inline constexpr WholeNumberRule booked_minutes{"booked time in minutes", 10, 180};
inline constexpr WholeNumberRule sets{"number of sets", 1, 10};
inline constexpr WholeNumberRule repeats{"number of repeats", 1, 50};
inline constexpr WholeNumberRule hold_s{"hold in seconds", 0, 1800};
inline constexpr WholeNumberRule rest_s{"rest in seconds", 0, 600};
inline constexpr WholeNumberRule times_a_day{"number of times a day", 1, 10};
inline constexpr WholeNumberRule days_a_week{"number of days a week", 1, 7};
inline constexpr WholeNumberRule weeks{"number of weeks", 1, 52};
inline constexpr WholeNumberRule max_pain{"stop level", 0, 10};

inline constexpr double build_low = -1, build_high = 1;

/// A mark may have so many dabs; a whole back needs some hundreds.
inline constexpr std::size_t most_dabs = 20'000;
inline constexpr float farthest_mm = 5'000, largest_dab_mm = 200;

inline constexpr std::size_t name_characters = 200;
inline constexpr std::size_t note_characters = 10'000;

/// Appends everything that is wrong: values out of range, ids that the atlas lacks, levels of
/// places to avoid, two marks with one id or for one place, author, phase and channel.
void check(const Document &document, const Atlas &atlas, Problems &found);

} // namespace rules

} // namespace app
