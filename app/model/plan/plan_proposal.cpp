#include "model/plan/plan_proposal.hpp"

#include "model/atlas/main_zones.hpp"
#include "model/plan/focus_candidates.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

constexpr int least_focus = 2, least_zone = 1; ///< minutes
constexpr int minutes_per_new_focus = 8;       ///< so that a short session is not cut into bits

struct ZoneShare {
    std::string_view zone;
    int weight; ///< at most that of the lightest focus area
};
/// In the order of work: the client lies face down first.
constexpr std::array<ZoneShare, 7> shares{{{"back", 24},
                                           {"hips", 18},
                                           {"thighs", 22},
                                           {"lower_legs", 22},
                                           {"shoulders_arms", 16},
                                           {"head_neck", 12},
                                           {"front", 6}}};

struct Part {
    PlanItem item;
    std::string reason;
    std::string_view zone;
    int weight = FocusCandidate::least;
    bool kept = false;    ///< its minutes are not to be changed
    bool planned = false; ///< it is in the plan already
    bool focus = false;
    bool in = true; ///< there is time for it
};
using Parts = std::vector<Part>;

bool keeps_its_minutes(const Document &today, const PlanItem &item) {
    const bool now = today.treatment && today.treatment->part == item.part;
    return item.locked || item.outcome || item.spent_s > 0 || now;
}

std::string why_kept(const PlanItem &item) {
    if (item.outcome)
        return *item.outcome == Outcome::done ? "Done" : "Skipped";
    return item.locked ? "You set it" : "Begun already";
}

bool whole_zone_avoided(const Document &today, const Atlas &atlas, std::string_view zone) {
    return std::ranges::all_of(atlas.areas(), [&](const Area &area) {
        return main_zone_of(area).id != zone || is_avoided(today, area.regions);
    });
}

/// The therapist's focus areas first, then those that today asks for, the heaviest first.
Parts focus_parts(const Document &today, const Atlas &atlas, const FocusCandidates &candidates,
                  int booked) {
    Parts parts;
    for (const PlanItem &item : today.plan) {
        const Area *area = atlas.area(item.part);
        const bool kept = keeps_its_minutes(today, item);
        if (area == nullptr || (!kept && candidates.find_left_out(item.part) != nullptr))
            continue;
        const FocusCandidate *why = candidates.find(item.part);
        parts.push_back({.item = item,
                         .reason = kept             ? why_kept(item)
                                   : why != nullptr ? why->reason
                                                    : "You chose it",
                         .zone = main_zone_of(*area).id,
                         .weight = why != nullptr ? why->weight : FocusCandidate::least,
                         .kept = kept,
                         .planned = true,
                         .focus = true});
    }
    std::ranges::stable_sort(parts, std::ranges::greater{}, &Part::weight);
    const auto most = static_cast<std::size_t>(std::max(1, booked / minutes_per_new_focus));
    for (const FocusCandidate &candidate : candidates.areas) {
        if (find_item(today, candidate.area->id) != nullptr)
            continue;
        parts.push_back({.item = {.part = candidate.area->id},
                         .reason = candidate.reason,
                         .zone = main_zone_of(*candidate.area).id,
                         .weight = candidate.weight,
                         .focus = true,
                         .in = parts.size() < most});
    }
    return parts;
}

