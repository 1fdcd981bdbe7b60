/// What the numbers of GuidanceSettings can be, for the file and for the screen.
#pragma once

#include "model/guidance/guidance_settings.hpp"
#include "model/session/rules.hpp"

namespace app {

namespace guidance_ranges {
constexpr WholeNumberRule new_client_blocked{"time without a first massage before a race", 0, 336};
constexpr WholeNumberRule new_client_clear{"time of the soreness warning before a race", 0, 672};
constexpr WholeNumberRule pre_race_from{"begin of the pre-race window in hours", 0, 672};
constexpr WholeNumberRule pre_race_until{"end of the pre-race window in hours", 0, 336};
constexpr WholeNumberRule recovery_from{"begin of the recovery window in hours", 0, 168};
constexpr WholeNumberRule recovery_until{"end of the recovery window in hours", 0, 336};
constexpr WholeNumberRule ease_off{"comfort level that asks to ease off", 1, 10};
} // namespace guidance_ranges

/// No span ends before it begins.
constexpr bool in_order(const GuidanceSettings &guidance) {
    return guidance.new_client_clear_h >= guidance.new_client_blocked_h &&
           guidance.pre_race_from_h >= guidance.pre_race_until_h &&
           guidance.recovery_until_h >= guidance.recovery_from_h;
}

} // namespace app
