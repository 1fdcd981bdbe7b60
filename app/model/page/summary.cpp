#include "model/page/summary.hpp"

#include "model/guidance/level_change.hpp"
#include "model/page/joined.hpp"
#include "model/plan/homework_catalog.hpp"
#include "model/session/document_names.hpp"
#include "model/session/words.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

/// What was asked and found about one place: the client's mark, or else the therapist's.
struct Place {
    const Mark *mark;
    const Mark *finding = nullptr; ///< the therapist's mark of the same place, beside the client's
    std::optional<int> last;       ///< the level at the start of the last session
};

bool is_same_place(const Mark &a, const Mark &b) {
    return a.area == b.area && a.channel == b.channel;
}

bool is_of_session_start(const Mark &mark) {
    return mark.phase == Phase::before || mark.phase == Phase::during;
}

std::optional<int> level_in(const Document &session, const Mark &place) {
    const Mark *best = nullptr;
    for (const Mark &mark : session.marks)
        if (is_same_place(mark, place) && is_of_session_start(mark) && mark.level &&
            (!best || (best->author == Author::therapist && mark.author == Author::client)))
            best = &mark;
    return best ? best->level : std::nullopt;
}

std::vector<Place> places_of(const Document &document, const Document *last) {
    std::vector<Place> places;
    const auto add = [&](Author author) {
        for (const Mark &mark : document.marks) {
            if (mark.author != author || !is_of_session_start(mark))
                continue;
            const auto known = std::find_if(places.begin(), places.end(), [&](const Place &place) {
                return is_same_place(*place.mark, mark);
            });
            if (known == places.end())
                places.push_back({&mark, nullptr, last ? level_in(*last, mark) : std::nullopt});
            else if (author == Author::therapist && known->mark->author == Author::client)
                known->finding = &mark;
        }
    };
    add(Author::client);
    add(Author::therapist);
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
        const auto rank = [](const Place &place) {
            return place.mark->channel == Channel::avoid ? -2 : place.mark->level.value_or(-1);
        };
        return rank(a) > rank(b);
    });
    return places;
}

/// "gastrocnemius, soleus": without the words that every structure has.
std::string short_anatomical(std::string name) {
    for (const std::string_view ending : {" muscles", " muscle"})
        if (name.ends_with(ending))
            name.resize(name.size() - ending.size());
    return name;
}

std::string names_of(const std::vector<std::string> &regions, const Atlas &atlas) {
    constexpr std::size_t shown = 3;
    std::string out;
    for (std::size_t i = 0; i < std::min(shown, regions.size()); ++i)
        if (const Region *region = atlas.region(regions[i]))
            out += (out.empty() ? "" : ", ") + short_anatomical(region->anatomical);
    if (regions.size() > shown)
        out += " and " + std::to_string(regions.size() - shown) + " more";
    return out;
}

/// A group term for an area that is marked as a whole, else the structures that are meant.
std::string structures_of(const Mark &mark, const Atlas &atlas) {
    const Area *area = atlas.area(mark.area);
    const bool whole = area != nullptr && mark.regions == area->regions && mark.regions.size() > 1;
    return whole ? area->anatomical : names_of(mark.regions, atlas);
}

std::string channel_words(Channel channel) {
    return channel == Channel::avoid ? "do not touch" : std::string(name_of(channel));
}

std::string client_says(const Mark &mark) {
    if (mark.author == Author::therapist)
        return "not marked by the client";
    std::string out = channel_words(mark.channel);
    for (const Quality quality : mark.qualities)
        append(out, std::string(name_of(quality)));
    if (mark.since)
        append(out, since_phrase(*mark.since));
    append(out, mark.note);
    return out;
}

std::string marked_words(const Mark &finding) {
    std::string out = "found: " + channel_words(finding.channel);
    if (finding.level)
        out += " " + std::to_string(*finding.level);
    append(out, finding.note);
    return out;
}

std::string therapist_words(const Document &document, const Place &place) {
    if (place.mark->channel == Channel::avoid)
        return "not treated";
    std::string out;
    if (const PlanItem *focus = find_item(document, place.mark->area)) {
        append(out, std::to_string(focus->minutes) + " min");
        append(out, focus->note);
    }
    if (place.mark->author == Author::therapist)
        append(out, marked_words(*place.mark));
    else if (place.finding)
        append(out, marked_words(*place.finding));
    return out;
}

