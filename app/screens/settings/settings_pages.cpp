// The pages of the settings that are a few rows each: clinic, session, consent, tablet, records.

#include "model/session/rules.hpp"
#include "screens/frame/where_segments.hpp"
#include "screens/settings/settings_parts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

void client_language(ScreenContext &c, Rect &list) {
    text(c.ui, cut_top(list, c.ui.line_height(Font::body_strong), c.ui.px(8)),
         c.words("clinic.language"), {.font = Font::body_strong});
    constexpr std::array<Segment, 2> languages{{{"English"}, {"Espa\u00F1ol"}}}; // each in itself
    const bool spanish = language_of(c.seal.settings().language) == Language::spanish;
    if (const auto picked =
            segmented_rows(c, list, c.words("clinic.language"), languages, spanish ? 1 : 0))
        change(c, [picked](ClinicSettings &changed) {
            changed.language = *picked == 1 ? "es" : "en";
        });
    settings_sentence(c, list, c.words("clinic.language_what"));
}

} // namespace

void settings_clinic(ScreenContext &c, Rect &list) {
    settings_heading(c, list, c.words("new.clinic"), c.words("clinic.what"));
    if (const auto name = setting_field(c, list,
                                        {.name = c.words("new.clinic_hint"),
                                         .hint = c.words("clinic.name_hint"),
                                         .key = "clinic name",
                                         .saved = c.seal.settings().clinic,
                                         .max_bytes = 120}))
        change(c, [name](ClinicSettings &settings) { settings.clinic = *name; });
    client_language(c, list);
}

void settings_session(ScreenContext &c, Rect &list) {
    const ClinicSettings &settings = c.seal.settings();
    settings_heading(c, list, c.words("begin.title"), c.words("begin.what"));
    if (const auto minutes =
            setting_stepper(c, list, {c.words("new.booked"), c.words("begin.booked_what"), 232},
                            {.name = c.words("new.booked"),
                             .value = settings.default_minutes,
                             .low = rules::booked_minutes.low,
                             .high = rules::booked_minutes.high,
                             .step = 5,
                             .unit = c.words("plan.min")}))
        change(c, [minutes](ClinicSettings &changed) { changed.default_minutes = *minutes; });
    text(c.ui, cut_top(list, c.ui.line_height(Font::body_strong), c.ui.px(8)), c.words("new.where"),
         {.font = Font::body_strong});
    const int now = static_cast<int>(settings.default_setting);
    if (const auto picked =
            segmented_rows(c, list, c.words("new.where"), where_segments(c.words), now))
        change(c, [picked](ClinicSettings &changed) {
            changed.default_setting = static_cast<Setting>(*picked);
        });
    cut_top(list, 0, c.ui.px(24));
    settings_heading(c, list, c.words("treat.techniques"), c.words("technique.what"));
    setting_lines(c, list,
                  {.what = c.words("technique.one"),
                   .add = c.words("technique.new"),
                   .hint = c.words("technique.hint"),
                   .most = settings_limits::techniques,
                   .list = &ClinicSettings::techniques});
    if (settings.techniques != usual_techniques() &&
        setting_button(c, list, {.name = c.words("technique.usual"), .icon = Icon::undo}))
        change(c, [](ClinicSettings &changed) { changed.techniques = usual_techniques(); });
}

void settings_texts(ScreenContext &c, Rect &list) {
    settings_heading(c, list, c.words("settings.aftercare"), c.words("aftercare.what"));
    setting_lines(c, list,
                  {.what = c.words("aftercare.line"),
                   .add = c.words("aftercare.new"),
                   .hint = c.words("aftercare.hint"),
                   .most = settings_limits::aftercare,
                   .list = &ClinicSettings::aftercare});
    if (c.seal.settings().aftercare != usual_aftercare() &&
        setting_button(c, list, {.name = c.words("aftercare.usual"), .icon = Icon::undo}))
        change(c, [](ClinicSettings &changed) { changed.aftercare = usual_aftercare(); });
}

