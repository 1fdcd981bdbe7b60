/// What the plan of a session could be: the whole body, and more time where it is needed (S12).
#pragma once

#include "model/guidance/health.hpp"

#include <span>

namespace app {

struct ProposedItem {
    PlanItem item;
    std::string reason; ///< why it has its minutes: "Pain 6, worse since last time"
};

/// Whole minutes that add up to the booked ones. Every main zone has its share, less than any focus
/// area; none only by the client's wish. More pain never gives fewer minutes. What was set by hand,
/// begun, done or skipped keeps its minutes, and the therapist's focus areas stay while there is
/// time for them; parts that were there keep their order.
std::vector<ProposedItem> proposed_plan(const Document &today, std::span<const Document> past,
                                        int booked_minutes, const Atlas &atlas,
                                        const HealthQuestions &health);

/// By how many minutes the items that keep theirs go beyond the booked time; 0: they do not.
int overbooked_minutes(const Document &today, int booked_minutes);

} // namespace app
