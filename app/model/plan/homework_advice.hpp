/// Which exercises of the catalogue fit today's client, and why the others do not. Pure.
#pragma once

#include "model/guidance/guidance_settings.hpp"
#include "model/guidance/health.hpp"
#include "model/plan/homework_catalog.hpp"

#include <span>

namespace app {

/// All that decides about homework.
struct HomeworkClient {
    const Document &today;
    std::span<const Document> past; ///< oldest first
    const Atlas &atlas;
    const HealthQuestions &health;
    const GuidanceSettings &settings;
};

struct HomeworkSuggestion {
    const Exercise *exercise = nullptr;
    const Area *area = nullptr;
    std::string reason; ///< "For the left calf: pain 6"
};

/// One for each place that asks for it, the one that asks most first; then the next for each, and
/// so on. At a place what the client had last time comes before the rest, then the gentlest kind.
/// Without what was given already.
std::vector<HomeworkSuggestion> homework_suggestions(const HomeworkClient &client,
                                                     const HomeworkCatalog &catalog);

/// An exercise that was looked for, at the place of this client that asks most for it.
struct FoundExercise {
    const Exercise *exercise = nullptr;
    const Area *area = nullptr; ///< null: no place asks for it
    std::string why_not;        ///< as of why_not(); empty: it fits
};
/// What HomeworkCatalog::search() finds: those that fit this client first. Without what was given
/// already.
std::vector<FoundExercise> found_exercises(const HomeworkClient &client,
                                           const HomeworkCatalog &catalog, std::string_view typed);

/// When exercises that are new to the client may begin: the day after a race that is near, as
/// nothing new is tried shortly before one (S9); none: at once.
std::optional<engine::Timestamp> new_exercises_begin(const Document &today,
                                                     std::span<const Document> past,
                                                     const GuidanceSettings &settings);

/// Why the exercise is not for this client at this place ("Blood thinners: no ball or roller");
/// empty: it is. Rules CON-R1, EXR-R1 and RFL-R1, the scope of practice, places to avoid, and the
/// catalogue's contra-indications as far as the client's answers show them. An empty area: for
/// no place in particular.
std::string why_not(const Exercise &exercise, std::string_view area, const HomeworkClient &client);

} // namespace app
