#include "base/check.hpp"
#include "model/guidance/guidance_rules.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app::guidance_rules {

namespace {

/// What a therapist reads of a yes, and what to do.
struct SignWords {
    std::string_view id, sign;
    /// No massage anywhere until it was seen, not only where the zones are.
    bool everywhere = false;
};

constexpr std::array sign_words{
    SignWords{"RF1", "a leg that is swollen, warm, red or newly sore", true},
    SignWords{"RF2", "chest pain, fainting, or breathlessness for no reason"},
    SignWords{"RF3", "numbness between the legs, or new bladder or bowel trouble"},
    SignWords{"RF4", "growing weakness, spreading numbness, or clumsy hands or feet"},
    SignWords{"RF5", "pain at night that no position eases, weight loss, or feeling ill"},
    SignWords{"RF6", "fever or chills, a hot swollen joint, or spreading redness", true},
    SignWords{"RF7", "a fall or blow with strong pain, or not able to take four steps", true},
    SignWords{"RF8", "a sore point on a bone that gets worse with each step or at night"},
    SignWords{"RF9", "a tense swollen muscle with very strong pain"},
    SignWords{"RF10", "tightness that begins at the same point of every run"},
    SignWords{"RF11", "dark urine after a very hard effort or massage"},
    SignWords{"RF12", "a sudden snap at the back of the ankle"},
    SignWords{"RF13", "a worst headache, double vision, a numb face, or trouble speaking"},
    SignWords{"RF14", "new back pain before 20 or after 55, or long steroid use"},
    SignWords{"RF15", "stiff joints or back for more than half an hour every morning"},
    SignWords{"RF16", "a knee that locks, gives way or swelled up after a twist"},
    SignWords{"RF17", "an arm or leg that is cold, pale or blue"},
};

struct CareWords {
    std::string_view id, said, action;
};

constexpr std::array care_words{
    CareWords{"CA1", "blood thinners or easy bleeding",
              "Stay at light pressure, and give no ball or roller as homework."},
    CareWords{"CA2", "a pregnancy, known or possible",
              "Ask for the doctor's word, choose the position with care, and stay off the belly."},
    CareWords{"CA3", "a wound, skin problem, fresh bruise or recent operation",
              "Ask where it is, and stay off that spot."},
    CareWords{"CA4", "heart trouble, high blood pressure or a past stroke",
              "Ask for the doctor's word, and keep it calm and even."},
    CareWords{"CA5", "brittle bones or cancer treatment",
              "Ask for the doctor's word, and do not lean in."},
    CareWords{"CA6", "places that feel little, or strong painkillers",
              "Work lightly: what the client can feel and say is less sure today."},
};
constexpr std::string_view thinners = "CA1", injury = "RF19";

template <class Row, std::size_t N>
const Row *row_of(const std::array<Row, N> &table, std::string_view id) {
    const auto found = std::ranges::find(table, id, &Row::id);
    return found == table.end() ? nullptr : &*found;
}

bool said_yes(const Case &c, const HealthQuestion &question) {
    return c.document.intake.health_yes.contains(question.id);
}

std::vector<std::string> areas_of_zones(const Atlas &atlas, const std::vector<std::string> &zones) {
    std::vector<std::string> areas;
    for (const Area &area : atlas.areas())
        if (std::ranges::count(zones, area.zone) > 0)
            areas.push_back(area.id);
    return areas;
}

struct UrgencyWords {
    std::string_view title, action;
};

const UrgencyWords &urgency_words(Urgency urgency) {
    static constexpr std::array<UrgencyWords, 3> words{
        {{"Emergency now (level A)",
          "No massage. Call for medical help now, and stay with the client."},
         {"To be seen today (level B)", "Please have this checked by a doctor today."},
         {"To be seen within days (level C)", "Please have this checked within some days."}}};
    return words[static_cast<std::size_t>(urgency)];
}

std::string no_massage(const Advice &advice) {
    return advice.blocks_session ? " No massage until then." : " No massage there until then.";
}

Advice care_card(const HealthQuestion &question) {
    const CareWords *words = row_of(care_words, question.id);
    const std::string said(words != nullptr ? words->said : "a reason for care");
    return {.severity = Severity::caution,
            .title = "Lighter pressure: " + said,
            .reason = "The client said yes to " + said + ", so pressure stays at " +
                      std::to_string(question.pressure_cap) + " or below.",
            .action = std::string(
                words != nullptr ? words->action : "Ask for the doctor's word, and work lightly."),
            .pressure_cap = question.pressure_cap};
}

std::vector<std::string> areas_with(const Case &c, Contact contact) {
    std::vector<std::string> areas;
    for (const std::string &id : areas_in_question(c)) {
        const Area *area = c.atlas.area(id);
        engine::check(area != nullptr, "areas in question are of the atlas");
        if (contact_of(c.atlas, *area) == contact)
            areas.push_back(id);
    }
    return areas;
}

/// Also what was to be left alone last time and nobody has asked about yet.
std::vector<std::string> avoided_areas(const Case &c) {
    std::set<std::string> areas;
    for (const Mark &mark : c.document.marks)
        if (mark.channel == Channel::avoid)
            areas.insert(mark.area);
    if (const Document *last = c.last(); last != nullptr && last->id != c.document.id)
        for (const Mark &mark : last->marks)
            if (mark.channel == Channel::avoid &&
                std::ranges::count(c.document.marks, mark.id, &Mark::carried_from) == 0 &&
                std::ranges::count(c.document.released, mark.id) == 0)
                areas.insert(mark.area);
    return {areas.begin(), areas.end()};
}

} // namespace

