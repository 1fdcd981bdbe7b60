#include "model/page/handout.hpp"

#include "model/page/joined.hpp"
#include "model/plan/homework_catalog.hpp"
#include "model/session/words.hpp"

#include <optional>
#include <span>
#include <string>
#include <utility>

namespace app {

namespace {

std::string side_words(const HomeworkItem &item) {
    if (!item.side)
        return {};
    return *item.side == HomeworkSide::left ? "your left side" : "your right side";
}

HandoutItem item_of(const HomeworkItem &item, int number, const Atlas &atlas,
                    const Phrases &words) {
    HandoutItem out;
    out.number = number;
    out.name = item.name;
    if (const Area *area = atlas.area(item.area)) {
        out.place = atlas.title(*area, Reader::client, words);
        out.regions = area->regions;
    }
    append(out.place, side_words(item));
    out.dose = dose_words(item.dose);
    out.how = item.how;
    out.stop = stop_rule(item.dose);
    if (!item.stop_rule.empty())
        out.stop += " Also stop when: " + item.stop_rule;
    out.note = item.note;
    out.days_a_week = item.dose.days_a_week;
    return out;
}

} // namespace

Handout handout(const Document &document, std::span<const std::string> clinic_aftercare,
                std::optional<engine::Timestamp> begin, const Atlas &atlas, const Phrases &words) {
    Handout out;
    out.title = "Homework for " + first_name(document.client.name);
    append(out.from, document.practice.clinic);
    append(out.from, document.practice.therapist);
    append(out.from, engine::long_date(document.appointment.start));
    out.example = document.client.example;
    for (const HomeworkItem &item : document.homework)
        out.items.push_back(item_of(item, static_cast<int>(out.items.size()) + 1, atlas, words));
    if (begin && !out.items.empty())
        out.begin =
            "Begin with what is new to you on " + engine::day_title(*begin) + ", after the race.";
    out.aftercare = document.aftercare;
    if (out.aftercare.empty())
        out.aftercare.assign(clinic_aftercare.begin(), clinic_aftercare.end());
    if (document.next_session)
        out.next_session = "Next session: " + engine::day_title(*document.next_session) + ", " +
                           engine::clock_time(*document.next_session);
    if (!document.follow_up_due.empty())
        out.call = "We ask how you are on " + engine::long_date(document.follow_up_due) + ".";
    out.client = document.client.name;
    return out;
}

Summary picture_rows(const Handout &handout) {
    constexpr int shade = 4; // of the hatch: it says where, not how bad
    Summary rows;
    for (const HandoutItem &item : handout.items) {
        if (item.regions.empty())
            continue;
        SummaryRow row;
        row.number = item.number;
        row.regions = item.regions;
        row.channel = Channel::tight;
        row.before = shade;
        rows.rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace app
