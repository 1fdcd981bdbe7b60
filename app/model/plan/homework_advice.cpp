#include "model/plan/homework_advice.hpp"

#include "model/guidance/race_times.hpp"
#include "model/plan/focus_candidates.hpp"
#include "model/session/event_day.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace {

constexpr std::string_view roll = "foam_roll";

/// An answer of the client that speaks against exercises whose contra-indications have a word.
struct HealthRule {
    std::string_view question; ///< id of a HealthQuestion
    std::array<std::string_view, 3> words;
    std::string_view why;
};
constexpr std::array<HealthRule, 12> health_rules{{
    {"CA1", {"blood thinners", "", ""}, "Blood thinners: not without a doctor's word"},
    {"CA2", {"pregnan", "", ""}, "Pregnancy: not without a doctor's word"},
    {"CA3", {"open skin", "bruise", "open wound"}, "A wound, bruise or recent operation"},
    {"CA3", {"surgery", "", ""}, "A wound, bruise or recent operation"},
    {"CA4",
     {"heart", "blood pressure", ""},
     "Heart or blood pressure: not without a doctor's word"},
    {"CA5", {"osteoporosis", "vertebra", ""}, "Brittle bones or treatment for cancer"},
    {"CA6", {"numb", "nerve loss", "poor circulation"}, "Places that feel little"},
    {"RF1", {"clot", "swelling", ""}, "A sign that a doctor should see first"},
    {"RF8", {"stress", "bony", ""}, "A sign that a doctor should see first"},
    {"RF12", {"achilles", "", ""}, "A sign that a doctor should see first"},
    {"RF13", {"dizziness", "neck trauma", ""}, "A sign that a doctor should see first"},
    {"RF16", {"locked", "swollen knee", ""}, "A sign that a doctor should see first"},
}};

/// Outside of it are load, strength and training of any kind.
constexpr std::array<std::string_view, 5> always_in_scope{"stretch", roll, "heat", "rest",
                                                          "breathing"};
/// Nothing moves or loads the place there, so pain while moving does not speak against them.
constexpr std::array<std::string_view, 6> at_rest{"heat",     "cold", "rest",
                                                  "recovery", "load", "breathing"};
/// They press on the place or lie on its skin.
constexpr std::array<std::string_view, 3> on_the_skin{roll, "heat", "cold"};

bool is_one_of(std::span<const std::string_view> kinds, const Exercise &exercise) {
    return std::ranges::count(kinds, exercise.kind) > 0;
}

std::string lower(std::string words) {
    for (char &c : words)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return words;
}

bool has(const std::string &text, std::string_view word) {
    return !word.empty() && text.find(word) != std::string::npos;
}

bool uses_ball_or_roller(const Exercise &exercise) {
    const std::string name = lower(exercise.name);
    return exercise.kind == roll || has(name, "roller") || has(name, "ball");
}

std::string why_not_by_health(const Exercise &exercise, const HomeworkClient &client) {
    const auto &yes = client.today.intake.health_yes;
    if (yes.contains("CA1") && uses_ball_or_roller(exercise))
        return "Blood thinners: no ball or roller";
    const std::string against = lower(exercise.contraindications);
    for (const HealthRule &rule : health_rules)
        if (yes.contains(std::string(rule.question)) &&
            std::ranges::any_of(rule.words,
                                [&](std::string_view word) { return has(against, word); }))
            return std::string(rule.why);
    return {};
}

bool feels(const Document &today, std::string_view area, Quality quality) {
    return std::ranges::any_of(today.marks, [&](const Mark &mark) {
        return mark.area == area && mark.qualities.contains(quality);
    });
}

/// The pain that is left there, as far as it was asked for.
int pain_now(const Document &today, std::string_view area) {
    int level = 0;
    for (const Mark &mark : today.marks)
        if (mark.area == area && mark.channel == Channel::pain)
            level = std::max(level, mark.level_after.value_or(mark.level.value_or(0)));
    return level;
}

/// Whether it would lie on a structure of this side that the client wants left alone.
bool touches_avoided(const Exercise &exercise, const Area &area, const HomeworkClient &client) {
    for (const Mark &mark : client.today.marks)
        for (const std::string &id : mark.regions) {
            const Region *region = client.atlas.region(id);
            if (mark.channel == Channel::avoid && region != nullptr && region->side == area.side &&
                std::ranges::count(exercise.base_ids, region->base_id) > 0)
                return true;
        }
    return false;
}

