#include "screens/settings/settings_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

using Edit = std::function<void(TherapistProfile &)>;

void edit_therapist(ScreenContext &c, const Edit &how) {
    change(c, [id = c.state.settings.therapist, how](ClinicSettings &settings) {
        const auto found = std::ranges::find(settings.therapists, id, &TherapistProfile::id);
        if (found != settings.therapists.end())
            how(*found);
    });
}

std::string card_line(const ScreenContext &c, const TherapistProfile &profile) {
    std::string line = profile.licence.empty()
                           ? std::string(c.words("therapist.no_licence"))
                           : c.words("therapist.licence_is", {{"licence", profile.licence}});
    if (profile.years)
        line += " \u00B7 " + c.words.count("therapist.years_in_practice", *profile.years);
    return line;
}

void all_therapists(ScreenContext &c, Rect &list) {
    const auto &profiles = c.seal.settings().therapists;
    settings_heading(c, list, c.words("settings.therapists"),
                     c.words(profiles.empty() ? "therapist.nobody" : "therapist.tap_a_name"));
    for (const TherapistProfile &profile : profiles) {
        const Scope scope(c.ui, profile.id);
        const std::string name = listed_name(profile);
        if (setting_card(c, list,
                         {name.empty() ? c.words("settings.no_name") : name, card_line(c, profile),
                          profile.active ? "" : c.words("therapist.not_active")}))
            c.state.settings.therapist = profile.id;
    }
    if (profiles.size() >= settings_limits::therapists)
        return;
    if (setting_button(c, list,
                       {.name = c.words("therapist.add"),
                        .style = ButtonStyle::primary,
                        .icon = Icon::plus})) {
        const std::string id = c.new_id();
        change(c, [id](ClinicSettings &settings) {
            settings.therapists.push_back({.id = id, .name = {}, .training = {}});
        });
        c.state.settings.therapist = id;
    }
}

using Text = std::string TherapistProfile::*;

void text_of(ScreenContext &c, Rect &list, const TherapistProfile &profile, Text member,
             SettingField field) {
    field.key = "therapist " + profile.id + std::string(field.name);
    if (const auto words = setting_field(c, list, field))
        edit_therapist(c, [member, words](TherapistProfile &changed) { changed.*member = *words; });
}

void years_of(ScreenContext &c, Rect &list, const TherapistProfile &profile, std::string_view title,
              std::optional<int> TherapistProfile::*member) {
    const std::optional<int> &years = profile.*member;
    if (const auto changed =
            setting_stepper(c, list, {title, years ? "" : c.words("therapist.not_entered"), 232},
                            {.name = title, .value = years.value_or(0), .high = 80}))
        edit_therapist(c, [member, changed](TherapistProfile &other) { other.*member = *changed; });
}

void answers(ScreenContext &c, Rect &list, const TherapistProfile &profile) {
    const bool claims = profile.licence.empty() && claims_licence(profile.name);
    const std::string shown =
        c.words("therapist.without_licence", {{"name", listed_name(profile)}});
    text_of(c, list, profile, &TherapistProfile::name,
            {.name = c.words("therapist.name"),
             .hint = c.words("new.client_hint"),
             .key = {},
             .saved = profile.name,
             .max_bytes = 120,
             .error = claims ? std::string_view(shown) : std::string_view()});
    text_of(c, list, profile, &TherapistProfile::licence,
            {.name = c.words("new.licence"),
             .hint = c.words("therapist.licence_hint"),
             .key = {},
             .saved = profile.licence,
             .max_bytes = 120});
    text_of(c, list, profile, &TherapistProfile::training,
            {.name = c.words("therapist.training"),
             .hint = c.words("therapist.training_hint"),
             .key = {},
             .saved = profile.training,
             .max_bytes = 1000,
             .long_text = true});
    years_of(c, list, profile, c.words("therapist.years"), &TherapistProfile::years);
    years_of(c, list, profile, c.words("therapist.runner_years"), &TherapistProfile::runner_years);
    text_of(c, list, profile, &TherapistProfile::runners,
            {.name = c.words("therapist.runners"),
             .hint = c.words("therapist.runners_hint"),
             .key = {},
             .saved = profile.runners,
             .max_bytes = 200});
}

