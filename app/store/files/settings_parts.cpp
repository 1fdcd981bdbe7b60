#include "store/files/settings_parts.hpp"

#include "base/uuid.hpp"
#include "model/session/json_parts.hpp"
#include "records/guidance_ranges.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace limits = settings_limits;

namespace {

constexpr WholeNumberRule years{"number of years", 0, 80};

bool flag_or(ObjectReader &from, std::string_view key, bool otherwise) {
    return from.find(key) != nullptr ? from.flag(key) : otherwise;
}

std::string read_id(ObjectReader &from, Problems &found) {
    std::string id = from.text("id", Need::required);
    if (!engine::is_uuid(id))
        found.push_back({from.at("id"), "An id is not a UUID."});
    return id;
}

template <class Item>
void check_list(const std::vector<Item> &items, std::size_t most, std::string_view what,
                const std::string &at, Problems &found) {
    if (items.size() > most)
        found.push_back(
            {at, "There can be " + std::to_string(most) + " " + std::string(what) + " at most."});
}

template <class Item>
void check_ids(const std::vector<Item> &items, const std::string &at, Problems &found) {
    std::set<std::string_view> ids;
    for (const Item &item : items)
        if (!ids.insert(item.id).second)
            found.push_back({at, "Two have the same id."});
}

ConsentLine read_consent_line(ObjectReader &from, Problems &found) {
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

Tie read_tie(ObjectReader &from, Problems &found) {
    Tie tie{read_text(from, "name", limits::name_bytes, found),
            read_text(from, "profession", limits::name_bytes, found),
            read_text(from, "contact", limits::name_bytes, found)};
    tie.unknown = from.rest();
    return tie;
}

Json ties_json(const std::vector<Tie> &ties) {
    Json list = Json::array();
    for (const Tie &tie : ties) {
        Json object{{"name", tie.name}, {"profession", tie.profession}, {"contact", tie.contact}};
        append_unknown(object, tie.unknown);
        list.push_back(std::move(object));
    }
    return list;
}

TherapistProfile read_therapist(ObjectReader &from, Problems &found) {
    TherapistProfile profile;
    profile.id = read_id(from, found);
    profile.name = read_text(from, "name", limits::name_bytes, found, Need::required);
    profile.training = read_text(from, "training", limits::text_bytes, found);
    profile.years = from.number_or_null("years", years);
    profile.runner_years = from.number_or_null("runner_years", years);
    profile.runners = read_text(from, "runners", limits::name_bytes, found);
    profile.licence = read_text(from, "licence", limits::name_bytes, found);
    from.objects("ties", Need::optional,
                 [&](ObjectReader &tie) { profile.ties.push_back(read_tie(tie, found)); });
    check_list(profile.ties, limits::ties, "ties to others", from.at("ties"), found);
    profile.active = flag_or(from, "active", true);
    profile.unknown = from.rest();
    return profile;
}

OwnExercise read_own_exercise(ObjectReader &from, Problems &found) {
    OwnExercise item;
    item.id = read_id(from, found);
    item.name = read_text(from, "name", limits::name_bytes, found, Need::required);
    item.kind = read_text(from, "kind", limits::name_bytes, found, Need::required);
    if (from.find("zones") != nullptr)
        item.zones = from.texts("zones", Need::required);
    from.object("dose", Need::required, [&item](ObjectReader &dose) {
        item.dose = read<Dose>(dose);
        item.dose_unknown = dose.rest();
    });
    item.how_to = read_text(from, "how_to", limits::text_bytes, found);
    item.unknown = from.rest();
    return item;
}

} // namespace

std::string read_text(ObjectReader &from, std::string_view key, std::size_t max_bytes,
                      Problems &found, Need need) {
    std::string words = from.find(key, need) != nullptr ? from.text(key) : std::string();
    if (words.size() > max_bytes)
        found.push_back({from.at(key), "A text is longer than its field."});
    return words;
}

std::vector<std::string> read_lines(ObjectReader &from, std::string_view key, std::size_t most,
                                    std::vector<std::string> usual, Problems &found) {
    if (from.find(key) == nullptr)
        return usual;
    std::vector<std::string> lines = from.texts(key, Need::required);
    check_list(lines, most, "lines", from.at(key), found);
    if (std::ranges::any_of(lines,
                            [](const auto &line) { return line.size() > limits::text_bytes; }))
        found.push_back({from.at(key), "A line is longer than its field."});
    return lines;
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

std::vector<ConsentLine> read_consent(ObjectReader &from, Problems &found) {
    std::vector<ConsentLine> lines;
    from.objects("consent", Need::optional,
                 [&](ObjectReader &inner) { lines.push_back(read_consent_line(inner, found)); });
    check_list(lines, limits::consent, "consent lines", from.at("consent"), found);
    return lines;
}

Json therapists_json(const std::vector<TherapistProfile> &profiles) {
    Json list = Json::array();
    for (const TherapistProfile &profile : profiles) {
        Json object{{"id", profile.id},
                    {"name", profile.name},
                    {"training", profile.training},
                    {"years", number_json(profile.years)},
                    {"runner_years", number_json(profile.runner_years)},
                    {"runners", profile.runners},
                    {"licence", profile.licence},
                    {"ties", ties_json(profile.ties)},
                    {"active", profile.active}};
        append_unknown(object, profile.unknown);
        list.push_back(std::move(object));
    }
    return list;
}

std::vector<TherapistProfile> read_therapists(ObjectReader &from, Problems &found) {
    std::vector<TherapistProfile> profiles;
    from.objects("therapists", Need::optional,
                 [&](ObjectReader &inner) { profiles.push_back(read_therapist(inner, found)); });
    check_list(profiles, limits::therapists, "therapists", from.at("therapists"), found);
    check_ids(profiles, from.at("therapists"), found);
    return profiles;
}

Json guidance_json(const ClinicSettings &settings) {
    const GuidanceSettings &guidance = settings.guidance;
    Json object{{"new_client_blocked_hours", guidance.new_client_blocked_h},
                {"new_client_clear_hours", guidance.new_client_clear_h},
                {"pre_race_from_hours", guidance.pre_race_from_h},
                {"pre_race_until_hours", guidance.pre_race_until_h},
                {"recovery_from_hours", guidance.recovery_from_h},
                {"recovery_until_hours", guidance.recovery_until_h},
                {"ease_off_at", guidance.ease_off_at},
                {"strengthening_in_scope", guidance.strengthening_in_scope}};
    append_unknown(object, settings.guidance_unknown);
    return object;
}

void read_guidance(ObjectReader &from, ClinicSettings &settings, Problems &found) {
    from.object("guidance", Need::optional, [&](ObjectReader &inner) {
        GuidanceSettings &guidance = settings.guidance;
        const auto number = [&](std::string_view key, const WholeNumberRule &rule, int &value) {
            value = inner.number(key, rule, Need::optional, value);
        };
        number("new_client_blocked_hours", guidance_ranges::new_client_blocked,
               guidance.new_client_blocked_h);
        number("new_client_clear_hours", guidance_ranges::new_client_clear,
               guidance.new_client_clear_h);
        number("pre_race_from_hours", guidance_ranges::pre_race_from, guidance.pre_race_from_h);
        number("pre_race_until_hours", guidance_ranges::pre_race_until, guidance.pre_race_until_h);
        number("recovery_from_hours", guidance_ranges::recovery_from, guidance.recovery_from_h);
        number("recovery_until_hours", guidance_ranges::recovery_until, guidance.recovery_until_h);
        number("ease_off_at", guidance_ranges::ease_off, guidance.ease_off_at);
        guidance.strengthening_in_scope =
            flag_or(inner, "strengthening_in_scope", guidance.strengthening_in_scope);
        settings.guidance_unknown = inner.rest();
        if (!in_order(guidance))
            found.push_back({from.at("guidance"), "A span of hours ends before it begins."});
    });
}

Json homework_json(const std::vector<OwnExercise> &items) {
    Json list = Json::array();
    for (const OwnExercise &item : items) {
        Json dose = write(item.dose);
        append_unknown(dose, item.dose_unknown);
        Json object{{"id", item.id},       {"name", item.name},       {"kind", item.kind},
                    {"zones", item.zones}, {"dose", std::move(dose)}, {"how_to", item.how_to}};
        append_unknown(object, item.unknown);
        list.push_back(std::move(object));
    }
    return list;
}

std::vector<OwnExercise> read_homework(ObjectReader &from, Problems &found) {
    std::vector<OwnExercise> items;
    from.objects("homework", Need::optional,
                 [&](ObjectReader &inner) { items.push_back(read_own_exercise(inner, found)); });
    check_list(items, limits::homework, "homework items", from.at("homework"), found);
    check_ids(items, from.at("homework"), found);
    return items;
}

} // namespace app
