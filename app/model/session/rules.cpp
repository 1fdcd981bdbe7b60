#include "base/utf8.hpp"
#include "base/uuid.hpp"
#include "model/atlas/beneath.hpp"
#include "model/session/document_names.hpp"
#include "model/session/rule_checks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace app::rules {

std::string in_quotes(std::string_view text) {
    constexpr std::size_t shown = 60;
    return "\"" + std::string(text.substr(0, shown)) + (text.size() > shown ? "...\"" : "\"");
}

void check_number(int value, const WholeNumberRule &rule, const std::string &at, Problems &found) {
    if (value < rule.low || value > rule.high)
        found.push_back({at, "The " + std::string(rule.what) + " is " + std::to_string(value) +
                                 "; it must be a whole number from " + std::to_string(rule.low) +
                                 " to " + std::to_string(rule.high) + "."});
}

void check_text(std::string_view text, std::size_t max_characters, const std::string &at,
                Problems &found) {
    const auto characters = engine::utf8_length(text);
    if (!characters || engine::has_control_characters(text))
        found.push_back({at, "The text has characters that cannot be shown."});
    else if (*characters > max_characters)
        found.push_back({at, "The text is too long: " + std::to_string(*characters) +
                                 " characters, at most " + std::to_string(max_characters) +
                                 " are kept. Shorten it."});
}

void check_uuid(std::string_view id, const std::string &at, Problems &found) {
    if (!engine::is_uuid(id))
        found.push_back({at, in_quotes(id) + " is not an id; ids are UUIDs like "
                                             "018f0c3e-7c1a-7b2e-9d51-3a4f6b7c8d90."});
}

void check_area(std::string_view area, const Atlas &atlas, const std::string &at, Problems &found) {
    if (!atlas.area(area))
        found.push_back({at, "The atlas has no area " + in_quotes(area) + "."});
}

void check_regions(const std::vector<std::string> &regions, const std::string &area_id,
                   const Atlas &atlas, const std::string &at, Problems &found) {
    const Area *area = atlas.area(area_id);
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const std::string &id = regions[i];
        const std::string place = at + "/" + std::to_string(i);
        const Region *region = atlas.region(id);
        if (!region)
            found.push_back({place, "The atlas has no region " + in_quotes(id) + "."});
        else if (area && region->area != area_id && !lies_beneath(atlas, *region, *area))
            found.push_back({place, "The region " + in_quotes(id) + " does not lie in the area " +
                                        in_quotes(area_id) + "."});
        if (!seen.insert(id).second)
            found.push_back({place, "The region " + in_quotes(id) + " is there twice."});
    }
}

