#include "store/clinic_settings.hpp"

#include "store/clinic_file.hpp"
#include "store/pin.hpp"

namespace app {

using engine::Done;
using engine::Result;

namespace {

constexpr ClinicFile settings_file{
    .name = "settings.json", .format = "palpate-settings", .what = "The clinic's settings"};
constexpr WholeNumberRule idle_seconds{"time before the cover", 15, 3600};
constexpr std::size_t max_lines = 20;

ConsentLine read_line(ObjectReader &from, Problems &found) {
    ConsentLine line;
    line.id = from.text("id", Need::required);
    if (line.id.empty())
        found.push_back({from.at("id"), "A consent line needs an id."});
    if (const Json *words = from.find("words", Need::required)) {
        if (!words->is_object() || words->empty())
            found.push_back({from.at("words"), "A consent line needs words in some language."});
        for (const auto &[language, text] : words->items())
            if (text.is_string())
                line.words[language] = text.get<std::string>();
            else
                found.push_back({from.at("words"), "Words must be text."});
    }
    line.unknown = from.rest();
    return line;
}

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
    from.objects("consent", Need::optional,
                 [&](ObjectReader &inner) { settings.consent.push_back(read_line(inner, found)); });
    if (settings.consent.size() > max_lines)
        found.push_back({from.at("consent"), "There can be 20 consent lines at most."});
    settings.unknown = from.rest();
    return settings;
}

Json consent_json(const std::vector<ConsentLine> &lines) {
    Json list = Json::array();
    for (const ConsentLine &line : lines) {
        Json words = Json::object();
        for (const auto &[language, text] : line.words)
            words[language] = text;
        Json object{{"id", line.id}, {"words", words}};
        append_unknown(object, line.unknown);
        list.push_back(object);
    }
    return list;
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
              {"consent", consent_json(settings.consent)}};
    append_unknown(json, settings.unknown);
    return clinic_file_json(settings_file, json);
}

Result<ClinicSettings> load_settings(const ClinicFiles &files) {
    const auto text = read_clinic_file(files, settings_file);
    if (!text)
        return text.error();
    return *text ? settings_from_json(**text) : ClinicSettings{};
}

Result<Done> save_settings(const ClinicFiles &files, const ClinicSettings &settings) {
    return files.write(settings_file.name, to_json(settings));
}

} // namespace app
