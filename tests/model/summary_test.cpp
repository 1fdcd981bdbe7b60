#include "catch.hpp"
#include "changes.hpp"
#include "example_session.hpp"
#include "model/page/summary.hpp"
#include "phrases.hpp"

using namespace app;
using test::atlas;
using test::id;
using test::words;

namespace {

/// The example two weeks earlier, with these levels before.
Document earlier(int calf, int hamstrings) {
    Document past = after(test::example(), SetMarkLevel{id(10), calf});
    past = after(past, SetMarkLevel{id(11), hamstrings});
    past.appointment.start.unix_ms -= std::int64_t{14} * 24 * 3600 * 1000;
    return past;
}

} // namespace

TEST_CASE("changes are judged by the steps of the rating scale") {
    CHECK(judge_change(6, 4) == Change::clearly_better);
    CHECK(judge_change(6, 5) == Change::about_the_same);
    CHECK(judge_change(6, 3) == Change::clearly_better);
    CHECK(judge_change(2, 1) == Change::clearly_better);
    CHECK(judge_change(4, 3) == Change::about_the_same);
    CHECK(judge_change(4, 6) == Change::clearly_worse);
    CHECK(judge_change(3, 4) == Change::clearly_worse);
    CHECK(judge_change(5, 5) == Change::about_the_same);
    CHECK(judge_change(0, 0) == Change::about_the_same);
}

TEST_CASE("the headline of a return visit tells the change that matters most") {
    const Summary page = summary(test::example(), {earlier(9, 9), earlier(4, 8)}, atlas(), words());
    CHECK(page.headline == "Pain in the left calf rose from 4 to 6 since 6 November and was 3 "
                           "after the session. Clearly better: tightness in the back "
                           "of the right thigh.");
    CHECK(page.last_date == "6 Nov");
    const Summary same = summary(test::example(), {earlier(6, 5)}, atlas(), words());
    CHECK(same.headline ==
          "Pain in the left calf is 6 as on 6 November and was 3 after the session.");
}

TEST_CASE("the headline of a first visit tells the highest level") {
    const Summary page = summary(test::example(), {}, atlas(), words());
    CHECK(page.headline == "First session. Highest: pain 6 in the left calf, 3 after the session.");
    CHECK(page.last_date.empty());
    CHECK_FALSE(page.rows[0].last.has_value());
    const Document empty = replay({}, std::vector<Command>{test::open_session()}, atlas()).value();
    CHECK(summary(empty, {}, atlas(), words()).headline == "First session. Nothing was marked.");
    CHECK(summary(empty, {}, atlas(), words()).rows.empty());
}

TEST_CASE("rows run from the highest level to the places not to be touched") {
    const Summary page = summary(test::example(), {earlier(4, 8)}, atlas(), words());
    REQUIRE(page.rows.size() == 3);
    CHECK(page.rows[0].number == 1);
    CHECK(page.rows[0].area == "Calf, left");
    CHECK(page.rows[0].client_says == "pain, ache, since this week, worse uphill");
    CHECK(page.rows[0].last == 4);
    CHECK(page.rows[0].before == 6);
    CHECK(page.rows[0].after == 3);
    CHECK(page.rows[0].therapist == "12 min, slow, along the muscle");
    CHECK(page.rows[1].area == "Back of thigh, right");
    CHECK(page.rows[1].last == 8);
    CHECK_FALSE(page.rows[1].after.has_value());
    CHECK(page.rows[2].area == "Shin, right");
    CHECK(page.rows[2].channel == Channel::avoid);
    CHECK(page.rows[2].client_says == "do not touch");
    CHECK(page.rows[2].therapist == "not treated");
}

TEST_CASE("a therapist's own mark stands beside the client's, or alone") {
    auto finding = test::mark(30, "lower_leg_calf.l", Channel::pain);
    finding.author = Author::therapist;
    Document document = after(test::example(), finding);
    document = after(document, SetMarkLevel{id(30), 7});
    finding = test::mark(31, "knee_knee.r", Channel::tight);
    finding.author = Author::therapist;
    document = after(document, finding);
    const Summary page = summary(document, {}, atlas(), words());
    REQUIRE(page.rows.size() == 4);
    CHECK(page.rows[0].therapist == "12 min, slow, along the muscle, found: pain 7");
    CHECK(page.rows[2].area == "Knee, right");
    CHECK(page.rows[2].client_says == "not marked by the client");
}

TEST_CASE("the page says who, when, what was planned, what to do, and that it is no diagnosis") {
    const Summary page = summary(test::example(), {}, atlas(), words());
    CHECK(page.client == "Maya Lindgren (example), born 14 March 1992");
    CHECK(page.from == "for the physical therapist, from Runners' Clinic");
    CHECK(page.when == "20 November 2026, 17:00 to 18:00");
    CHECK(page.example);
    CHECK(page.done_title == "What was planned, 60 min");
    CHECK(page.done == std::vector<std::string>{"Whole body 34 min",
                                                "Calf, left 12 min, slow, along the muscle",
                                                "Back of thigh, right 14 min"});
    CHECK(page.homework ==
          std::vector<std::string>{"Wall calf stretch, knee straight (Calf, left): 3 \u00D7 30 s, "
                                   "once a day, 5 days a week, 4 weeks"});
    CHECK(page.stop_rule == "Stop above pain 3, or if it is worse the next morning.");
    CHECK(page.signature == "Tom Reyes, LMT, licence 204417");
    CHECK(page.disclaimer == "Findings by hand and the client's own words. Not a diagnosis.");
    CHECK(page.consent == "Shared with consent");
    const Document closed = after(test::example(), Sign{"Tom Reyes, LMT", "204417", test::at(70)});
    CHECK(summary(closed, {}, atlas(), words()).done_title == "What was done, 60 min");
    const Document silent = after(test::example(), SetConsent{std::nullopt});
    CHECK(summary(silent, {}, atlas(), words()).consent == "Not yet agreed to share");
}

TEST_CASE("a whole area has its group term, exact structures their own names") {
    Document document = test::example();
    const auto structures = [&] {
        return summary(document, {}, atlas(), words()).rows.front().structures;
    };
    CHECK(structures() == "triceps surae (gastrocnemius and soleus)");
    document = after(document, SetMarkRegions{id(10), {"tibialis_posterior.l", "soleus.l"}});
    CHECK(structures() == "tibialis posterior, soleus");
    document = after(document, SetFocusRegions{"lower_leg_calf.l", {"tibialis_posterior.l"}});
    const Summary page = summary(document, {}, atlas(), words());
    CHECK(page.done.at(1) == "Calf, left 12 min, tibialis posterior, slow, along the muscle");
}