SummaryRow row_of(const Document &document, const Place &place, int number, const Atlas &atlas,
                  const Phrases &words) {
    const Mark &mark = *place.mark;
    const Area *area = atlas.area(mark.area);
    SummaryRow row{};
    row.number = number;
    row.area = area ? atlas.title(*area, Reader::therapist, words) : mark.area;
    row.structures = structures_of(mark, atlas);
    row.regions = mark.regions;
    row.paint = mark.paint;
    row.channel = mark.channel;
    row.client_says = client_says(mark);
    row.last = place.last;
    row.before = mark.level;
    row.after = mark.level_after;
    row.therapist = therapist_words(document, place);
    return row;
}

std::string channel_noun(Channel channel) {
    return channel == Channel::pain ? "Pain" : "Tightness";
}

std::string place_phrase(const Mark &mark, const Atlas &atlas) {
    const Area *area = atlas.area(mark.area);
    return area ? area->phrase : mark.area;
}

std::string after_words(const Mark &mark) {
    return mark.level_after ? " and was " + std::to_string(*mark.level_after) + " after the session"
                            : "";
}

/// "Pain in the left calf rose from 4 to 6 since 6 November and was 3 after the session."
std::string change_sentence(const Place &place, const Atlas &atlas, const std::string &since) {
    const int before = *place.mark->level;
    const int last = *place.last;
    std::string out = channel_noun(place.mark->channel) + " " + place_phrase(*place.mark, atlas);
    if (before == last)
        out += " is " + std::to_string(before) + " as on " + since;
    else
        out += std::string(before > last ? " rose" : " fell") + " from " + std::to_string(last) +
               " to " + std::to_string(before) + " since " + since;
    return out + after_words(*place.mark) + ".";
}

bool is_comparable(const Place &place) {
    return place.last && place.mark->level;
}

/// The place whose change matters most to the reader: the largest rise, then the largest fall,
/// then the highest level.
const Place *most_changed(const std::vector<Place> &places) {
    const Place *best = nullptr;
    const auto weight = [](const Place &place) {
        const int rise = *place.mark->level - *place.last;
        return std::pair{rise > 0 ? 100 + rise : -rise, *place.mark->level};
    };
    for (const Place &place : places)
        if (is_comparable(place) && (!best || weight(place) > weight(*best)))
            best = &place;
    return best;
}

/// " Clearly better: tightness in the right hamstrings." for the places beside the one told.
std::string others_sentence(const std::vector<Place> &places, const Place *told, Change change,
                            const std::string &start, const Atlas &atlas) {
    std::string list;
    for (const Place &place : places)
        if (&place != told && is_comparable(place) &&
            judge_change(*place.last, *place.mark->level) == change) {
            list += (list.empty() ? "" : " and ") +
                    std::string(place.mark->channel == Channel::pain ? "pain " : "tightness ") +
                    place_phrase(*place.mark, atlas);
        }
    return list.empty() ? "" : " " + start + ": " + list + ".";
}

std::string first_headline(const std::vector<Place> &places, const Atlas &atlas,
                           const std::string &start) {
    const Place *highest = nullptr;
    for (const Place &place : places)
        if (place.mark->level && (!highest || *place.mark->level > *highest->mark->level))
            highest = &place;
    if (!highest)
        return start + (places.empty() ? " Nothing was marked." : " No level was given.");
    std::string out =
        start + " Highest: " + (highest->mark->channel == Channel::pain ? "pain " : "tight ") +
        std::to_string(*highest->mark->level) + " " + place_phrase(*highest->mark, atlas);
    if (highest->mark->level_after)
        append(out, std::to_string(*highest->mark->level_after) + " after the session");
    return out + ".";
}

