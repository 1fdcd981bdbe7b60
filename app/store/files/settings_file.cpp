#include "store/files/settings_file.hpp"

#include "model/session/document_names.hpp"
#include "model/session/rules.hpp"
#include "store/files/clinic_file.hpp"
#include "store/files/settings_parts.hpp"
#include "store/vault/pin_hash.hpp"

#include <utility>
#include <vector>

namespace app {

using engine::Done;
using engine::Result;

namespace limits = settings_limits;

namespace {

constexpr ClinicFile settings_file{
    .name = "settings.json", .format = "palpate-settings", .what = "The clinic's settings"};
constexpr WholeNumberRule idle_seconds{"time before the cover", 15, 3600};

ClinicSettings read_settings(ObjectReader &from, Problems &found) {
    ClinicSettings settings;
    settings.pin_hash = from.text("pin_hash");
    if (!settings.pin_hash.empty() && !is_pin_hash(settings.pin_hash))
        found.push_back({from.at("pin_hash"), "The stored PIN is damaged."});
    settings.example_pin = from.flag("example_pin");
    settings.protection_asked = from.flag("protection_asked");
    settings.idle_s = from.number("idle_seconds", idle_seconds, Need::optional, settings.idle_s);
    if (from.find("language"))
        settings.language = from.text("language");
    settings.consent = read_consent(from, found);
    settings.clinic = read_text(from, "clinic", limits::name_bytes, found);
    settings.therapists = read_therapists(from, found);
    settings.default_minutes = from.number("default_minutes", rules::booked_minutes, Need::optional,
                                           settings.default_minutes);
    if (from.find("default_setting"))
        settings.default_setting = from.choice<Setting>("default_setting");
    read_guidance(from, settings, found);
    settings.techniques =
        read_lines(from, "techniques", limits::techniques, std::move(settings.techniques), found);
    settings.aftercare =
        read_lines(from, "aftercare", limits::aftercare, std::move(settings.aftercare), found);
    settings.homework = read_homework(from, found);
    settings.unknown = from.rest();
    return settings;
}

} // namespace

Result<ClinicSettings> settings_from_json(std::string_view text) {
    const auto json = clinic_file_from_json(text, settings_file);
    if (!json)
        return json.error();
    Problems found;
    ObjectReader reader{*json, "", found};
    ClinicSettings settings = read_settings(reader, found);
    if (!found.empty())
        return clinic_file_error(settings_file, found);
    return settings;
}

std::string to_json(const ClinicSettings &settings) {
    Json json{{"pin_hash", settings.pin_hash},
              {"example_pin", settings.example_pin},
              {"protection_asked", settings.protection_asked},
              {"idle_seconds", settings.idle_s},
              {"language", settings.language},
              {"consent", consent_json(settings.consent)},
              {"clinic", settings.clinic},
              {"therapists", therapists_json(settings.therapists)},
              {"default_minutes", settings.default_minutes},
              {"default_setting", name_of(settings.default_setting)},
              {"guidance", guidance_json(settings)},
              {"techniques", settings.techniques},
              {"aftercare", settings.aftercare},
              {"homework", homework_json(settings.homework)}};
    append_unknown(json, settings.unknown);
    return clinic_file_json(settings_file, json);
}

Result<ClinicSettings> load_settings(const ClinicFiles &files) {
    const auto text = read_clinic_file(files, settings_file);
    if (!text)
        return text.error();
    return *text ? settings_from_json(**text) : ClinicSettings{};
}

bool can_be_read_back(const ClinicSettings &settings) {
    const std::string text = to_json(settings);
    return text.size() <= clinic_file_bytes && settings_from_json(text).ok();
}

Result<Done> save_settings(const ClinicFiles &files, const ClinicSettings &settings) {
    return files.write(settings_file.name, to_json(settings));
}

} // namespace app