namespace {

ConsentLine *find_line(ClinicSettings &settings, const std::string &id) {
    const auto found = std::ranges::find(settings.consent, id, &ConsentLine::id);
    return found == settings.consent.end() ? nullptr : &*found;
}

// A line without words in any language would be an empty box on the client's page.
void set_words(ClinicSettings &settings, const std::string &id, const std::string &language,
               const std::string &words) {
    ConsentLine *line = find_line(settings, id);
    if (line == nullptr)
        return;
    if (words.empty())
        line->words.erase(language);
    else
        line->words[language] = words;
    if (line->words.empty())
        std::erase_if(settings.consent, [&](const ConsentLine &other) { return other.id == id; });
}

void consent_words(ScreenContext &c, Rect &list, const ConsentLine &line, std::string_view name,
                   const std::string &language) {
    const auto found = line.words.find(language);
    const std::string saved = found != line.words.end() ? found->second : std::string();
    if (const auto words = setting_field(c, list,
                                         {.name = name,
                                          .hint = c.words("agree.hint"),
                                          .key = "consent " + line.id + language,
                                          .saved = saved,
                                          .max_bytes = 1000,
                                          .long_text = true}))
        change(c, [id = line.id, language, words](ClinicSettings &settings) {
            set_words(settings, id, language, *words);
        });
}

void own_consent(ScreenContext &c, Rect &list) {
    const std::vector<ConsentLine> &lines = c.seal.settings().consent;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const std::string number = std::to_string(at + 1);
        consent_words(c, list, lines[at], c.words("agree.line_english", {{"number", number}}),
                      "en");
        consent_words(c, list, lines[at], c.words("agree.line_spanish", {{"number", number}}),
                      "es");
        if (setting_button(c, list,
                           {.name = c.words("agree.delete", {{"number", number}}),
                            .style = ButtonStyle::text,
                            .icon = Icon::trash}))
            change(c, [id = lines[at].id](ClinicSettings &settings) {
                std::erase_if(settings.consent,
                              [&](const ConsentLine &line) { return line.id == id; });
            });
        cut_top(list, 0, c.ui.px(12));
    }
}

} // namespace

void settings_consent(ScreenContext &c, Rect &list) {
    const std::vector<ConsentLine> &lines = c.seal.settings().consent;
    settings_heading(c, list, c.words("agree.title"),
                     c.words(lines.empty() ? "agree.none" : "agree.some"));
    for (const char *key : {"consent.stop", "consent.map"})
        if (lines.empty())
            cut_top(list, text(c.ui, list, c.words(key), {.wrap = true}), c.ui.px(12));
    cut_top(list, 0, c.ui.px(8));
    own_consent(c, list);
    if (lines.size() >= settings_limits::consent)
        return settings_sentence(c, list, c.words("settings.full"));
    const std::string nothing;
    if (const auto words = setting_field(c, list,
                                         {.name = c.words("agree.new"),
                                          .hint = c.words("agree.new_hint"),
                                          .key = "new consent",
                                          .saved = nothing,
                                          .max_bytes = 1000,
                                          .long_text = true}))
        change(c, [id = c.new_id(), words](ClinicSettings &settings) {
            settings.consent.push_back({id, {{"en", *words}}, {}});
        });
    settings_sentence(c, list, c.words("agree.new_what"));
}

void settings_tablet(ScreenContext &c, Rect &list) {
    const ClinicSettings &settings = c.seal.settings();
    constexpr int second = 1, minute = 60 * second;
    settings_heading(c, list, c.words("tablet.title"));
    setting_row(c, list,
                {c.words("pin.title"),
                 c.words(settings.pin_hash.empty() ? "tablet.no_pin" : "tablet.pin_what"), 184},
                [&](const Rect &rect) {
                    if (button(c.ui, rect,
                               {.name = c.words(settings.pin_hash.empty() ? "pin.choose"
                                                                          : "tablet.change_pin")}))
                        c.out.act(ChangePin{});
                });
    if (const auto minutes =
            setting_stepper(c, list, {c.words("tablet.cover"), c.words("tablet.cover_what"), 232},
                            {.name = c.words("tablet.cover"),
                             .value = std::max(1, settings.idle_s / minute),
                             .low = 1,
                             .high = 60,
                             .unit = c.words("plan.min")}))
        change(c, [minutes](ClinicSettings &changed) { changed.idle_s = *minutes * minute; });
}

void settings_records(ScreenContext &c, Rect &list) {
    const bool safe = c.seal.is_encrypted();
    settings_heading(c, list, c.words("settings.records"));
    const Message state = safe ? Message{.tone = Tone::good,
                                         .icon = Icon::lock,
                                         .title = c.words("records.protected"),
                                         .words = c.words("records.protected_what")}
                               : Message{.tone = Tone::caution,
                                         .icon = Icon::warn,
                                         .title = c.words("records.open"),
                                         .words = c.words("records.open_what")};
    Rect card = list;
    card.h = message_card(c.ui, list, state, false);
    message_card(c.ui, card, state);
    cut_top(list, card.h, c.ui.px(20));
    if (safe)
        return settings_sentence(c, list, c.words("records.rekey"));
    if (setting_button(
            c, list,
            {.name = c.words("protect.set"), .style = ButtonStyle::primary, .icon = Icon::lock}))
        c.out.act(ProtectRecords{true});
}

} // namespace app
