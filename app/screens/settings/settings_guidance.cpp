#include "records/guidance_ranges.hpp"
#include "screens/settings/settings_parts.hpp"

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
                                            .unit = c.words("guide.hours")}))
        change(c, [member = row.value, hours](ClinicSettings &settings) {
            settings.guidance.*member = *hours;
        });
}

// Each begin stops at its end and the other way round: no span can be turned over.
void before_races(ScreenContext &c, Rect &list) {
    namespace ranges = guidance_ranges;
    const GuidanceSettings &now = c.seal.settings().guidance;
    settings_heading(c, list, c.words("guide.before"));
    hours_row(c, list,
              {c.words("guide.not_within"), c.words("guide.not_within_what"),
               &GuidanceSettings::new_client_blocked_h, ranges::new_client_blocked.low,
               std::min(ranges::new_client_blocked.high, now.new_client_clear_h)});
    hours_row(c, list,
              {c.words("guide.warned_within"), c.words("guide.warned_within_what"),
               &GuidanceSettings::new_client_clear_h, now.new_client_blocked_h,
               ranges::new_client_clear.high});
    hours_row(c, list,
              {c.words("guide.pre_race_opens"), c.words("guide.pre_race_opens_what"),
               &GuidanceSettings::pre_race_from_h, now.pre_race_until_h,
               ranges::pre_race_from.high});
    hours_row(c, list,
              {c.words("guide.pre_race_closes"), c.words("guide.pre_race_closes_what"),
               &GuidanceSettings::pre_race_until_h, ranges::pre_race_until.low,
               std::min(ranges::pre_race_until.high, now.pre_race_from_h)});
}

void after_races(ScreenContext &c, Rect &list) {
    namespace ranges = guidance_ranges;
    const GuidanceSettings &now = c.seal.settings().guidance;
    settings_heading(c, list, c.words("guide.after"));
    hours_row(c, list,
              {c.words("guide.recovery_opens"), c.words("guide.recovery_opens_what"),
               &GuidanceSettings::recovery_from_h, ranges::recovery_from.low,
               std::min(ranges::recovery_from.high, now.recovery_until_h)});
    hours_row(c, list,
              {c.words("guide.recovery_closes"), c.words("guide.recovery_closes_what"),
               &GuidanceSettings::recovery_until_h, now.recovery_from_h,
               ranges::recovery_until.high});
}

void during_sessions(ScreenContext &c, Rect &list) {
    namespace ranges = guidance_ranges;
    const GuidanceSettings &now = c.seal.settings().guidance;
    settings_heading(c, list, c.words("guide.during"));
    if (const auto level = setting_stepper(
            c, list, {c.words("guide.ease_off"), c.words("guide.ease_off_what"), 232},
            {.name = c.words("guide.ease_off"),
             .value = now.ease_off_at,
             .low = ranges::ease_off.low,
             .high = ranges::ease_off.high}))
        change(c, [level](ClinicSettings &settings) { settings.guidance.ease_off_at = *level; });
    if (setting_toggle(c, list, c.words("guide.strength"), c.words("guide.strength_what"),
                       now.strengthening_in_scope))
        change(c, [](ClinicSettings &settings) {
            bool &on = settings.guidance.strengthening_in_scope;
            on = !on;
        });
}

} // namespace

void settings_guidance(ScreenContext &c, Rect &list) {
    settings_heading(c, list, c.words("settings.guidance"), c.words("guide.what"));
    before_races(c, list);
    after_races(c, list);
    during_sessions(c, list);
    if (c.seal.settings().guidance != GuidanceSettings{} &&
        setting_button(c, list, {.name = c.words("guide.reset"), .icon = Icon::undo}))
        change(c, [](ClinicSettings &settings) { settings.guidance = {}; });
}

} // namespace app
