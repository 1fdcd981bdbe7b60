// The note that is drafted from what was recorded.

#include "catch.hpp"
#include "changes.hpp"
#include "model/guidance/wording.hpp"
#include "model/page/soap_draft.hpp"

using namespace app;
using test::at;
using test::atlas;
using test::id;

namespace {

Document treated() {
    Document document = test::example();
    document.marks[0].level_last = 4;
    document.marks[0].trend = Trend::worse;
    document.intake.goal = Goal::sore_place;
    document.intake.pressure = 3;
    document.intake.event =
        Event{.kind = EventKind::race, .start = at(2 * 24 * 60), .name = "50 km"};
    document.intake.diagnosis.words = "plantar fasciitis";
    document.intake.diagnosis.by = "Dr. Lee";
    document.intake.diagnosis.when = "2025";
    document.findings = {{.id = id(50),
                          .area = "lower_leg_calf.l",
                          .region = "soleus.l",
                          .tight = true,
                          .guarded = true,
                          .tender = 2,
                          .temperature = Temperature::warm},
                         {.id = id(51), .area = "thigh_hamstrings.r", .note = "moves freely"}};
    document.plan[0].spent_s = 11 * 60 + 40;
    document.plan[0].outcome = Outcome::done;
    document.plan[0].pressure = 3;
    document.plan[0].techniques = {"Stroking", "Kneading"};
    document.plan.push_back({.part = "back", .minutes = 20, .outcome = Outcome::skipped});
    document.feedback = {{.id = id(60), .at = at(5), .said = Said::good},
                         {.id = id(61), .at = at(6), .said = Said::too_much},
                         {.id = id(62), .at = at(7), .said = Said::good},
                         {.id = id(63), .at = at(8), .comfort = 6},
                         {.id = id(64), .at = at(9), .comfort = 2},
                         {.id = id(65), .at = at(20), .said = Said::stop}};
    document.aftercare = {"Drink as usual."};
    document.next_session = at(14 * 24 * 60);
    document.follow_up_due = "2026-11-23";
    return document;
}

} // namespace

TEST_CASE("soap: the client's words, what hands found, what changed and what comes next") {
    const SoapNote note = soap_draft(treated(), {}, atlas());
    CHECK(note.subjective ==
          "Pain 6 in the left calf, last time 4, worse, ache, since this week: "
          "\u201Cworse uphill\u201D\n"
          "Tight 5 in the back of the right thigh\n"
          "Do not touch the right shin\n"
          "Wants work on a sore place\n"
          "Race \u201C50 km\u201D on 22 November 2026\n"
          "Wishes pressure 3 of 5\n"
          "Client reports: \u201Cplantar fasciitis\u201D, named by \u201CDr. Lee\u201D, when: "
          "\u201C2025\u201D");
    CHECK(note.objective ==
          "Left calf, soleus muscle: tight, guarded, tender II, warm\n"
          "Right back of thigh: moves freely\n"
          "Left calf: 12 of 12 min, pressure 3, Stroking, Kneading, slow, along the muscle\n"
          "Upper and mid back: 0 of 20 min, skipped\n"
          "Said on the table: \u201Ctoo much\u201D 1 \u00D7, \u201Cgood\u201D 2 \u00D7");
    CHECK(note.response == "Pain in the left calf: 6 to 3, clearly better\n"
                           "Discomfort on the table: at most 6 of 10, at the end 2\n"
                           "The client said stop at 17:20");
    CHECK(note.plan == "Homework: Wall calf stretch, knee straight (left calf): 3 \u00D7 30 s, "
                       "once a day, 5 days a week, 4 weeks\n"
                       "Told: Drink as usual.\n"
                       "Next session: Friday 4 December, 17:00\n"
                       "Day 3: ask again on 23 November 2026");
}

TEST_CASE("soap: an empty session gives an empty note") {
    const SoapNote note = soap_draft(test::after({}, test::open_session()), {}, atlas());
    CHECK(note == SoapNote{});
}

TEST_CASE("soap: levels of the last session come from its marks") {
    Document last = test::example();
    last.marks[0].level = 2;
    const std::vector<Document> past{last};
    CHECK(test::has(soap_draft(test::example(), past, atlas()).subjective,
                    "Pain 6 in the left calf, last time 2, ache"));
}

TEST_CASE("soap: a draft passes the check of wording, whatever the client wrote") {
    const auto wording = Wording::load(PALPATE_SHARE_DIR "/guidance/wording.json");
    REQUIRE(wording.ok());
    Document document = treated();
    document.marks[0].note = "a \"knot\".\nIt is\u201D tendinitis; no pain no gain!";
    document.intake.event->name = "Cure race";
    const SoapNote note = soap_draft(document, {}, atlas());
    for (const std::string &part : {note.subjective, note.objective, note.response, note.plan}) {
        INFO(part);
        CHECK(wording->check(part).empty());
    }
    document.findings[0].note = "tendinitis"; // the therapist's own words are not covered
    CHECK(wording->check(soap_draft(document, {}, atlas()).objective).size() == 1);
}
