/// When the client could come again (rules S3, S4, S7, S18, S22). Pure.
#pragma once

#include "model/guidance/guidance_settings.hpp"
#include "model/session/document.hpp"

#include <span>

namespace app {

struct SessionProposal {
    engine::Timestamp at;
    std::string reason; ///< "Two weeks from today, the regular plan"
    friend bool operator==(const SessionProposal &, const SessionProposal &) = default;
};

/// At most three, the soonest first, all at the time of day of today's session and later than
/// `now`. `past`: oldest first.
std::vector<SessionProposal> next_sessions(const Document &today, std::span<const Document> past,
                                           const GuidanceSettings &settings, engine::Timestamp now);

} // namespace app