namespace {

void check_levels(const Mark &mark, const std::string &at, Problems &found) {
    const auto check_level = [&](const std::optional<int> &value, const char *field) {
        if (!value)
            return;
        if (mark.channel == Channel::avoid)
            found.push_back({at + field, "A place that is not to be touched has no level."});
        else
            check_number(*value, level, at + field, found);
    };
    check_level(mark.level, "/level");
    check_level(mark.level_after, "/level_after");
    check_level(mark.level_last, "/level_last");
    if (mark.channel != Channel::pain && !mark.qualities.empty())
        found.push_back({at + "/qualities", "Only pain has a quality such as ache or sharp."});
}

void check_paint(const Mark &mark, const std::string &at, Problems &found) {
    if (mark.paint.size() > most_dabs) {
        found.push_back({at, "This mark is painted with more than " + std::to_string(most_dabs) +
                                 " touches of the brush. Begin a new mark for the rest."});
        return;
    }
    const auto near = [](float mm) { return std::abs(mm) <= farthest_mm; }; // false for NaN
    for (std::size_t i = 0; i < mark.paint.size(); ++i) {
        const Dab &dab = mark.paint[i];
        const bool on_earth = near(dab.point.x) && near(dab.point.y) && near(dab.point.z);
        if (!on_earth || !(dab.radius_mm > 0 && dab.radius_mm <= largest_dab_mm))
            found.push_back({at + "/" + std::to_string(i),
                             "Paint lies within 5 m of the middle of the body, with a radius of at "
                             "most 200 mm."});
    }
}

void check_mark(const Mark &mark, const Atlas &atlas, const std::string &at, Problems &found) {
    check_uuid(mark.id, at + "/id", found);
    check_area(mark.area, atlas, at + "/area", found);
    if (mark.regions.empty())
        found.push_back({at + "/regions", "A mark must cover at least one region."});
    // Paint may reach into other areas.
    check_regions(mark.regions, mark.paint.empty() ? mark.area : std::string{}, atlas,
                  at + "/regions", found);
    check_paint(mark, at + "/paint", found);
    check_levels(mark, at, found);
    check_text(mark.note, note_characters, at + "/note", found);
    check_text(mark.carried_from, name_characters, at + "/carried_from", found);
}

void check_dose(const Dose &dose, const std::string &at, Problems &found) {
    check_number(dose.sets, sets, at + "/sets", found);
    check_number(dose.repeats, repeats, at + "/repeats", found);
    check_number(dose.hold_s, hold_s, at + "/hold_s", found);
    check_number(dose.rest_s, rest_s, at + "/rest_s", found);
    check_number(dose.times_a_day, times_a_day, at + "/times_a_day", found);
    check_number(dose.days_a_week, days_a_week, at + "/days_a_week", found);
    check_number(dose.weeks, weeks, at + "/weeks", found);
    check_number(dose.max_pain, max_pain, at + "/max_pain", found);
}

void check_homework_item(const HomeworkItem &item, const Atlas &atlas, const std::string &at,
                         Problems &found) {
    check_uuid(item.id, at + "/id", found);
    check_text(item.exercise, name_characters, at + "/exercise", found);
    check_text(item.name, name_characters, at + "/name", found);
    if (item.name.empty())
        found.push_back({at + "/name", "The exercise has no name."});
    if (!item.area.empty())
        check_area(item.area, atlas, at + "/area", found);
    check_dose(item.dose, at + "/dose", found);
    check_text(item.note, note_characters, at + "/note", found);
    check_text(item.stop_rule, note_characters, at + "/stop_rule", found);
    check_text(item.how, note_characters, at + "/how", found);
}

void check_client(const ClientRef &client, Problems &found) {
    check_uuid(client.id, "/client/id", found);
    check_text(client.name, name_characters, "/client/name", found);
    if (client.name.empty())
        found.push_back({"/client/name", "The client has no name."});
    if (!client.born.empty() && !engine::is_iso_date(client.born))
        found.push_back({"/client/born", in_quotes(client.born) +
                                             " is not a date. Write it like 1992-03-14, or leave "
                                             "it empty."});
}

void check_figure(const ClientFigure &figure, Problems &found) {
    check_text(figure.variant, name_characters, "/figure/variant", found);
    if (figure.variant.empty())
        found.push_back({"/figure/variant", "The figure has no name."});
    if (!(figure.build >= build_low && figure.build <= build_high))
        found.push_back(
            {"/figure/build", "The build must be a number from -1 (slim) to 1 (heavy)."});
}

void check_intake(const Intake &intake, Problems &found) {
    const auto check_ids = [&](const std::set<std::string> &ids, const std::string &at) {
        for (const std::string &id : ids)
            check_text(id, name_characters, at, found);
    };
    check_ids(intake.health_asked, "/intake/health_asked");
    check_ids(intake.health_yes, "/intake/health_yes");
    if (!std::includes(intake.health_asked.begin(), intake.health_asked.end(),
                       intake.health_yes.begin(), intake.health_yes.end()))
        found.push_back({"/intake/health_yes", "Only a health question that was asked can have "
                                               "yes for an answer."});
    if (intake.event)
        check_text(intake.event->name, name_characters, "/intake/event/name", found);
    check_text(intake.diagnosis.words, note_characters, "/intake/diagnosis/words", found);
    check_text(intake.diagnosis.by, name_characters, "/intake/diagnosis/by", found);
    check_text(intake.diagnosis.when, name_characters, "/intake/diagnosis/when", found);
    if (intake.pressure)
        check_number(*intake.pressure, pressure, "/intake/pressure", found);
    for (std::size_t i = 0; i < intake.agreements.size(); ++i) {
        const std::string at = "/intake/agreements/" + std::to_string(i);
        check_text(intake.agreements[i].id, name_characters, at + "/id", found);
        check_text(intake.agreements[i].text, note_characters, at + "/text", found);
    }
}

void check_practice(const Practice &practice, Problems &found) {
    check_text(practice.clinic, name_characters, "/practice/clinic", found);
    check_text(practice.therapist, name_characters, "/practice/therapist", found);
    check_text(practice.licence, name_characters, "/practice/licence", found);
}

void check_marks(const Document &document, const Atlas &atlas, Problems &found) {
    std::set<std::string_view> ids;
    std::set<std::tuple<std::string_view, Author, Phase, Channel>> places;
    for (std::size_t i = 0; i < document.marks.size(); ++i) {
        const Mark &mark = document.marks[i];
        const std::string at = "/marks/" + std::to_string(i);
        check_mark(mark, atlas, at, found);
        if (!ids.insert(mark.id).second)
            found.push_back(
                {at + "/id", "Another mark has the same id " + in_quotes(mark.id) + "."});
        // One can paint several spots of an area.
        if (mark.paint.empty() &&
            !places.insert({mark.area, mark.author, mark.phase, mark.channel}).second)
            found.push_back({at + "/area", "This place already has a mark of the same kind (" +
                                               std::string(name_of(mark.channel)) +
                                               "). Change that mark instead."});
    }
}

void check_homework(const Document &document, const Atlas &atlas, Problems &found) {
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < document.homework.size(); ++i) {
        const HomeworkItem &item = document.homework[i];
        const std::string at = "/homework/" + std::to_string(i);
        check_homework_item(item, atlas, at, found);
        if (!ids.insert(item.id).second)
            found.push_back(
                {at + "/id", "Another exercise has the same id " + in_quotes(item.id) + "."});
    }
}

