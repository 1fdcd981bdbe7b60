#include "model/guidance/guidance_rules.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace guidance_rules {

namespace {

struct Row {
    std::string_view rule; ///< as in assets/guidance/RULES.md
    void (*judge)(const Case &, Cards &);
};

/// The one table of all rules; equally severe cards keep this order.
constexpr std::array rows{
    Row{"RFL-R1", signs},
    Row{"S35", injury_without_diagnosis},
    Row{"S7", new_client_before_race},
    Row{"S19", soreness_on_race_day},
    Row{"S9", nothing_new_before_race},
    Row{"S39", training_after_massage},
    Row{"PRS-R1", ease_off},
    Row{"S15", places_to_avoid},
    Row{"S20", light_after_race},
    Row{"CON-R1", blood_thinners},
    Row{"PRS-R2", care},
    Row{"PRS-R2", places_of_contact},
    Row{"RF1", one_calf_worse},
    Row{"S37", day_3},
    Row{"S12", zone_without_minutes},
    Row{"S17", below_pain},
    Row{"S21", recovery_session},
    Row{"S8", soreness_is_usual},
    Row{"S10", first_session},
    Row{"S38", stated_diagnosis},
    Row{"NRS-R2", clearly_worse},
    Row{"WPI-R3", widespread},
    Row{"S22", recovery_window},
    Row{"S18", window_before_race},
    Row{"S27", drink_before},
    Row{"S5", two_outputs},
    Row{"S4", slot_after_long_run},
    Row{"S3", regular_plan},
};

bool is_new_to_massage(const Document &document, std::span<const Document> past) {
    const auto said = document.intake.experience;
    return said ? *said == Experience::first_time : past.empty();
}

} // namespace

std::string place_words(const Atlas &atlas, std::string_view id) {
    const Area *area = atlas.area(id);
    if (area == nullptr)
        return std::string(id);
    constexpr std::array<std::string_view, 3> sides{"left ", "right ", ""};
    return std::string(sides[static_cast<std::size_t>(area->side)]) + area->name;
}

std::string places_words(const Atlas &atlas, std::span<const std::string> areas) {
    constexpr std::size_t named = 3;
    std::string words;
    for (const std::string &id : areas.first(std::min(named, areas.size())))
        words += (words.empty() ? "" : ", ") + place_words(atlas, id);
    if (areas.size() > named)
        words += " and " + std::to_string(areas.size() - named) + " more";
    return words;
}

std::string duration_words(std::int64_t ms) {
    constexpr std::int64_t hours_until = 72;
    const std::int64_t hours = ms / hour_ms;
    const auto [count, unit] = hours > hours_until ? std::pair{hours / 24, "day"}
                               : hours > 0         ? std::pair{hours, "hour"}
                                                   : std::pair{ms * 60 / hour_ms, "minute"};
    return std::to_string(count) + " " + unit + (count == 1 ? "" : "s");
}

std::vector<std::string> areas_in_question(const Case &c) {
    std::vector<std::string> areas;
    for (const Area &area : c.atlas.areas()) {
        const bool marked = std::ranges::any_of(c.document.marks, [&](const Mark &mark) {
            return mark.channel != Channel::avoid && mark.area == area.id;
        });
        if (marked || find_item(c.document, area.id) != nullptr)
            areas.push_back(area.id);
    }
    return areas;
}

} // namespace guidance_rules

std::vector<Advice> guidance(const Document &document, std::span<const Document> past,
                             const GuidanceSettings &settings, engine::Timestamp now,
                             const Atlas &atlas, const HealthQuestions &health) {
    using namespace guidance_rules;
    const engine::Timestamp at = massage_time(document, now);
    const Case question{.document = document,
                        .past = past,
                        .settings = settings,
                        .at = at,
                        .atlas = atlas,
                        .health = health,
                        .races = events_around(EventKind::race, document, past, at),
                        .long_runs = events_around(EventKind::long_run, document, past, at),
                        .is_new = is_new_to_massage(document, past)};
    std::vector<Advice> cards;
    for (const Row &row : rows) {
        Cards of_rule(row.rule, cards);
        row.judge(question, of_rule);
    }
    std::ranges::stable_sort(cards, {}, &Advice::severity);
    return cards;
}

} // namespace app