void tie_field(ScreenContext &c, Rect &list, const std::string &profile, std::size_t at,
               std::string_view name, std::string_view hint, const Tie &tie,
               std::string Tie::*member) {
    const std::string title =
        c.words("settings.numbered", {{"name", name}, {"number", std::to_string(at + 1)}});
    if (const auto words = setting_field(c, list,
                                         {.name = title,
                                          .hint = hint,
                                          .key = "tie " + profile + title,
                                          .saved = tie.*member,
                                          .max_bytes = 200}))
        edit_therapist(c, [at, member, words](TherapistProfile &changed) {
            if (at < changed.ties.size())
                changed.ties[at].*member = *words;
        });
}

void ties(ScreenContext &c, Rect &list, const TherapistProfile &profile) {
    settings_heading(c, list, c.words("tie.title"), c.words("tie.what"));
    for (std::size_t at = 0; at < profile.ties.size(); ++at) {
        const Tie &tie = profile.ties[at];
        tie_field(c, list, profile.id, at, c.words("own.name"), c.words("new.client_hint"), tie,
                  &Tie::name);
        tie_field(c, list, profile.id, at, c.words("tie.profession"),
                  c.words("tie.profession_hint"), tie, &Tie::profession);
        tie_field(c, list, profile.id, at, c.words("tie.contact"), c.words("tie.contact_hint"), tie,
                  &Tie::contact);
        if (setting_button(c, list,
                           {.name = c.words("tie.delete", {{"number", std::to_string(at + 1)}}),
                            .style = ButtonStyle::text,
                            .icon = Icon::trash}))
            edit_therapist(c, [at](TherapistProfile &changed) {
                if (at < changed.ties.size())
                    changed.ties.erase(changed.ties.begin() + static_cast<std::ptrdiff_t>(at));
            });
        cut_top(list, 0, c.ui.px(12));
    }
    if (profile.ties.size() < settings_limits::ties &&
        setting_button(c, list, {.name = c.words("tie.add"), .icon = Icon::plus}))
        edit_therapist(c, [](TherapistProfile &changed) { changed.ties.push_back({}); });
    cut_top(list, 0, c.ui.px(16));
}

void one_therapist(ScreenContext &c, Rect &list, const TherapistProfile &profile) {
    const std::string name = listed_name(profile);
    if (setting_button(
            c, list,
            {.name = c.words("therapist.all"), .style = ButtonStyle::text, .icon = Icon::back})) {
        c.state.settings.therapist.clear();
        c.state.settings.sure = false;
    }
    settings_heading(c, list, name.empty() ? c.words("therapist.new") : name);
    answers(c, list, profile);
    if (setting_toggle(c, list, c.words("therapist.works_here"),
                       c.words("therapist.works_here_what"), profile.active))
        edit_therapist(c, [](TherapistProfile &changed) { changed.active = !changed.active; });
    ties(c, list, profile);
    if (setting_button(c, list,
                       {.name = c.words("new.show_card"),
                        .style = ButtonStyle::primary,
                        .icon = Icon::person,
                        .enabled = !name.empty()}))
        c.state.shown_therapist = profile.id;
    if (delete_button(c, list, c.words("therapist.this"))) {
        change(c, [id = profile.id](ClinicSettings &settings) {
            std::erase_if(settings.therapists,
                          [&](const TherapistProfile &other) { return other.id == id; });
        });
        c.state.settings.therapist.clear();
    }
}

} // namespace

void settings_therapists(ScreenContext &c, Rect &list) {
    const TherapistProfile *profile =
        find_therapist(c.seal.settings().therapists, c.state.settings.therapist);
    if (profile == nullptr)
        return all_therapists(c, list);
    const Scope scope(c.ui, profile->id);
    one_therapist(c, list, *profile);
}

} // namespace app
