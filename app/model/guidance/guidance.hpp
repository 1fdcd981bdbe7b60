/// What the rules say about a session, as cards for the therapist. assets/guidance/RULES.md lists
/// the rules with the place of each. Pure; never a diagnosis.
#pragma once

#include "model/guidance/guidance_settings.hpp"
#include "model/guidance/health.hpp"

#include <span>

namespace app {

enum class Severity : std::uint8_t {
    stop,    ///< do not go on, or not there
    warning, ///< likely to go wrong for the client
    caution, ///< go on, with care
    note,    ///< good to know
};

struct Advice {
    std::string rule = {}; ///< "S19", as in RULES.md
    Severity severity = Severity::note;
    std::string title;
    std::string reason;                          ///< one sentence
    std::string action;                          ///< what to do
    std::optional<int> pressure_cap = {};        ///< 0: notes only
    bool blocks_session = false;                 ///< no massage today
    std::vector<std::string> blocked_areas = {}; ///< atlas area ids: no massage there
    /// Atlas area ids that it is about; a cap is then for them only. Empty: the whole session.
    std::vector<std::string> areas = {};
    friend bool operator==(const Advice &, const Advice &) = default;
};

/// All cards, the most severe first. `past`: the client's earlier sessions, oldest first. Judged is
/// a massage at massage_time(document, now), see race_times.hpp.
std::vector<Advice> guidance(const Document &document, std::span<const Document> past,
                             const GuidanceSettings &settings, engine::Timestamp now,
                             const Atlas &atlas, const HealthQuestions &health);

} // namespace app
