#include "model/atlas/main_zones.hpp"
#include "model/session/rules.hpp"
#include "screens/frame/chip_rows.hpp"
#include "screens/settings/settings_parts.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

/// As in the catalogue of exercises, and its key in Phrases.
struct Kind {
    std::string_view id, words;
};
constexpr std::array<Kind, 10> kinds{{{"stretch", "kind.stretch"},
                                      {"mobility", "kind.mobility"},
                                      {"foam_roll", "kind.foam_roll"},
                                      {"strength", "kind.strength"},
                                      {"load", "kind.load"},
                                      {"heat", "kind.heat"},
                                      {"cold", "kind.cold"},
                                      {"breathing", "kind.breathing"},
                                      {"rest", "kind.rest"},
                                      {"recovery", "kind.recovery"}}};

std::string_view kind_words(const ScreenContext &c, std::string_view id) {
    const auto found = std::ranges::find(kinds, id, &Kind::id);
    return found == kinds.end() ? id : c.words(found->words);
}

void edit_exercise(ScreenContext &c, const std::function<void(OwnExercise &)> &how) {
    change(c, [id = c.state.settings.homework, how](ClinicSettings &settings) {
        const auto found = std::ranges::find(settings.homework, id, &OwnExercise::id);
        if (found != settings.homework.end())
            how(*found);
    });
}

void all_items(ScreenContext &c, Rect &list) {
    const auto &items = c.seal.settings().homework;
    settings_heading(c, list, c.words("own.title"), c.words("own.what"));
    for (const OwnExercise &item : items) {
        const Scope scope(c.ui, item.id);
        const std::string line =
            std::string(kind_words(c, item.kind)) + " \u00B7 " + dose_words(item.dose);
        if (setting_card(c, list,
                         {item.name.empty() ? c.words("settings.no_name") : item.name, line}))
            c.state.settings.homework = item.id;
    }
    if (items.size() >= settings_limits::homework)
        return settings_sentence(c, list, c.words("settings.full"));
    if (setting_button(
            c, list,
            {.name = c.words("own.add"), .style = ButtonStyle::primary, .icon = Icon::plus})) {
        const std::string id = c.new_id();
        change(c, [id](ClinicSettings &settings) {
            settings.homework.push_back({.id = id, .name = {}});
        });
        c.state.settings.homework = id;
    }
}

void label(ScreenContext &c, Rect &list, std::string_view words) {
    text(c.ui, cut_top(list, c.ui.line_height(Font::caption), c.ui.px(6)), words,
         {.font = Font::caption, .color = c.ui.theme().ink2});
}

void kind_chips(ScreenContext &c, Rect &list, const OwnExercise &item) {
    label(c, list, c.words("own.kind"));
    std::vector<RowChip> chips;
    for (const Kind &kind : kinds)
        chips.push_back({c.words(kind.words), item.kind == kind.id});
    if (const auto tapped = chip_rows(c, list, chips))
        edit_exercise(c, [tapped](OwnExercise &changed) { changed.kind = kinds[*tapped].id; });
}

void zone_chips(ScreenContext &c, Rect &list, const OwnExercise &item) {
    label(c, list, c.words("own.for"));
    std::vector<RowChip> chips{{c.words("own.whole_body"), item.zones.empty()}};
    for (const MainZone &zone : main_zones())
        chips.push_back({zone.title, std::ranges::count(item.zones, zone.id) > 0});
    const auto tapped = chip_rows(c, list, chips);
    if (!tapped)
        return;
    edit_exercise(c, [tapped](OwnExercise &changed) {
        if (*tapped == 0)
            return changed.zones.clear();
        const std::string id(main_zones()[*tapped - 1].id);
        if (std::erase(changed.zones, id) == 0)
            changed.zones.push_back(id);
    });
}

void dose_step(ScreenContext &c, Rect &list, std::string_view title, std::string_view unit,
               int Dose::*member, const WholeNumberRule &rule, const Dose &dose, int step = 1) {
    if (const auto value = setting_stepper(c, list, {.title = title, .control_width = 232},
                                           {.name = title,
                                            .value = dose.*member,
                                            .low = rule.low,
                                            .high = rule.high,
                                            .step = step,
                                            .unit = unit}))
        edit_exercise(c, [member, value](OwnExercise &changed) { changed.dose.*member = *value; });
}

void dose_steps(ScreenContext &c, Rect &list, const Dose &dose) {
    settings_heading(c, list, c.words("own.begin"), dose_words(dose));
    dose_step(c, list, c.words("homework.sets"), "", &Dose::sets, rules::sets, dose);
    dose_step(c, list, c.words("homework.repeats"), "", &Dose::repeats, rules::repeats, dose);
    dose_step(c, list, c.words("homework.hold"), c.words("homework.seconds"), &Dose::hold_s,
              rules::hold_s, dose, 5);
    dose_step(c, list, c.words("homework.times_a_day"), "", &Dose::times_a_day, rules::times_a_day,
              dose);
    dose_step(c, list, c.words("homework.days_a_week"), "", &Dose::days_a_week, rules::days_a_week,
              dose);
    dose_step(c, list, c.words("homework.weeks"), "", &Dose::weeks, rules::weeks, dose);
    dose_step(c, list, c.words("own.stop_above"), "", &Dose::max_pain, rules::max_pain, dose);
}

void one_item(ScreenContext &c, Rect &list, const OwnExercise &item) {
    if (setting_button(
            c, list,
            {.name = c.words("own.all"), .style = ButtonStyle::text, .icon = Icon::back})) {
        c.state.settings.homework.clear();
        c.state.settings.sure = false;
    }
    settings_heading(c, list, item.name.empty() ? c.words("own.new") : item.name);
    if (const auto name = setting_field(c, list,
                                        {.name = c.words("own.name"),
                                         .hint = c.words("own.name_hint"),
                                         .key = "homework name " + item.id,
                                         .saved = item.name,
                                         .max_bytes = 120}))
        edit_exercise(c, [name](OwnExercise &changed) { changed.name = *name; });
    if (const auto how = setting_field(c, list,
                                       {.name = c.words("own.how"),
                                        .hint = c.words("own.how_hint"),
                                        .key = "homework how " + item.id,
                                        .saved = item.how_to,
                                        .max_bytes = 2000,
                                        .long_text = true}))
        edit_exercise(c, [how](OwnExercise &changed) { changed.how_to = *how; });
    kind_chips(c, list, item);
    zone_chips(c, list, item);
    dose_steps(c, list, item.dose);
    if (delete_button(c, list, c.words("own.this"))) {
        change(c, [id = item.id](ClinicSettings &settings) {
            std::erase_if(settings.homework,
                          [&](const OwnExercise &other) { return other.id == id; });
        });
        c.state.settings.homework.clear();
    }
}

} // namespace

void settings_homework(ScreenContext &c, Rect &list) {
    const auto &items = c.seal.settings().homework;
    const auto open = std::ranges::find(items, c.state.settings.homework, &OwnExercise::id);
    if (open == items.end())
        return all_items(c, list);
    const Scope scope(c.ui, open->id);
    one_item(c, list, *open);
}

} // namespace app