Parts zone_parts(const Document &today, const Atlas &atlas) {
    Parts parts;
    for (const auto &[zone, weight] : shares) {
        const PlanItem *item = find_item(today, zone);
        Part part{.item = item != nullptr ? *item : PlanItem{.part = std::string(zone)},
                  .zone = zone,
                  .weight = weight,
                  .planned = item != nullptr};
        part.kept = item != nullptr && keeps_its_minutes(today, *item);
        if (part.kept) {
            part.reason = why_kept(*item);
        } else if (whole_zone_avoided(today, atlas, zone)) {
            part.kept = true;
            part.item.minutes = 0;
            part.reason = "Not to be touched: the client's wish";
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

int least_minutes(const Part &part) {
    return part.focus ? least_focus : least_zone;
}

int kept_minutes(const Parts &parts) {
    int sum = 0;
    for (const Part &part : parts)
        sum += part.kept ? part.item.minutes : 0;
    return sum;
}

int least_minutes(const Parts &parts) {
    int sum = 0;
    for (const Part &part : parts)
        sum += part.in && !part.kept ? least_minutes(part) : 0;
    return sum;
}

bool has_focus(const Parts &parts, std::string_view zone) {
    return std::ranges::any_of(
        parts, [&](const Part &part) { return part.focus && part.in && part.zone == zone; });
}

/// The open zone of the least weight that `may` go.
template <class May>
Part *lightest_zone(Parts &parts, May may) {
    Part *lightest = nullptr;
    for (Part &part : parts)
        if (!part.focus && !part.kept && part.in && may(part) &&
            (lightest == nullptr || part.weight < lightest->weight))
            lightest = &part;
    return lightest;
}

/// Zones that a focus area covers go first. False: that is not enough.
bool fits_without_covered_zones(Parts &parts, int minutes) {
    while (least_minutes(parts) > minutes) {
        Part *zone =
            lightest_zone(parts, [&](const Part &part) { return has_focus(parts, part.zone); });
        if (zone == nullptr)
            return false;
        zone->in = false;
    }
    return true;
}

Part *last_open_focus(Parts &parts) {
    const auto found = std::ranges::find_if(parts.rbegin(), parts.rend(), [](const Part &part) {
        return part.focus && part.in && !part.kept;
    });
    return found == parts.rend() ? nullptr : &*found;
}

/// Leaves out what there is no time for: new focus areas, the rest of zones that a focus area
/// covers, the therapist's focus areas, and zones only when nothing else is left.
void make_fit(Parts &parts, int minutes) {
    Part *last = last_open_focus(parts);
    for (; last != nullptr && !last->planned && least_minutes(parts) > minutes;
         last = last_open_focus(parts))
        last->in = false;
    Parts fitting = parts;
    while (!fits_without_covered_zones(fitting, minutes) && last != nullptr) {
        last->in = false;
        last = last_open_focus(parts);
        fitting = parts;
    }
    while (least_minutes(fitting) > minutes)
        lightest_zone(fitting, [](const Part &) { return true; })->in = false;
    parts = std::move(fitting);
}

/// One minute after the other to the part with the largest weight for what it has (the divisor
/// method of D'Hondt): a larger weight never gets less, neither beside others nor by growing.
/// Focus areas begin one minute ahead and weigh no less than zones, so they stay ahead.
void share_out(Parts &parts, int minutes) {
    for (Part &part : parts)
        if (!part.kept)
            part.item.minutes = part.in ? least_minutes(part) : 0;
    const auto extra = [](const Part &part) { return part.item.minutes - least_minutes(part); };
    for (int left = minutes - least_minutes(parts); left > 0; --left) {
        Part *next = nullptr;
        for (Part &part : parts) {
            if (part.kept || !part.in)
                continue;
            const int ours = next == nullptr ? 0 : part.weight * (extra(*next) + 1);
            const int theirs = next == nullptr ? 0 : next->weight * (extra(part) + 1);
            if (next == nullptr || ours > theirs || (ours == theirs && part.weight > next->weight))
                next = &part;
        }
        if (next == nullptr)
            return; // all minutes were set by hand
        ++next->item.minutes;
    }
}

/// "The rest of the zone; right heel included: no time for it apart; not the right shin: the
/// client's wish"
std::string zone_reason(const Parts &parts, const Part &zone, const Atlas &atlas,
                        const FocusCandidates &candidates) {
    if (!zone.in)
        return "No time is left for it";
    std::string reason =
        has_focus(parts, zone.zone) ? "The rest of the zone" : "Its share of the whole body";
    for (const Part &part : parts)
        if (part.focus && !part.in && part.zone == zone.zone)
            reason +=
                "; " + sided_name(*atlas.area(part.item.part)) + " included: no time for it apart";
    for (const LeftOut &out : candidates.left_out)
        if (main_zone_of(*out.area).id == zone.zone)
            reason += "; not the " + sided_name(*out.area) + ": " + out.why;
    return reason;
}

/// Before the rest of its zone for a focus area, else behind what is there of its zone.
Parts::iterator place_for(const Part &part, Parts &order) {
    for (auto other = order.begin(); part.focus && other != order.end(); ++other)
        if (!other->focus && other->zone == part.zone)
            return other;
    const auto last = std::ranges::find(order.rbegin(), order.rend(), part.zone, &Part::zone);
    return last == order.rend() ? order.end() : last.base();
}

/// The plan as it stands, and new parts beside the others of their zone.
Parts in_order_of_work(const Document &today, const Parts &parts) {
    Parts order;
    for (const PlanItem &item : today.plan)
        for (const Part &part : parts)
            if (part.item.part == item.part)
                order.push_back(part);
    for (const ZoneShare &share : shares)
        for (const Part &part : parts)
            if (part.zone == share.zone && !part.planned)
                order.insert(place_for(part, order), part);
    return order;
}

} // namespace

std::vector<ProposedItem> proposed_plan(const Document &today, std::span<const Document> past,
                                        int booked_minutes, const Atlas &atlas,
                                        const HealthQuestions &health) {
    const FocusCandidates candidates = focus_candidates(today, past, atlas, health);
    Parts parts = focus_parts(today, atlas, candidates, booked_minutes);
    std::ranges::move(zone_parts(today, atlas), std::back_inserter(parts));
    const int free_minutes = std::max(0, booked_minutes - kept_minutes(parts));
    make_fit(parts, free_minutes);
    share_out(parts, free_minutes);
    for (Part &part : parts)
        if (!part.focus && !part.kept)
            part.reason = zone_reason(parts, part, atlas, candidates);
    std::vector<ProposedItem> plan;
    for (Part &part : in_order_of_work(today, parts)) {
        const bool covered = !part.in && (part.focus || has_focus(parts, part.zone));
        if (covered)
            continue;
        part.item.place = static_cast<int>(plan.size());
        plan.push_back({std::move(part.item), std::move(part.reason)});
    }
    return plan;
}

int overbooked_minutes(const Document &today, int booked_minutes) {
    int kept = 0;
    for (const PlanItem &item : today.plan)
        kept += keeps_its_minutes(today, item) ? item.minutes : 0;
    return std::max(0, kept - booked_minutes);
}

} // namespace app
