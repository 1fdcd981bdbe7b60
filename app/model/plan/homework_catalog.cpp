#include "model/plan/homework_catalog.hpp"

#include "model/session/json_parts.hpp"
#include "model/session/words.hpp"
#include "model/text/asset_file.hpp"
#include "model/text/capital.hpp"
#include "model/text/word_fit.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace {

constexpr std::size_t max_catalog_bytes = 4 * 1024 * 1024;

/// The order in which exercises are proposed: gentle movement, then passive care, then load.
constexpr std::array<std::string_view, 10> kinds{"stretch",   "mobility", "foam_roll", "heat",
                                                 "breathing", "recovery", "rest",      "cold",
                                                 "load",      "strength"};

std::size_t order_of(const Exercise &exercise) {
    return static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), exercise.kind) -
                                    kinds.begin());
}

Exercise read_exercise(ObjectReader &from) {
    Exercise exercise;
    exercise.id = from.text("id", Need::required);
    exercise.name = from.text("name", Need::required);
    exercise.kind = from.text("kind", Need::required);
    exercise.base_ids = from.texts("base_ids", Need::required);
    from.object("dose", Need::required,
                [&](ObjectReader &dose) { exercise.dose = read<Dose>(dose); });
    exercise.dose_words = from.text("dose_words", Need::required);
    exercise.cautions = from.text("cautions");
    exercise.contraindications = from.text("contraindications");
    exercise.strengthening = from.flag("strengthening");
    return exercise;
}

void gentlest_first(std::vector<const Exercise *> &exercises) {
    std::ranges::stable_sort(exercises, {}, [](const Exercise *one) { return order_of(*one); });
}

/// All that somebody may type to find it.
std::vector<std::string> searched_words(const Exercise &exercise, const Atlas &atlas) {
    std::string text = exercise.name + " " + exercise.kind;
    for (const Region &region : atlas.regions())
        if (std::ranges::count(exercise.base_ids, region.base_id) > 0) {
            text += " " + region.common + " " + region.anatomical;
            if (const Area *area = atlas.area(region.area))
                text += " " + area->name;
        }
    return words_of(text);
}

std::string times(int count) {
    if (count == 1)
        return "once";
    return count == 2 ? "twice" : std::to_string(count) + " times";
}

std::string duration(int seconds) {
    const bool whole_minutes = seconds >= 120 && seconds % 60 == 0;
    return whole_minutes ? std::to_string(seconds / 60) + " min" : std::to_string(seconds) + " s";
}

/// "2 × 30 s", "3 × 15", "3 × 10 × 5 s", "15 min"; empty for one of something without a length.
std::string amount(const Dose &dose) {
    constexpr std::string_view by = " \u00D7 ";
    std::string out;
    for (const int count : {dose.sets, dose.repeats})
        if (count > 1)
            out += (out.empty() ? "" : std::string(by)) + std::to_string(count);
    const bool single_count = (dose.sets > 1) != (dose.repeats > 1);
    if (dose.hold_s > 0)
        out += (out.empty() ? "" : std::string(by)) + duration(dose.hold_s);
    else if (single_count)
        out += " times";
    return out;
}

} // namespace

engine::Result<HomeworkCatalog> HomeworkCatalog::load(const std::string &file) {
    const auto json = read_asset(file, max_catalog_bytes, "palpate-homework");
    if (!json)
        return json.error();
    Problems found;
    ObjectReader reader{*json, "", found};
    HomeworkCatalog catalog;
    reader.objects("exercises", Need::required,
                   [&](ObjectReader &from) { catalog.exercises_.push_back(read_exercise(from)); });
    if (!found.empty())
        return damaged_asset(file, found.front().pointer + ": " + found.front().message);
    for (const Exercise &exercise : catalog.exercises_)
        if (order_of(exercise) == kinds.size())
            return damaged_asset(file, "\"" + exercise.kind + "\" is no kind of exercise.");
    return catalog;
}

const Exercise *HomeworkCatalog::find(std::string_view id) const {
    const auto found = std::find_if(exercises_.begin(), exercises_.end(),
                                    [&](const Exercise &exercise) { return exercise.id == id; });
    return found == exercises_.end() ? nullptr : &*found;
}

std::vector<const Exercise *>
HomeworkCatalog::for_area(const Atlas &atlas, std::string_view area_id, bool strengthening) const {
    std::vector<const Exercise *> out;
    const Area *area = atlas.area(area_id);
    for (const Exercise &exercise : exercises_)
        if (area && is_for(exercise, atlas, *area) && (strengthening || !exercise.strengthening))
            out.push_back(&exercise);
    gentlest_first(out);
    return out;
}

std::vector<const Exercise *> HomeworkCatalog::search(const Atlas &atlas,
                                                      std::string_view typed) const {
    const std::vector<std::string> words = words_of(typed);
    std::vector<const Exercise *> out;
    for (const Exercise &exercise : exercises_)
        if (words.empty() || name_fit(words, searched_words(exercise, atlas)))
            out.push_back(&exercise);
    gentlest_first(out);
    return out;
}

bool is_for(const Exercise &exercise, const Atlas &atlas, const Area &area) {
    return std::any_of(area.regions.begin(), area.regions.end(), [&](const std::string &id) {
        const std::string &base_id = atlas.region(id)->base_id;
        return std::find(exercise.base_ids.begin(), exercise.base_ids.end(), base_id) !=
               exercise.base_ids.end();
    });
}

std::string how_words(const Exercise &exercise) {
    return exercise.cautions.empty() ? "" : capital(exercise.cautions) + ".";
}

std::string dose_words(const Dose &dose) {
    const std::string rest = dose.rest_s > 0 ? ", rest " + duration(dose.rest_s) : std::string();
    const std::string how_much = amount(dose);
    const std::string days = dose.days_a_week == 7 ? "every day"
                             : dose.days_a_week == 1
                                 ? "1 day a week"
                                 : std::to_string(dose.days_a_week) + " days a week";
    return (how_much.empty() ? "" : how_much + rest + ", ") + times(dose.times_a_day) + " a day, " +
           days + ", " + (dose.weeks == 1 ? "1 week" : std::to_string(dose.weeks) + " weeks");
}

std::string stop_rule(const Dose &dose) {
    return "Stop above pain " + std::to_string(dose.max_pain) +
           ", or if it is worse the next morning.";
}

} // namespace app
