#include "model/guidance/guidance_rules.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace app::guidance_rules {

namespace {

bool is_within(const std::optional<EventDistance> &event, int hours) {
    return event && event->ms <= hours * hour_ms;
}

bool is_closer_than(const std::optional<EventDistance> &event, int hours) {
    return event && event->ms < hours * hour_ms;
}

std::string name_of_event(const Event &event) {
    const std::string kind = event.kind == EventKind::race ? "race" : "long run";
    return event.name.empty() ? "the " + kind : "the " + kind + " (" + event.name + ")";
}

/// "The race begins in 47 hours", "... in 47 hours or later, only its day is known"
std::string begins_in(const EventDistance &ahead) {
    std::string words = name_of_event(*ahead.event);
    words.front() = 'T';
    if (ahead.ms == 0)
        return words + (ahead.event->hour_known ? " begins now" : " is today");
    return words + " begins in " + duration_words(ahead.ms) +
           (ahead.event->hour_known ? "" : " at the earliest, as only its day is known");
}

/// "The race was 3 hours ago"
std::string was_ago(const EventDistance &behind) {
    std::string words = name_of_event(*behind.event);
    words.front() = 'T';
    if (behind.ms == 0)
        return words + (behind.event->hour_known ? " begins now" : " is today");
    return words + " began " + duration_words(behind.ms) + " ago" +
           (behind.event->hour_known ? "" : " or earlier, as only its day is known");
}

/// A stretch of ordinary training: no race in the week ahead or in the days behind.
bool is_mid_training(const Case &c) {
    return !is_within(c.races.ahead, c.settings.pre_race_from_h) &&
           !is_within(c.races.behind, c.settings.recovery_until_h) &&
           c.document.appointment.kind == SessionKind::regular && !c.is_new &&
           c.document.stage != Stage::closed;
}

std::vector<std::string> new_techniques(const Case &c) {
    std::vector<std::string> found;
    for (const PlanItem &item : c.document.plan)
        for (const std::string &technique : item.techniques) {
            const auto has_it = [&](const PlanItem &before) {
                return std::ranges::count(before.techniques, technique) > 0;
            };
            const bool known = std::ranges::any_of(c.past, [&](const Document &session) {
                return std::ranges::any_of(session.plan, has_it);
            });
            if (!known && std::ranges::count(found, technique) == 0)
                found.push_back(technique);
        }
    return found;
}

bool knows_the_therapist(const Case &c) {
    return std::ranges::any_of(c.past, [&](const Document &session) {
        return session.practice.therapist == c.document.practice.therapist;
    });
}

std::string joined(std::span<const std::string> words) {
    std::string list;
    for (const std::string &word : words)
        list += (list.empty() ? "" : ", ") + word;
    return list;
}

/// The race or long run that was last, when that is not longer ago than the recovery takes.
const EventDistance *to_recover_from(const Case &c) {
    const EventDistance *nearest = nullptr;
    for (const auto *event : {&c.races.behind, &c.long_runs.behind})
        if (is_within(*event, c.settings.recovery_until_h) &&
            (nearest == nullptr || (*event)->ms < nearest->ms))
            nearest = &**event;
    return nearest;
}

} // namespace

void new_client_before_race(const Case &c, Cards &cards) {
    if (!c.is_new || !c.races.ahead)
        return;
    const std::string reason =
        begins_in(*c.races.ahead) +
        ", and somebody who is new to massage can be sore for several days afterwards.";
    if (is_closer_than(c.races.ahead, c.settings.new_client_blocked_h))
        cards.add({.severity = Severity::stop,
                   .title = "New to massage, too close to a race",
                   .reason = reason,
                   .action = "Offer a date after the race, or days to weeks before the next one.",
                   .blocks_session = true});
    else if (is_closer_than(c.races.ahead, c.settings.new_client_clear_h))
        cards.add({.severity = Severity::warning,
                   .title = "New to massage: may be sore at the race",
                   .reason = reason,
                   .action = "Say so now, work lightly, and offer a date after the race instead."});
}

void soreness_on_race_day(const Case &c, Cards &cards) {
    if (!is_closer_than(c.races.ahead, c.settings.pre_race_until_h))
        return;
    const bool capped = c.races.ahead->ms < cap_before_race_h * hour_ms;
    cards.add({.severity = Severity::warning,
               .title = "Close to the race: may be sore on race day",
               .reason = begins_in(*c.races.ahead) + ", and massage can leave soreness until then.",
               .action = "Warn the client, keep it light and short, or meet after the race.",
               .pressure_cap = capped ? std::optional(cap_before_race) : std::nullopt});
}

void light_after_race(const Case &c, Cards &cards) {
    if (!is_closer_than(c.races.behind, cap_after_race_h))
        return;
    cards.add({.severity = Severity::caution,
               .title = "Light touch only after the race",
               .reason = was_ago(*c.races.behind) +
                         ", and in the first day only light touch is pleasant and safe.",
               .action = "Pressure 1 or 2, slow strokes, no deep work.",
               .pressure_cap = cap_after_race});
}

