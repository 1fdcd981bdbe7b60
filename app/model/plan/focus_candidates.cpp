#include "model/plan/focus_candidates.hpp"

#include "model/guidance/pressure.hpp"
#include "model/session/last_marks.hpp"
#include "model/session/words.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

constexpr int per_pain = 4, per_tight = 3; ///< for each step of the level
constexpr int level_unsaid = 3;            ///< counts as this
constexpr int if_worse = 10, if_it_comes_back = 6;
constexpr int most_by_hand = 20; ///< for all findings together

bool is_of_today(const Mark &mark) {
    return mark.channel != Channel::avoid && mark.trend != Trend::gone &&
           mark.level.value_or(level_unsaid) > 0 &&
           (mark.phase == Phase::before || mark.phase == Phase::during);
}

bool is_worse(const Mark &mark, std::span<const Document> past) {
    const auto before = level_last_time(mark, past);
    return mark.trend == Trend::worse || (before && mark.level && *mark.level > *before);
}

/// Marked in at least two of the last sessions.
bool comes_back(std::string_view area, std::span<const Document> past) {
    constexpr std::size_t looked_at = 6;
    constexpr int often = 2;
    const auto recent = past.last(std::min(past.size(), looked_at));
    return std::ranges::count_if(recent, [&](const Document &session) {
               return std::ranges::any_of(session.marks, [&](const Mark &mark) {
                   return mark.area == area && is_of_today(mark);
               });
           }) >= often;
}

int weight_of(const Mark &mark, bool worse) {
    const int step = mark.channel == Channel::pain ? per_pain : per_tight;
    return FocusCandidate::least + step * mark.level.value_or(level_unsaid) +
           (worse ? if_worse : 0);
}

std::string reason_of(const Mark &mark, bool worse) {
    std::string words = mark.channel == Channel::pain ? "Pain" : "Tight";
    if (mark.level)
        words += " " + std::to_string(*mark.level);
    return words + (worse ? ", worse since last time" : "");
}

/// What hands found in an area, all its findings together.
struct ByHand {
    bool tight = false, restricted = false, guarded = false;
    int tender = 0;

    int weight() const {
        constexpr int each = 6, per_grade = 3;
        return std::min(most_by_hand,
                        each * (int{tight} + int{restricted} + int{guarded}) + per_grade * tender);
    }
    /// "tight, tender and guarded"
    std::string words() const {
        std::vector<std::string> all;
        for (const auto &[found, word] : {std::pair{tight, "tight"},
                                          {restricted, "restricted"},
                                          {tender > 0, "tender"},
                                          {guarded, "guarded"}})
            if (found)
                all.emplace_back(word);
        std::string words;
        for (std::size_t i = 0; i < all.size(); ++i)
            words += (i == 0 ? "" : i + 1 == all.size() ? " and " : ", ") + all[i];
        return words;
    }
};

ByHand by_hand(const Document &today, std::string_view area) {
    ByHand all;
    for (const Finding &finding : today.findings) {
        if (finding.area != area)
            continue;
        all.tight |= finding.tight;
        all.restricted |= finding.restricted;
        all.guarded |= finding.guarded;
        all.tender = std::max(all.tender, finding.tender.value_or(0));
    }
    return all;
}

/// None: nothing asks for more time there.
std::optional<FocusCandidate> candidate(const Document &today, std::span<const Document> past,
                                        const Area &area) {
    FocusCandidate out{.area = &area};
    for (const Mark &mark : today.marks) {
        if (mark.area != area.id || !is_of_today(mark))
            continue;
        const bool worse = is_worse(mark, past);
        const int weight = weight_of(mark, worse);
        out.level = std::max(out.level, mark.level.value_or(0));
        if (out.reason.empty() || weight > out.weight) {
            out.weight = weight;
            out.reason = reason_of(mark, worse);
        }
    }
    const bool marked = !out.reason.empty();
    const std::string found = by_hand(today, area.id).words();
    if (!marked && found.empty())
        return std::nullopt;
    out.weight += by_hand(today, area.id).weight();
    if (!found.empty())
        out.reason += marked ? ", found " + found : "Found " + found;
    if (comes_back(area.id, past)) {
        out.weight += if_it_comes_back;
        out.reason += ", keeps coming back";
    }
    return out;
}

std::string why_left_out(const Document &today, const Atlas &atlas, const HealthQuestions &health,
                         const Area &area) {
    if (is_avoided(today, area.regions))
        return "the client's wish";
    if (sign_at(health, today, area) != nullptr)
        return "a doctor should see it first";
    if (contact_of(atlas, area) == Contact::no_contact)
        return "not touched by hand";
    return {};
}

} // namespace

bool is_avoided(const Document &document, std::span<const std::string> regions) {
    return std::ranges::all_of(regions, [&](const std::string &region) {
        return std::ranges::any_of(document.marks, [&](const Mark &mark) {
            // A painted spot covers some of the skin of what it touches, and not all of it.
            return mark.channel == Channel::avoid && mark.paint.empty() &&
                   std::ranges::count(mark.regions, region) > 0;
        });
    });
}

const HealthQuestion *sign_at(const HealthQuestions &health, const Document &document,
                              const Area &area) {
    const auto found = std::ranges::find_if(health.all(), [&](const HealthQuestion &question) {
        return question.kind == HealthKind::stop &&
               document.intake.health_yes.contains(question.id) &&
               (question.zones.empty() || std::ranges::count(question.zones, area.zone) > 0);
    });
    return found != health.all().end() ? &*found : nullptr;
}

std::string sided_name(const Area &area) {
    if (area.side == Side::mid)
        return area.name;
    return (area.side == Side::left ? "left " : "right ") + area.name;
}

const FocusCandidate *FocusCandidates::find(std::string_view area) const {
    const auto found = std::ranges::find(areas, area, [](const FocusCandidate &candidate) {
        return std::string_view(candidate.area->id);
    });
    return found != areas.end() ? &*found : nullptr;
}

const LeftOut *FocusCandidates::find_left_out(std::string_view area) const {
    const auto found = std::ranges::find(
        left_out, area, [](const LeftOut &out) { return std::string_view(out.area->id); });
    return found != left_out.end() ? &*found : nullptr;
}

FocusCandidates focus_candidates(const Document &today, std::span<const Document> past,
                                 const Atlas &atlas, const HealthQuestions &health) {
    FocusCandidates out;
    for (const Area &area : atlas.areas()) {
        auto asks = candidate(today, past, area);
        const bool named = std::ranges::any_of(
            today.marks, [&](const Mark &mark) { return mark.area == area.id; });
        const bool planned = find_item(today, area.id) != nullptr;
        if (!asks && !named && !planned)
            continue;
        if (std::string why = why_left_out(today, atlas, health, area); !why.empty())
            out.left_out.push_back({&area, std::move(why)});
        else if (asks)
            out.areas.push_back(std::move(*asks));
    }
    std::ranges::stable_sort(out.areas, std::ranges::greater{}, &FocusCandidate::weight);
    return out;
}

} // namespace app
