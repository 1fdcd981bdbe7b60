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

std::string card_line(const TherapistProfile &profile) {
    std::string line =
        profile.licence.empty() ? "No licence entered" : "Licence " + profile.licence;
    if (profile.years)
        line += " \u00B7 " + std::to_string(*profile.years) +
                (*profile.years == 1 ? " year" : " years") + " in practice";
    return line;
}

void all_therapists(ScreenContext &c, Rect &list) {
    const auto &profiles = c.seal.settings().therapists;
    settings_heading(c, list, "Therapists",
                     profiles.empty() ? "Nobody is entered yet. With a profile, new sessions need "
                                        "one tap in place of typing, and clients can read who "
                                        "treats them."
                                      : "Tap a name to change what its card tells clients.");
    for (const TherapistProfile &profile : profiles) {
        const Scope scope(c.ui, profile.id);
        const std::string name = listed_name(profile);
        if (setting_card(c, list,
                         {name.empty() ? "No name yet" : name, card_line(profile),
                          profile.active ? "" : "Not active"}))
            c.state.settings.therapist = profile.id;
    }
    if (profiles.size() >= settings_limits::therapists)
        return;
    if (setting_button(
            c, list,
            {.name = "Add a therapist", .style = ButtonStyle::primary, .icon = Icon::plus})) {
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
            setting_stepper(c, list, {title, years ? "" : "Not entered yet.", 232},
                            {.name = title, .value = years.value_or(0), .high = 80}))
        edit_therapist(c, [member, changed](TherapistProfile &other) { other.*member = *changed; });
}

void answers(ScreenContext &c, Rect &list, const TherapistProfile &profile) {
    const bool claims = profile.licence.empty() && claims_licence(profile.name);
    const std::string shown = "Without a licence clients read \u201C" + listed_name(profile) +
                              "\u201D. Enter the licence below to show the title.";
    text_of(c, list, profile, &TherapistProfile::name,
            {.name = "Name and title",
             .hint = "First and last name",
             .key = {},
             .saved = profile.name,
             .max_bytes = 120,
             .error = claims ? std::string_view(shown) : std::string_view()});
    text_of(c, list, profile, &TherapistProfile::licence,
            {.name = "Licence",
             .hint = "Number and place; empty: unlicensed",
             .key = {},
             .saved = profile.licence,
             .max_bytes = 120});
    text_of(c, list, profile, &TherapistProfile::training,
            {.name = "Training",
             .hint = "School, hours, what in",
             .key = {},
             .saved = profile.training,
             .max_bytes = 1000,
             .long_text = true});
    years_of(c, list, profile, "Years in practice", &TherapistProfile::years);
    years_of(c, list, profile, "Years with runners", &TherapistProfile::runner_years);
    text_of(c, list, profile, &TherapistProfile::runners,
            {.name = "How often with runners",
             .hint = "Every day, every week, now and then",
             .key = {},
             .saved = profile.runners,
             .max_bytes = 200});
}

void tie_field(ScreenContext &c, Rect &list, const std::string &profile, std::size_t at,
               std::string_view name, std::string_view hint, const Tie &tie,
               std::string Tie::*member) {
    const std::string title = std::string(name) + " " + std::to_string(at + 1);
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
    settings_heading(c, list, "Works together with",
                     "Who a client can be sent to when a problem does not settle.");
    for (std::size_t at = 0; at < profile.ties.size(); ++at) {
        const Tie &tie = profile.ties[at];
        tie_field(c, list, profile.id, at, "Name", "First and last name", tie, &Tie::name);
        tie_field(c, list, profile.id, at, "Profession", "Physical therapist, sports physician",
                  tie, &Tie::profession);
        tie_field(c, list, profile.id, at, "Contact", "Phone, e-mail or address", tie,
                  &Tie::contact);
        if (setting_button(c, list,
                           {.name = "Delete contact " + std::to_string(at + 1),
                            .style = ButtonStyle::text,
                            .icon = Icon::trash}))
            edit_therapist(c, [at](TherapistProfile &changed) {
                if (at < changed.ties.size())
                    changed.ties.erase(changed.ties.begin() + static_cast<std::ptrdiff_t>(at));
            });
        cut_top(list, 0, c.ui.px(12));
    }
    if (profile.ties.size() < settings_limits::ties &&
        setting_button(c, list, {.name = "Add a contact", .icon = Icon::plus}))
        edit_therapist(c, [](TherapistProfile &changed) { changed.ties.push_back({}); });
    cut_top(list, 0, c.ui.px(16));
}

void one_therapist(ScreenContext &c, Rect &list, const TherapistProfile &profile) {
    const std::string name = listed_name(profile);
    if (setting_button(
            c, list, {.name = "All therapists", .style = ButtonStyle::text, .icon = Icon::back})) {
        c.state.settings.therapist.clear();
        c.state.settings.sure = false;
    }
    settings_heading(c, list, name.empty() ? "New therapist" : name);
    answers(c, list, profile);
    if (setting_toggle(c, list, "Works here",
                       "Turned off, the name is no longer offered for new sessions.",
                       profile.active))
        edit_therapist(c, [](TherapistProfile &changed) { changed.active = !changed.active; });
    ties(c, list, profile);
    if (setting_button(c, list,
                       {.name = "Show the card",
                        .style = ButtonStyle::primary,
                        .icon = Icon::person,
                        .enabled = !name.empty()}))
        c.state.shown_therapist = profile.id;
    if (delete_button(c, list, "this therapist")) {
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
