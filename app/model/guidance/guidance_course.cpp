#include "model/atlas/main_zones.hpp"
#include "model/guidance/follow_up.hpp"
#include "model/guidance/guidance_rules.hpp"
#include "model/guidance/level_change.hpp"
#include "model/session/last_marks.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app::guidance_rules {

namespace {

const Mark *mark_of(const Document &document, const Mark &like) {
    const auto found = std::ranges::find_if(document.marks, [&](const Mark &mark) {
        return mark.area == like.area && mark.channel == like.channel;
    });
    return found == document.marks.end() ? nullptr : &*found;
}

/// Since the session before; none: there is nothing to compare.
std::optional<LevelChange> change_of(const Case &c, const Mark &mark) {
    if (mark.channel == Channel::avoid || !mark.level)
        return std::nullopt;
    const auto start = level_last_time(mark, c.past);
    return start ? std::optional(level_change(*start, *mark.level)) : std::nullopt;
}

bool is_clearly_worse(const Case &c, const Mark &mark) {
    const auto change = change_of(c, mark);
    return change && change->clearly_worse();
}

/// A place of a session on which day 3 has something to say.
struct Answer {
    const Mark *mark;
    FollowUpAnswer given;
};

bool was_worked_on(const Document &session, const Mark &mark) {
    return std::ranges::none_of(session.plan, is_focus) || find_item(session, mark.area) != nullptr;
}

std::vector<Answer> answers_of_call(const Document &session) {
    std::vector<Answer> answers;
    for (const FollowUpAnswer &given : session.follow_up) {
        const Mark *mark = find_mark(session, given.mark);
        if (mark != nullptr && last_level(*mark).value_or(0) > 0)
            answers.push_back({mark, given});
    }
    return answers;
}

/// Nobody has called: what the client has marked today says it too.
std::vector<Answer> answers_of_today(const Case &c, const Document &session) {
    std::vector<Answer> answers;
    for (const Mark &mark : session.marks) {
        if (last_level(mark).value_or(0) == 0 || !was_worked_on(session, mark))
            continue;
        const Mark *today = mark_carried_from(c.document, mark);
        if (today == nullptr)
            today = mark_of(c.document, mark);
        if (today != nullptr && today->level)
            answers.push_back({&mark, {.mark = mark.id, .level = *today->level, .at = c.at}});
    }
    return answers;
}

std::int64_t day_3_of(const Document &session) {
    constexpr int days = 3;
    const engine::Timestamp start = session.appointment.start;
    return calendar_day(session.follow_up_due).value_or(calendar_day(start, start) + days);
}

void refer(const Case &c, std::span<const Answer> answers, Cards &cards) {
    std::vector<std::string> areas;
    std::string reason;
    for (const Answer &answer : answers) {
        if (is_clearly_better(*answer.mark, answer.given) ||
            std::ranges::count(areas, answer.mark->area) > 0)
            continue;
        areas.push_back(answer.mark->area);
        reason += (reason.empty() ? "" : "; ") + place_words(c.atlas, answer.mark->area) + " " +
                  change_words(level_change(start_level(*answer.mark), answer.given.level)) +
                  (answer.given.better ? "" : ", and the client says it is not better");
    }
    if (!areas.empty())
        cards.add({.severity = Severity::caution,
                   .title = "Not clearly better after three days",
                   .reason = "Three days or more after the session: " + reason + ".",
                   .action = "Suggest a sports doctor or physical therapist (RF18).",
                   .areas = areas});
}

void day_3_of_session(const Case &c, const Document &session, bool is_today, Cards &cards) {
    constexpr int days_to_call = 14;
    const std::int64_t late = calendar_day(c.at, session.appointment.start) - day_3_of(session);
    auto answers = answers_of_call(session);
    if (answers.empty() && !is_today && late >= 0)
        answers = answers_of_today(c, session);
    refer(c, answers, cards);
    const bool has_levels = std::ranges::any_of(
        session.marks, [](const Mark &mark) { return last_level(mark).value_or(0) > 0; });
    if (answers.empty() && has_levels && late >= 0 && late <= days_to_call)
        cards.add({.title = "Day 3: ask how it is",
                   .reason = "Three days have passed since the session of " +
                             engine::day_and_month(session.appointment.start) +
                             ", and nobody has asked yet.",
                   .action = "Ask for the level of each place and whether it is better."});
}

int minutes_of(const Case &c, const MainZone &zone) {
    int minutes = 0;
    for (const PlanItem &item : c.document.plan) {
        const Area *area = c.atlas.area(item.part);
        if (item.part == zone.id || (area != nullptr && &main_zone_of(*area) == &zone))
            minutes += item.minutes;
    }
    return minutes;
}

bool is_left_out_by_wish(const Document &document, const MainZone &zone) {
    const PlanItem *item = find_item(document, zone.id);
    return item != nullptr && item->minutes == 0 && item->locked;
}

} // namespace

void day_3(const Case &c, Cards &cards) {
    const bool over = c.document.stage == Stage::closed || !c.document.follow_up.empty();
    if (over)
        day_3_of_session(c, c.document, true, cards);
    else if (c.last() != nullptr)
        day_3_of_session(c, *c.last(), false, cards);
}