std::string why_not_there(const Exercise &exercise, const Area &area,
                          const HomeworkClient &client) {
    const Document &today = client.today;
    const std::string place = "the " + sided_name(area);
    if (is_avoided(today, area.regions))
        return "The client wants " + place + " left alone";
    if (is_one_of(on_the_skin, exercise) && touches_avoided(exercise, area, client))
        return "It lies on a place that the client wants left alone";
    if (sign_at(client.health, today, area) != nullptr)
        return "A doctor should see " + place + " first";
    const std::string against = lower(exercise.contraindications);
    if ((feels(today, area.id, Quality::numb) && has(against, "numb")) ||
        (feels(today, area.id, Quality::tingling) && has(against, "tingling")))
        return "Numb or tingling in " + place;
    const int pain = pain_now(today, area.id);
    if (pain > exercise.dose.max_pain && !is_one_of(at_rest, exercise))
        return "Pain " + std::to_string(pain) + " in " + place + ", for at most " +
               std::to_string(exercise.dose.max_pain);
    return {};
}

bool is_given(const Document &document, const Exercise &exercise, std::string_view area = {}) {
    return std::ranges::any_of(document.homework, [&](const HomeworkItem &item) {
        return item.exercise == exercise.id && (area.empty() || item.area == area);
    });
}

std::string reason_for(const FocusCandidate &place, bool had_it) {
    std::string why = place.reason;
    why[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(why[0])));
    return "For the " + sided_name(*place.area) + ": " + why + (had_it ? "; as last time" : "");
}

} // namespace

std::string why_not(const Exercise &exercise, std::string_view area_id,
                    const HomeworkClient &client) {
    if (!client.settings.strengthening_in_scope && !is_one_of(always_in_scope, exercise))
        return "Outside the scope of massage here";
    if (std::string why = why_not_by_health(exercise, client); !why.empty())
        return why;
    const Area *area = client.atlas.area(area_id);
    return area == nullptr ? std::string() : why_not_there(exercise, *area, client);
}

std::vector<HomeworkSuggestion> homework_suggestions(const HomeworkClient &client,
                                                     const HomeworkCatalog &catalog) {
    const auto places = focus_candidates(client.today, client.past, client.atlas, client.health);
    std::vector<std::vector<HomeworkSuggestion>> asking; // a place each, the best last
    for (const FocusCandidate &place : places.areas) {
        const std::string &area = place.area->id;
        const auto had_it = [&](const Exercise *exercise) {
            return !client.past.empty() && is_given(client.past.back(), *exercise, area);
        };
        auto fitting = catalog.for_area(client.atlas, area, true);
        std::erase_if(fitting, [&](const Exercise *exercise) {
            return is_given(client.today, *exercise) || !why_not(*exercise, area, client).empty();
        });
        std::ranges::stable_partition(fitting, had_it);
        auto &offers = asking.emplace_back();
        for (const Exercise *exercise : fitting | std::views::reverse)
            offers.push_back({exercise, place.area, reason_for(place, had_it(exercise))});
    }
    std::vector<HomeworkSuggestion> all;
    const auto listed = [&](const HomeworkSuggestion &offered) {
        return std::ranges::count(all, offered.exercise, &HomeworkSuggestion::exercise) > 0;
    };
    // In turns: the screen shows few, and each place should have one among them.
    while (!asking.empty()) {
        for (auto &offers : asking) {
            while (!offers.empty() && listed(offers.back()))
                offers.pop_back();
            if (!offers.empty())
                all.push_back(offers.back());
        }
        std::erase_if(asking, [](const auto &offers) { return offers.empty(); });
    }
    return all;
}

std::vector<FoundExercise> found_exercises(const HomeworkClient &client,
                                           const HomeworkCatalog &catalog, std::string_view typed) {
    const auto places = focus_candidates(client.today, client.past, client.atlas, client.health);
    std::vector<FoundExercise> all;
    for (const Exercise *exercise : catalog.search(client.atlas, typed)) {
        if (is_given(client.today, *exercise))
            continue;
        const auto asks = std::ranges::find_if(places.areas, [&](const FocusCandidate &place) {
            return is_for(*exercise, client.atlas, *place.area);
        });
        const Area *area = asks != places.areas.end() ? asks->area : nullptr;
        all.push_back(
            {exercise, area,
             why_not(*exercise, area != nullptr ? std::string_view(area->id) : "", client)});
    }
    std::ranges::stable_partition(all,
                                  [](const FoundExercise &found) { return found.why_not.empty(); });
    return all;
}

std::optional<engine::Timestamp> new_exercises_begin(const Document &today,
                                                     std::span<const Document> past,
                                                     const GuidanceSettings &settings) {
    const engine::Timestamp at = today.appointment.start;
    const auto race = events_around(EventKind::race, today, past, at).ahead;
    if (!race || race->ms > settings.pre_race_from_h * hour_ms)
        return std::nullopt;
    return days_later(race->event->start, 1);
}

} // namespace app