void nothing_new_before_race(const Case &c, Cards &cards) {
    if (c.is_new || !is_within(c.races.ahead, c.settings.pre_race_from_h))
        return;
    if (const auto techniques = new_techniques(c); !techniques.empty())
        cards.add({.severity = Severity::warning,
                   .title = "New technique before a race",
                   .reason = begins_in(*c.races.ahead) +
                             ", and no earlier session had this: " + joined(techniques) + ".",
                   .action = "Keep to what this client knows, and try it after the race."});
    if (!knows_the_therapist(c))
        cards.add({.severity = c.past.empty() ? Severity::note : Severity::warning,
                   .title = "New therapist before a race",
                   .reason = begins_in(*c.races.ahead) +
                             ", and this client has no earlier session with this therapist.",
                   .action = "Ask what is usual for this client and stay with it."});
}

void training_after_massage(const Case &c, Cards &cards) {
    std::string reason;
    if (c.document.intake.next_training == NextTraining::later_today)
        reason = "The client trains again later today";
    for (const auto *event : {&c.races.ahead, &c.long_runs.ahead})
        if (*event && calendar_day((*event)->event->start, c.at) == calendar_day(c.at, c.at))
            reason = begins_in(**event);
    if (!reason.empty())
        cards.add({.severity = Severity::warning,
                   .title = "Training on the day of the massage",
                   .reason = reason + ", and after a massage there should be no workout that day.",
                   .action = "Move the training to tomorrow or later."});
}

void recovery_session(const Case &c, Cards &cards) {
    const EventDistance *event = to_recover_from(c);
    if (event == nullptr || c.document.appointment.kind == SessionKind::recovery)
        return;
    cards.add(
        {.severity = Severity::note,
         .title = "Make this a recovery session",
         .reason = was_ago(*event) + ", and a session after hard effort is of its own kind.",
         .action = "Plan gentle, even work over the whole body instead of a regular session."});
}

void recovery_window(const Case &c, Cards &cards) {
    constexpr int worth_a_word_h = 168;
    if (!is_within(c.races.behind, worth_a_word_h))
        return;
    const EventDistance &race = *c.races.behind;
    const std::string from = std::to_string(c.settings.recovery_from_h);
    const std::string until = std::to_string(c.settings.recovery_until_h);
    Advice advice{.title = "Best recovery window",
                  .reason = was_ago(race) + ", and " + from + " to " + until +
                            " hours after a race is the best time for a recovery massage.",
                  .action = "A regular recovery session is fine."};
    if (race.ms < c.settings.recovery_from_h * hour_ms) {
        advice.title = "Before the best recovery window";
        advice.action = "Keep this one light, and offer a recovery session in that time.";
    } else if (race.ms > c.settings.recovery_until_h * hour_ms) {
        advice.title = "After the best recovery window";
        advice.action = "Go on; next time offer a date in that window.";
    }
    cards.add(std::move(advice));
}

void window_before_race(const Case &c, Cards &cards) {
    if (c.is_new || !is_within(c.races.ahead, c.settings.pre_race_from_h) ||
        is_closer_than(c.races.ahead, c.settings.pre_race_until_h))
        return;
    cards.add(
        {.severity = Severity::note,
         .title = "Pre-race window",
         .reason = begins_in(*c.races.ahead) + ", which is the time for a session before a race.",
         .action = "Work as usual, and try nothing new."});
}

void slot_after_long_run(const Case &c, Cards &cards) {
    constexpr int soon_h = 336;
    if (!is_mid_training(c) || !is_within(c.long_runs.ahead, soon_h))
        return;
    cards.add({.severity = Severity::note,
               .title = "Offer a slot after the long run",
               .reason = begins_in(*c.long_runs.ahead) +
                         ", and a session right after a long run is said to help most.",
               .action = "Offer the next date for the day after it."});
}

void regular_plan(const Case &c, Cards &cards) {
    constexpr std::int64_t long_gap_ms = 21 * 24 * hour_ms;
    if (!is_mid_training(c) || c.last() == nullptr)
        return;
    const std::int64_t gap = c.at.unix_ms - c.last()->appointment.start.unix_ms;
    if (gap < long_gap_ms)
        return;
    cards.add({.severity = Severity::note,
               .title = "Offer a regular plan",
               .reason = "The last session was " + duration_words(gap) +
                         " ago, and a regular plan begins with 30 minutes about twice a month.",
               .action = "Offer the next date in about two weeks; 30 minutes are enough."});
}

void two_outputs(const Case &c, Cards &cards) {
    const bool found = std::ranges::any_of(c.document.findings, &Finding::tight);
    const bool given = !c.document.homework.empty();
    if (!is_mid_training(c) || (found && given))
        return;
    cards.add({.severity = Severity::note,
               .title = "Tight places and homework",
               .reason = "A session in the middle of training is to end with the tight places that "
                         "were found and with mobility homework for them.",
               .action = found   ? "Choose homework for the tight places."
                         : given ? "Write down the tight places that you find."
                                 : "Write down the tight places and choose homework for them."});
}

} // namespace app::guidance_rules