void one_calf_worse(const Case &c, Cards &cards) {
    constexpr std::string_view calf = "lower_leg_calf", deep_calf = "lower_leg_deep_calf";
    if (c.document.intake.health_yes.contains("RF1"))
        return;
    std::vector<std::string> worse;
    for (const Mark &mark : c.document.marks) {
        const std::string_view place = without_side(mark.area);
        const Area *area = c.atlas.area(mark.area);
        if (mark.channel != Channel::pain || area == nullptr ||
            (place != calf && place != deep_calf) || !is_clearly_worse(c, mark))
            continue;
        const auto other_hurts = [&](const Mark &other) {
            const Area *there = c.atlas.area(other.area);
            const std::string_view name = without_side(other.area);
            return other.channel == Channel::pain && there != nullptr &&
                   there->side != area->side && (name == calf || name == deep_calf);
        };
        if (std::ranges::none_of(c.document.marks, other_hurts) &&
            std::ranges::count(worse, mark.area) == 0)
            worse.push_back(mark.area);
    }
    if (!worse.empty())
        cards.add({.severity = Severity::caution,
                   .title = "Compare both calves first",
                   .reason = "One calf got clearly worse and the other did not.",
                   .action = "Look for swelling, warmth or redness on one side; with any of them "
                             "do not work, and have it checked today.",
                   .areas = worse});
}

void clearly_worse(const Case &c, Cards &cards) {
    std::vector<std::string> areas;
    std::string reason;
    for (const Mark &mark : c.document.marks) {
        if (!is_clearly_worse(c, mark))
            continue;
        reason += (reason.empty() ? "" : "; ") + place_words(c.atlas, mark.area) + " " +
                  change_words(*change_of(c, mark));
        if (std::ranges::count(areas, mark.area) == 0)
            areas.push_back(mark.area);
    }
    if (!areas.empty())
        cards.add({.title = "Clearly worse than last time",
                   .reason = "Since the last session: " + reason + ".",
                   .action = "Ask what changed, and begin there with light work.",
                   .areas = areas});
}

void ease_off(const Case &c, Cards &cards) {
    const bool ended = c.document.treatment && c.document.treatment->ended;
    if (ended || c.document.feedback.empty())
        return;
    const Feedback &last = c.document.feedback.back();
    const bool sore = last.comfort && *last.comfort >= c.settings.ease_off_at;
    if (sore || last.said == Said::too_much)
        cards.add({.severity = Severity::warning,
                   .title = "Ease off",
                   .reason = sore ? "The client feels " + std::to_string(*last.comfort) +
                                        " of 10 under your hands."
                                  : std::string("The client says it is too much."),
                   .action = "Drop one level of pressure or change the place, and ask again."});
}

void below_pain(const Case &c, Cards &cards) {
    constexpr int strong = 4, sore = 7;
    const bool hurts = std::ranges::any_of(c.document.marks, [](const Mark &mark) {
        return mark.channel == Channel::pain && mark.level.value_or(0) >= sore;
    });
    if (hurts && c.document.intake.pressure.value_or(0) >= strong)
        cards.add({.severity = Severity::caution,
                   .title = "Stay below pain",
                   .reason = "The client wishes strong pressure and has a very sore place, and "
                             "pushing through pain may hurt afterwards.",
                   .action = "It need not hurt to work: begin lightly there, and ask as you go."});
}

void zone_without_minutes(const Case &c, Cards &cards) {
    if (c.document.plan.empty() || c.document.stage == Stage::closed)
        return;
    std::string zones;
    for (const MainZone &zone : main_zones())
        if (minutes_of(c, zone) == 0 && !is_left_out_by_wish(c.document, zone))
            zones += (zones.empty() ? "" : ", ") + std::string(zone.title);
    if (!zones.empty())
        cards.add({.severity = Severity::caution,
                   .title = "The plan leaves out a part of the body",
                   .reason = "No minutes for: " + zones + ".",
                   .action = "Give each some minutes, or leave it out if the client wishes so."});
}

void soreness_is_usual(const Case &c, Cards &cards) {
    if (c.is_new && c.document.stage != Stage::closed)
        cards.add({.title = "Say that soreness may follow",
                   .reason = "Massage can bring soreness that takes several days to pass, and this "
                             "client does not know that yet.",
                   .action = "Say so before the session, and begin lightly."});
}

void first_session(const Case &c, Cards &cards) {
    if (c.past.empty() && c.document.stage != Stage::closed)
        cards.add({.title = "First session here: say what comes",
                   .reason = "This client has not been here before.",
                   .action = "Say that you will move arms and legs about and give homework."});
}

void drink_before(const Case &c, Cards &cards) {
    if (c.document.stage != Stage::closed && !c.document.treatment)
        cards.add({.title = "Drink enough beforehand",
                   .reason = "Too little to drink before a massage may make it less pleasant.",
                   .action = "Ask whether the client has drunk, and offer water."});
}

} // namespace app::guidance_rules
