#include "screens/therapist/plan_parts.hpp"

#include "model/atlas/main_zones.hpp"
#include "model/plan/plan_proposal.hpp"
#include "model/session/update.hpp"
#include "model/session/words.hpp"
#include "model/text/capital.hpp"
#include "screens/frame/chrome.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace app {

namespace {

SetPlan proposal_for(const ScreenContext &c, const Document &document) {
    SetPlan plan;
    for (ProposedItem &proposed :
         proposed_plan(document, c.past, document.appointment.minutes, c.atlas, c.health))
        plan.items.push_back(std::move(proposed.item));
    return plan;
}

} // namespace

std::string item_title(const ScreenContext &c, std::string_view part) {
    const MainZone *zone = main_zone(part);
    return zone != nullptr ? std::string(zone->title) : place_title(c, part, Reader::therapist);
}

std::string item_structures(const Atlas &atlas, const PlanItem &item) {
    std::string names;
    for (const std::string &id : item.regions)
        if (const Region *region = atlas.region(id))
            names += (names.empty() ? "" : ", ") + region->anatomical;
    return capital(names);
}

void replan(ScreenContext &c, const Command &command, std::string step) {
    const auto changed = update(c.document, command, c.atlas);
    if (changed)
        c.out.emit(proposal_for(c, *changed), std::move(step));
    else
        c.out.emit(command);
}

void propose(ScreenContext &c) {
    c.out.emit(proposal_for(c, c.document));
}

} // namespace app
