#include "screens/settings/settings_parts.hpp"
#include "store/files/guidance_ranges.hpp"

#include <algorithm>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

struct HoursRow {
    std::string_view title, sentence;
    int GuidanceSettings::*value;
    int low, high;
};

void hours_row(ScreenContext &c, Rect &list, const HoursRow &row) {
    const int GuidanceSettings::*value = row.value;
    if (const auto hours = setting_stepper(c, list, {row.title, row.sentence, 232},
                                           {.name = row.title,
                                            .value = c.seal.settings().guidance.*value,
                                            .low = row.low,
                                            .high = row.high,
                                            .step = 12,
                                            .unit = " h"}))
        change(c, [member = row.value, hours](ClinicSettings &settings) {
            settings.guidance.*member = *hours;
        });
}

// Each begin stops at its end and the other way round: no span can be turned over.
void before_races(ScreenContext &c, Rect &list) {
    namespace ranges = guidance_ranges;
    const GuidanceSettings &now = c.seal.settings().guidance;
    settings_heading(c, list, "Before a race");
    hours_row(c, list,
              {"New to massage: not within",
               "A first massage this close to a race is stopped (S7).",
               &GuidanceSettings::new_client_blocked_h, ranges::new_client_blocked.low,
               std::min(ranges::new_client_blocked.high, now.new_client_clear_h)});
    hours_row(c, list,
              {"New to massage: warned within",
               "Up to here a first massage comes with a word on soreness (S7).",
               &GuidanceSettings::new_client_clear_h, now.new_client_blocked_h,
               ranges::new_client_clear.high});
    hours_row(c, list,
              {"Pre-race window opens", "Hours before the race. For clients used to massage (S18).",
               &GuidanceSettings::pre_race_from_h, now.pre_race_until_h,
               ranges::pre_race_from.high});
    hours_row(c, list,
              {"Pre-race window closes",
               "Closer than this everybody is warned of race-day soreness (S19).",
               &GuidanceSettings::pre_race_until_h, ranges::pre_race_until.low,
               std::min(ranges::pre_race_until.high, now.pre_race_from_h)});
}

void after_races(ScreenContext &c, Rect &list) {
    namespace ranges = guidance_ranges;
    const GuidanceSettings &now = c.seal.settings().guidance;
    settings_heading(c, list, "After a race or a long run");
    hours_row(c, list,
              {"Recovery window opens", "Sooner than this, only very light touch (S20, S22).",
               &GuidanceSettings::recovery_from_h, ranges::recovery_from.low,
               std::min(ranges::recovery_from.high, now.recovery_until_h)});
    hours_row(c, list,
              {"Recovery window closes", "The best time to book ends here (S22).",
               &GuidanceSettings::recovery_until_h, now.recovery_from_h,
               ranges::recovery_until.high});
}

void during_sessions(ScreenContext &c, Rect &list) {
    namespace ranges = guidance_ranges;
    const GuidanceSettings &now = c.seal.settings().guidance;
    settings_heading(c, list, "During the session");
    if (const auto level =
            setting_stepper(c, list,
                            {"Ease off at comfort level",
                             "From this number on the screen asks you to ease off (PRS-R1).", 232},
                            {.name = "Ease off at comfort level",
                             .value = now.ease_off_at,
                             .low = ranges::ease_off.low,
                             .high = ranges::ease_off.high}))
        change(c, [level](ClinicSettings &settings) { settings.guidance.ease_off_at = *level; });
    if (setting_toggle(c, list, "Strengthening as homework",
                       "Turn it off where the law leaves exercises to physical therapists.",
                       now.strengthening_in_scope))
        change(c, [](ClinicSettings &settings) {
            bool &on = settings.guidance.strengthening_in_scope;
            on = !on;
        });
}

} // namespace

void settings_guidance(ScreenContext &c, Rect &list) {
    settings_heading(c, list, "Guidance",
                     "The rules leave some numbers open. These are proposals; set what your "
                     "clinic works by. Palpate advises, you decide.");
    before_races(c, list);
    after_races(c, list);
    during_sessions(c, list);
    if (c.seal.settings().guidance != GuidanceSettings{} &&
        setting_button(c, list, {.name = "Reset to the proposals", .icon = Icon::undo}))
        change(c, [](ClinicSettings &settings) { settings.guidance = {}; });
}

} // namespace app