void signs(const Case &c, Cards &cards) {
    for (const HealthQuestion &question : c.health.all()) {
        if (question.kind != HealthKind::stop || question.id == injury || !said_yes(c, question))
            continue;
        const SignWords *words = row_of(sign_words, question.id);
        const bool everywhere = question.urgency == Urgency::now || question.zones.empty() ||
                                (words != nullptr && words->everywhere);
        Advice advice{.severity = Severity::stop,
                      .title = std::string(urgency_words(question.urgency).title),
                      .reason = "The client said yes to " +
                                std::string(words != nullptr ? words->sign : "a sign") + " (" +
                                question.id + ").",
                      .action = std::string(urgency_words(question.urgency).action),
                      .blocks_session = everywhere,
                      .blocked_areas = areas_of_zones(c.atlas, question.zones)};
        if (question.urgency != Urgency::now)
            advice.action += no_massage(advice);
        cards.add(std::move(advice));
    }
}

void injury_without_diagnosis(const Case &c, Cards &cards) {
    const HealthQuestion *question = c.health.find(injury);
    if (question == nullptr || !said_yes(c, *question))
        return;
    Advice advice{.severity = Severity::stop,
                  .title = "Injury that nobody has looked at (level C)",
                  .reason = "The client said yes to a serious injury that nobody has looked at.",
                  .action = "Send the client to a sports doctor or physical therapist.",
                  .blocked_areas = {}};
    for (const Mark &mark : c.document.marks)
        if (mark.channel == Channel::pain &&
            std::ranges::count(advice.blocked_areas, mark.area) == 0)
            advice.blocked_areas.push_back(mark.area);
    advice.blocks_session = advice.blocked_areas.empty();
    advice.action += no_massage(advice);
    cards.add(std::move(advice));
}

void blood_thinners(const Case &c, Cards &cards) {
    const HealthQuestion *question = c.health.find(thinners);
    if (question != nullptr && said_yes(c, *question))
        cards.add(care_card(*question));
}

void care(const Case &c, Cards &cards) {
    for (const HealthQuestion &question : c.health.all())
        if (question.kind == HealthKind::care && question.id != thinners && said_yes(c, question))
            cards.add(care_card(question));
}

void places_of_contact(const Case &c, Cards &cards) {
    if (const auto areas = areas_with(c, Contact::no_contact); !areas.empty())
        cards.add({.severity = Severity::caution,
                   .title = "Notes only: " + places_words(c.atlas, areas),
                   .reason = "This place is marked or planned, and it is not for hands.",
                   .action = "Write down what the client says, and do not work there.",
                   .pressure_cap = pressure_cap_at({}, Contact::no_contact),
                   .blocked_areas = areas,
                   .areas = areas});
    if (const auto areas = areas_with(c, Contact::caution); !areas.empty())
        cards.add({.severity = Severity::caution,
                   .title = "With care: " + places_words(c.atlas, areas),
                   .reason = "Structures there are delicate, so pressure 4 and 5 are locked.",
                   .action = "Stay at pressure 3 or below, and ask more often.",
                   .pressure_cap = pressure_cap_at({}, Contact::caution),
                   .areas = areas});
}

void places_to_avoid(const Case &c, Cards &cards) {
    const auto areas = avoided_areas(c);
    if (areas.empty())
        return;
    std::vector<std::string> planned;
    std::ranges::copy_if(areas, std::back_inserter(planned), [&](const std::string &id) {
        return find_item(c.document, id) != nullptr;
    });
    if (planned.empty())
        cards.add({.severity = Severity::caution,
                   .title = "Do not touch: " + places_words(c.atlas, areas),
                   .reason = "The client wants this left alone, and the client decides.",
                   .action = "Leave it out, or ask the client anew.",
                   .blocked_areas = areas,
                   .areas = areas});
    else
        cards.add({.severity = Severity::warning,
                   .title = "Planned, but not to be touched: " + places_words(c.atlas, planned),
                   .reason = "The client wants this left alone, and the client decides.",
                   .action = "Take it out of the plan, or ask the client anew.",
                   .blocked_areas = areas,
                   .areas = areas});
}

void stated_diagnosis(const Case &c, Cards &cards) {
    const StatedDiagnosis *stated = &c.document.intake.diagnosis;
    if (stated->empty() && c.last() != nullptr)
        stated = &c.last()->intake.diagnosis;
    if (stated->empty())
        return;
    const auto or_unknown = [](const std::string &text) {
        return text.empty() ? std::string("not said") : text;
    };
    cards.add({.title = "Stated by the client",
               .reason = "\"" + or_unknown(stated->words) + "\", by whom: " +
                         or_unknown(stated->by) + ", when: " + or_unknown(stated->when) + ".",
               .action = "Massage may go on as a helper. Stay in touch with who gave this name."});
}

void widespread(const Case &c, Cards &cards) {
    constexpr std::size_t many = 7;
    std::set<std::string> index; // WPI-R1: each of its areas counts once
    for (const Mark &mark : c.document.marks)
        if (mark.channel == Channel::pain && mark.since == Since::months && mark.level != 0)
            for (const std::string &id : mark.regions)
                if (const Region *region = c.atlas.region(id);
                    region != nullptr && !region->wpi.empty() && region->wpi_basis == "direct")
                    index.insert(region->wpi);
    if (index.size() >= many)
        cards.add({.title = "Pain in many places for months",
                   .reason = "Pain was marked in " + std::to_string(index.size()) +
                             " of 19 parts of the body, for months.",
                   .action = "Suggest talking to a doctor about it. Keep the work gentle."});
}

} // namespace app::guidance_rules
