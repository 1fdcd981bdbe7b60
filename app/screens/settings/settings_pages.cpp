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
         "Language of new clients", {.font = Font::body_strong});
    constexpr std::array<Segment, 2> languages{{{"English"}, {"Espa\u00F1ol"}}};
    const bool spanish = language_of(c.seal.settings().language) == Language::spanish;
    if (const auto picked =
            segmented_rows(c, list, "Language of new clients", languages, spanish ? 1 : 0))
        change(c, [picked](ClinicSettings &changed) {
            changed.language = *picked == 1 ? "es" : "en";
        });
    settings_sentence(c, list, "Each client can change it on the first page.");
}

} // namespace

void settings_clinic(ScreenContext &c, Rect &list) {
    settings_heading(c, list, "Clinic",
                     "The name stands on summaries, homework sheets and new sessions.");
    if (const auto name = setting_field(c, list,
                                        {.name = "Name of the clinic",
                                         .hint = "As clients know it",
                                         .key = "clinic name",
                                         .saved = c.seal.settings().clinic,
                                         .max_bytes = 120}))
        change(c, [name](ClinicSettings &settings) { settings.clinic = *name; });
    client_language(c, list);
}

void settings_session(ScreenContext &c, Rect &list) {
    const ClinicSettings &settings = c.seal.settings();
    settings_heading(c, list, "New sessions", "What a new session begins with.");
    if (const auto minutes = setting_stepper(
            c, list,
            {"Booked time", "30 minutes twice a month is a complete plan to begin with.", 232},
            {.name = "Booked time",
             .value = settings.default_minutes,
             .low = rules::booked_minutes.low,
             .high = rules::booked_minutes.high,
             .step = 5,
             .unit = " min"}))
        change(c, [minutes](ClinicSettings &changed) { changed.default_minutes = *minutes; });
    text(c.ui, cut_top(list, c.ui.line_height(Font::body_strong), c.ui.px(8)), "Where you meet",
         {.font = Font::body_strong});
    const int now = static_cast<int>(settings.default_setting);
    if (const auto picked = segmented_rows(c, list, "Where you meet", where_segments, now))
        change(c, [picked](ClinicSettings &changed) {
            changed.default_setting = static_cast<Setting>(*picked);
        });
    cut_top(list, 0, c.ui.px(24));
    settings_heading(c, list, "Techniques", "The words to choose from while you treat.");
    setting_lines(c, list,
                  {.what = "Technique",
                   .add = "New technique",
                   .hint = "Another technique",
                   .most = settings_limits::techniques,
                   .list = &ClinicSettings::techniques});
    if (settings.techniques != usual_techniques() &&
        setting_button(c, list, {.name = "Back to the usual list", .icon = Icon::undo}))
        change(c, [](ClinicSettings &changed) { changed.techniques = usual_techniques(); });
}

void settings_texts(ScreenContext &c, Rect &list) {
    settings_heading(c, list, "Aftercare",
                     "What clients are told after a session, one line each. Research knows no "
                     "need to drink extra, and massage washes nothing out.");
    setting_lines(c, list,
                  {.what = "Line",
                   .add = "New line",
                   .hint = "Another line",
                   .most = settings_limits::aftercare,
                   .list = &ClinicSettings::aftercare});
    if (c.seal.settings().aftercare != usual_aftercare() &&
        setting_button(c, list, {.name = "Back to the usual lines", .icon = Icon::undo}))
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
                                          .hint = "Not translated: clients read another language",
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
        consent_words(c, list, lines[at], "Line " + number + " in English", "en");
        consent_words(c, list, lines[at], "Line " + number + " in Spanish", "es");
        if (setting_button(
                c, list,
                {.name = "Delete line " + number, .style = ButtonStyle::text, .icon = Icon::trash}))
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
    settings_heading(c, list, "What clients agree to",
                     lines.empty() ? "Clients read the lines of Palpate below. As soon as you "
                                     "write one of your own, yours are used in their place."
                                   : "Clients read these lines and tick each one.");
    for (const char *key : {"consent.stop", "consent.map"})
        if (lines.empty())
            cut_top(list, text(c.ui, list, c.words(key), {.wrap = true}), c.ui.px(12));
    cut_top(list, 0, c.ui.px(8));
    own_consent(c, list);
    if (lines.size() >= settings_limits::consent)
        return settings_sentence(c, list, "There is no room for more. Delete one first.");
    const std::string nothing;
    if (const auto words = setting_field(c, list,
                                         {.name = "New line in English",
                                          .hint = "I agree that ...",
                                          .key = "new consent",
                                          .saved = nothing,
                                          .max_bytes = 1000,
                                          .long_text = true}))
        change(c, [id = c.new_id(), words](ClinicSettings &settings) {
            settings.consent.push_back({id, {{"en", *words}}, {}});
        });
    settings_sentence(c, list, "It is added as soon as you leave the field.");
}

void settings_tablet(ScreenContext &c, Rect &list) {
    const ClinicSettings &settings = c.seal.settings();
    constexpr int second = 1, minute = 60 * second;
    settings_heading(c, list, "Handing the tablet over");
    setting_row(c, list,
                {"Therapist's PIN",
                 settings.pin_hash.empty()
                     ? "None yet. It is asked for at the first hand-over."
                     : "Four digits that bring you back from a client's page.",
                 184},
                [&](const Rect &rect) {
                    if (button(c.ui, rect,
                               {.name = settings.pin_hash.empty() ? "Choose a PIN" : "Change PIN"}))
                        c.out.act(ChangePin{});
                });
    if (const auto minutes = setting_stepper(
            c, list,
            {"Cover after", "A handed-over tablet that nobody touches covers the map.", 232},
            {.name = "Cover after",
             .value = std::max(1, settings.idle_s / minute),
             .low = 1,
             .high = 60,
             .unit = " min"}))
        change(c, [minutes](ClinicSettings &changed) { changed.idle_s = *minutes * minute; });
}

void settings_records(ScreenContext &c, Rect &list) {
    const bool safe = c.seal.is_encrypted();
    settings_heading(c, list, "Records");
    const Message state =
        safe ? Message{.tone = Tone::good,
                       .icon = Icon::lock,
                       .title = "Protected by a passphrase",
                       .words = "Nobody who gets hold of this computer or its disk can read the "
                                "records without it."}
             : Message{.tone = Tone::caution,
                       .icon = Icon::warn,
                       .title = "Not protected",
                       .words = "Whoever gets hold of this computer or its disk can read the "
                                "records."};
    Rect card = list;
    card.h = message_card(c.ui, list, state, false);
    message_card(c.ui, card, state);
    cut_top(list, card.h, c.ui.px(20));
    if (safe)
        return settings_sentence(c, list,
                                 "To change the passphrase, close Palpate and use "
                                 "\u201Cpalpate-cli rekey\u201D on the clinic's folder. The "
                                 "recovery key stays valid.");
    if (setting_button(
            c, list,
            {.name = "Set a passphrase", .style = ButtonStyle::primary, .icon = Icon::lock}))
        c.out.act(ProtectRecords{true});
}

} // namespace app
