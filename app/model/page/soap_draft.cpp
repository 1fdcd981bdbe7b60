#include "model/page/soap_draft.hpp"

#include "model/atlas/main_zones.hpp"
#include "model/guidance/level_change.hpp"
#include "model/page/joined.hpp"
#include "model/plan/focus_candidates.hpp"
#include "model/plan/homework_catalog.hpp"
#include "model/session/document_names.hpp"
#include "model/session/last_marks.hpp"
#include "model/session/words.hpp"
#include "model/text/capital.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace app {

namespace {

void add_line(std::string &text, const std::string &line) {
    text += (text.empty() ? "" : "\n") + line;
}

/// In the marks that set the client's words apart; on one line.
std::string quoted(std::string words) {
    if (words.empty())
        return {};
    std::ranges::replace(words, '\n', ' ');
    std::ranges::replace(words, '"', '\'');
    for (std::size_t at = words.find("\u201D"); at != std::string::npos; at = words.find("\u201D"))
        words.replace(at, std::string_view("\u201D").size(), "'");
    return "\u201C" + words + "\u201D";
}

std::string place_of(const std::string &area_id, const Atlas &atlas) {
    const Area *area = atlas.area(area_id);
    return area != nullptr ? sided_name(*area) : area_id;
}

std::string phrase_of(const Mark &mark, const Atlas &atlas) {
    const Area *area = atlas.area(mark.area);
    return area != nullptr ? area->phrase : mark.area;
}

/// "pain 6 in the left calf, last time 4, ache, for weeks", "do not touch the right shin"
std::string said_of(const Mark &mark, std::span<const Document> past, const Atlas &atlas) {
    if (mark.channel == Channel::avoid)
        return "do not touch the " + place_of(mark.area, atlas);
    std::string words = mark.channel == Channel::pain ? "pain" : "tight";
    if (mark.level)
        words += " " + std::to_string(*mark.level);
    words += " " + phrase_of(mark, atlas);
    if (const auto last = level_last_time(mark, past))
        append(words, "last time " + std::to_string(*last));
    if (mark.trend)
        append(words, std::string(name_of(*mark.trend)));
    for (const Quality quality : mark.qualities)
        append(words, std::string(name_of(quality)));
    if (mark.since)
        append(words, since_phrase(*mark.since));
    return words;
}

std::string goal_words(Goal goal) {
    switch (goal) {
    case Goal::loosen_up:
        return "wants to loosen up";
    case Goal::recover:
        return "wants to recover";
    case Goal::sore_place:
        return "wants work on a sore place";
    case Goal::relax:
        return "wants to relax";
    }
    return {};
}

std::string event_words(const Event &event) {
    std::string words = event.kind == EventKind::race ? "race" : "long run";
    append(words, quoted(event.name), " ");
    words += " on " + engine::long_date(event.start);
    return event.hour_known ? words + ", " + engine::clock_time(event.start) : words;
}

std::string subjective(const Document &document, std::span<const Document> past,
                       const Atlas &atlas) {
    std::string text;
    const auto say = [&](const std::string &words, const std::string &own = {}) {
        add_line(text, capital(words) + (own.empty() ? "" : ": " + quoted(own)));
    };
    for (const Mark &mark : document.marks)
        if (mark.author == Author::client && mark.phase == Phase::before)
            say(said_of(mark, past, atlas), mark.note);
    const Intake &intake = document.intake;
    if (intake.goal)
        say(goal_words(*intake.goal));
    if (intake.event)
        say(event_words(*intake.event));
    if (intake.pressure)
        say("wishes pressure " + std::to_string(*intake.pressure) + " of 5");
    if (const StatedDiagnosis &told = intake.diagnosis; !told.empty()) {
        std::string words = quoted(told.words);
        append(words, told.by.empty() ? "" : "named by " + quoted(told.by));
        append(words, told.when.empty() ? "" : "when: " + quoted(told.when));
        add_line(text, "Client reports: " + words);
    }
    return text;
}

std::string finding_words(const Finding &finding, const Atlas &atlas) {
    constexpr std::array<std::string_view, 5> grades{"0", "I", "II", "III", "IV"};
    std::string words;
    append(words, finding.tight ? "tight" : "");
    append(words, finding.restricted ? "restricted" : "");
    append(words, finding.guarded ? "guarded" : "");
    if (finding.tender)
        append(words,
               "tender " + std::string(grades.at(static_cast<std::size_t>(*finding.tender))));
    if (finding.temperature)
        append(words, std::string(name_of(*finding.temperature)));
    append(words, finding.note);
    std::string place = capital(place_of(finding.area, atlas));
    if (const Region *region = atlas.region(finding.region))
        append(place, region->anatomical);
    return place + ": " + (words.empty() ? "felt, nothing to note" : words);
}

/// "Left calf: 12 of 14 min, pressure 3, stroking"; empty: nobody worked on it.
std::string work_words(const PlanItem &item, const Atlas &atlas) {
    constexpr int minute_s = 60;
    const bool skipped = item.outcome == Outcome::skipped;
    if (item.spent_s == 0 && !item.outcome)
        return {};
    const MainZone *zone = main_zone(item.part);
    std::string words =
        zone != nullptr ? std::string(zone->title) : capital(place_of(item.part, atlas));
    words += ": " + std::to_string((item.spent_s + minute_s / 2) / minute_s) + " of " +
             std::to_string(item.minutes) + " min";
    append(words, skipped ? "skipped" : "");
    if (item.pressure)
        append(words, "pressure " + std::to_string(*item.pressure));
    for (const std::string &technique : item.techniques)
        append(words, technique);
    append(words, item.note);
    return words;
}

std::string feedback_words(const Document &document) {
    std::string words;
    for (const auto &[said, name] :
         {std::pair{Said::too_much, "too much"}, {Said::good, "good"}, {Said::more, "more"}}) {
        const auto count = std::ranges::count(document.feedback, said, &Feedback::said);
        if (count > 0)
            append(words,
                   "\u201C" + std::string(name) + "\u201D " + std::to_string(count) + " \u00D7");
    }
    return words;
}

std::string objective(const Document &document, const Atlas &atlas) {
    std::string text;
    for (const Finding &finding : document.findings)
        add_line(text, finding_words(finding, atlas));
    for (const Mark &mark : document.marks)
        if (mark.author == Author::therapist && mark.channel != Channel::avoid) {
            std::string line = "Marked by the therapist: " + said_of(mark, {}, atlas);
            append(line, mark.note);
            add_line(text, line);
        }
    for (const PlanItem &item : document.plan)
        if (const std::string line = work_words(item, atlas); !line.empty())
            add_line(text, line);
    if (const std::string said = feedback_words(document); !said.empty())
        add_line(text, "Said on the table: " + said);
    return text;
}

std::string response(const Document &document, const Atlas &atlas) {
    std::string text;
    for (const Mark &mark : document.marks)
        if (mark.level && mark.level_after)
            add_line(text, std::string(mark.channel == Channel::pain ? "Pain " : "Tightness ") +
                               phrase_of(mark, atlas) + ": " +
                               change_words(level_change(*mark.level, *mark.level_after)));
    std::optional<int> most, last;
    for (const Feedback &feedback : document.feedback)
        if (feedback.comfort) {
            most = std::max(most, feedback.comfort);
            last = feedback.comfort;
        }
    if (most)
        add_line(text, "Discomfort on the table: at most " + std::to_string(*most) +
                           " of 10, at the end " + std::to_string(*last));
    for (const Feedback &feedback : document.feedback)
        if (feedback.said == Said::stop)
            add_line(text, "The client said stop at " + engine::clock_time(feedback.at));
    return text;
}

std::string homework_line(const HomeworkItem &item, const Atlas &atlas) {
    std::string place = item.area.empty() ? "" : place_of(item.area, atlas);
    if (item.side && place.empty())
        place = std::string(name_of(*item.side));
    std::string line = "Homework: " + item.name + (place.empty() ? "" : " (" + place + ")") + ": " +
                       dose_words(item.dose);
    append(line, item.note);
    return line;
}

std::string next_steps(const Document &document, const Atlas &atlas) {
    std::string text;
    for (const HomeworkItem &item : document.homework)
        add_line(text, homework_line(item, atlas));
    for (const std::string &told : document.aftercare)
        add_line(text, "Told: " + told);
    if (document.next_session)
        add_line(text, "Next session: " + engine::day_title(*document.next_session) + ", " +
                           engine::clock_time(*document.next_session));
    if (!document.follow_up_due.empty())
        add_line(text, "Day 3: ask again on " + engine::long_date(document.follow_up_due));
    return text;
}

} // namespace

SoapNote soap_draft(const Document &document, std::span<const Document> past, const Atlas &atlas) {
    SoapNote note;
    note.subjective = subjective(document, past, atlas);
    note.objective = objective(document, atlas);
    note.response = response(document, atlas);
    note.plan = next_steps(document, atlas);
    return note;
}

} // namespace app