void check_signature(const Document &document, Problems &found) {
    if (document.signature) {
        check_text(document.signature->by, name_characters, "/signature/by", found);
        check_text(document.signature->licence, name_characters, "/signature/licence", found);
        check_text(document.signature->content_hash, name_characters, "/signature/content_hash",
                   found);
        if (document.stage != Stage::closed)
            found.push_back({"/stage", "A signed session is closed."});
    }
    for (std::size_t i = 0; i < document.amendments.size(); ++i) {
        const Amendment &amendment = document.amendments[i];
        const std::string at = "/amendments/" + std::to_string(i);
        check_uuid(amendment.id, at + "/id", found);
        check_text(amendment.by, name_characters, at + "/by", found);
        check_text(amendment.licence, name_characters, at + "/licence", found);
        check_text(amendment.text, note_characters, at + "/text", found);
    }
}

void check_conflicts(const Document &document, Problems &found) {
    int last = 0;
    for (const Conflict &conflict : document.conflicts) {
        if (conflict.number <= last)
            found.push_back({"/conflicts", "The numbers of conflicts grow."});
        last = conflict.number;
    }
}

} // namespace

void check(const Document &document, const Atlas &atlas, Problems &found) {
    check_uuid(document.id, "/id", found);
    check_client(document.client, found);
    check_number(document.appointment.minutes, booked_minutes, "/appointment/minutes", found);
    check_text(document.appointment.room, name_characters, "/appointment/room", found);
    check_practice(document.practice, found);
    if (document.figure)
        check_figure(*document.figure, found);
    check_text(document.language, name_characters, "/language", found);
    check_intake(document.intake, found);
    check_marks(document, atlas, found);
    for (const std::string &mark : document.released)
        check_text(mark, name_characters, "/released", found);
    check_treatment(document, atlas, found);
    check_text(document.note, note_characters, "/note", found);
    check_text(document.question, note_characters, "/question", found);
    check_homework(document, atlas, found);
    check_signature(document, found);
    check_conflicts(document, found);
}

} // namespace app::rules