std::string headline(const std::vector<Place> &places, const Document *last, const Atlas &atlas) {
    if (!last)
        return first_headline(places, atlas, "First session.");
    const Place *told = most_changed(places);
    const std::string since = engine::day_and_month(last->appointment.start);
    if (!told)
        return first_headline(places, atlas, "Nothing to compare with " + since + ".");
    return change_sentence(*told, atlas, since) +
           others_sentence(places, told, Change::clearly_worse, "Worse", atlas) +
           others_sentence(places, told, Change::clearly_better, "Clearly better", atlas);
}

std::vector<std::string> done_lines(const Document &document, const Atlas &atlas,
                                    const Phrases &words) {
    std::vector<std::string> lines;
    if (const int rest = whole_body_minutes(document); rest > 0)
        lines.push_back("Whole body " + std::to_string(rest) + " min");
    for (const PlanItem &focus : document.plan) {
        if (!is_focus(focus))
            continue;
        const Area *area = atlas.area(focus.part);
        std::string line = (area ? atlas.title(*area, Reader::therapist, words) : focus.part) +
                           " " + std::to_string(focus.minutes) + " min";
        if (!focus.regions.empty())
            line += ", " + names_of(focus.regions, atlas);
        if (!focus.note.empty())
            line += ", " + focus.note;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> homework_lines(const Document &document, const Atlas &atlas,
                                        const Phrases &words) {
    std::vector<std::string> lines;
    for (const HomeworkItem &item : document.homework) {
        std::string line = item.name;
        if (const Area *area = atlas.area(item.area))
            line += " (" + atlas.title(*area, Reader::therapist, words) + ")";
        line += ": " + dose_words(item.dose);
        if (!item.note.empty())
            line += ". " + item.note;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string strictest_stop_rule(const Document &document) {
    const auto strictest = std::min_element(
        document.homework.begin(), document.homework.end(),
        [](const auto &a, const auto &b) { return a.dose.max_pain < b.dose.max_pain; });
    return strictest == document.homework.end() ? "" : stop_rule(strictest->dose);
}

engine::Timestamp end_of(const Appointment &appointment) {
    engine::Timestamp end = appointment.start;
    end.unix_ms += appointment.minutes * std::int64_t{60'000};
    return end;
}

std::string signature(const Practice &practice) {
    std::string out = practice.therapist;
    if (!practice.licence.empty())
        append(out, "licence " + practice.licence);
    return out;
}

} // namespace

Change judge_change(int start, int now) {
    const LevelChange change = level_change(start, now);
    return change.clearly_better()  ? Change::clearly_better
           : change.clearly_worse() ? Change::clearly_worse
                                    : Change::about_the_same;
}

Summary summary(const Document &document, const std::vector<Document> &past, const Atlas &atlas,
                const Phrases &words) {
    const Document *last = past.empty() ? nullptr : &past.back();
    const std::vector<Place> places = places_of(document, last);
    const Appointment &appointment = document.appointment;
    const bool closed = document.stage == Stage::closed;
    Summary out;
    out.title = "Massage session summary";
    out.from = "for the physical therapist";
    append(out.from, document.practice.clinic.empty() ? "" : "from " + document.practice.clinic);
    out.client = document.client.name;
    if (!document.client.born.empty())
        append(out.client, "born " + engine::long_date(document.client.born));
    out.when = engine::long_date(appointment.start) + ", " + engine::clock_time(appointment.start) +
               " to " + engine::clock_time(end_of(appointment));
    out.example = document.client.example;
    out.headline = headline(places, last, atlas);
    out.last_date = last ? engine::short_date(last->appointment.start) : "";
    for (const Place &place : places)
        out.rows.push_back(
            row_of(document, place, static_cast<int>(out.rows.size()) + 1, atlas, words));
    out.done_title = std::string(closed ? "What was done, " : "What was planned, ") +
                     std::to_string(appointment.minutes) + " min";
    out.done = done_lines(document, atlas, words);
    out.homework = homework_lines(document, atlas, words);
    out.stop_rule = strictest_stop_rule(document);
    out.note = document.note;
    out.question = document.question;
    out.signature = signature(document.practice);
    out.disclaimer = "Findings by hand and the client's own words. Not a diagnosis.";
    out.consent = document.shared_consent ? "Shared with consent" : "Not yet agreed to share";
    out.session_id = document.id;
    return out;
}

} // namespace app
