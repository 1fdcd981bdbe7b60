/// The places that ask for more time and care than the rest of the body today, and why (rule S12).
/// Pure; the plan and the homework both begin here.
#pragma once

#include "model/guidance/health.hpp"

#include <span>

namespace app {

struct FocusCandidate {
    const Area *area = nullptr;
    int weight = least; ///< of its share of the time: grows with the level
    int level = 0;      ///< the highest that was marked there
    std::string reason; ///< "Pain 6, worse since last time"

    static constexpr int least = 24; ///< also of a place that the therapist chose
};

/// A place that nobody works on, and why: "the client's wish".
struct LeftOut {
    const Area *area = nullptr;
    std::string why;
};

struct FocusCandidates {
    std::vector<FocusCandidate> areas; ///< the heaviest first
    std::vector<LeftOut> left_out;
    const FocusCandidate *find(std::string_view area) const;
    const LeftOut *find_left_out(std::string_view area) const;
};

/// From today's marks and findings; a place that is worse, or that keeps coming back in `past`
/// (oldest first), weighs more. Places to avoid, places that a doctor has to see first (RFL-R1) and
/// places that hands do not touch are left out.
FocusCandidates focus_candidates(const Document &today, std::span<const Document> past,
                                 const Atlas &atlas, const HealthQuestions &health);

/// Whether the client wants none of these structures touched.
bool is_avoided(const Document &document, std::span<const std::string> regions);
/// The sign that was answered with yes and belongs to this place; null: none.
const HealthQuestion *sign_at(const HealthQuestions &health, const Document &document,
                              const Area &area);

/// "left calf"
std::string sided_name(const Area &area);

} // namespace app
