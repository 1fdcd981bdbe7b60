/// The numbers that the rules leave open, as this clinic has set them. Defaults: the proposals of
/// assets/guidance/RULES.md.
#pragma once

namespace app {

struct GuidanceSettings {
    /// Rule S7: somebody new to massage is not booked closer to a race than this, ...
    int new_client_blocked_h = 72; ///< 0..336
    /// ... and is warned of soreness up to this.
    int new_client_clear_h = 168; ///< 0..672, not below new_client_blocked_h
    /// Rules S18, S19: the window before a race for somebody used to massage; both ends lie inside.
    int pre_race_from_h = 168, pre_race_until_h = 48;
    /// Rule S22: the best time for a recovery massage after a race; both ends lie inside.
    int recovery_from_h = 24, recovery_until_h = 48;
    int ease_off_at = 5; ///< comfort level that asks to ease off, 1..10 (PRS-R1)
    /// Strengthening may be given as homework; off where the law leaves it to others.
    bool strengthening_in_scope = true;
    friend bool operator==(const GuidanceSettings &, const GuidanceSettings &) = default;
};

} // namespace app
