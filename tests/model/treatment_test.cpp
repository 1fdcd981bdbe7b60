// The plan, the clock of the treatment, what is felt and said, and day 3.

#include "catch.hpp"
#include "changes.hpp"
#include "model/session/document_json.hpp"
#include "model/session/merge.hpp"
#include "model/session/signing.hpp"
#include "model/session/treatment_clock.hpp"

#include <nlohmann/json.hpp>

using namespace app;
using test::after;
using test::at;
using test::has;
using test::id;
using test::refusal;

namespace {

constexpr const char *calf = "lower_leg_calf.l";
constexpr const char *hamstrings = "thigh_hamstrings.r";

/// The example with zones around its two focus areas.
Document planned() {
    Document document = test::example();
    std::vector<PlanItem> items = document.plan;
    items.push_back({.part = "back", .minutes = 20});
    items.push_back({.part = "hips", .minutes = 14});
    return after(document, SetPlan{items});
}

std::vector<std::string> order(const Document &document) {
    std::vector<std::string> parts;
    for (const PlanItem &item : document.plan)
        parts.push_back(item.part);
    return parts;
}

int spent(const Document &document, const char *part, int minute) {
    return spent_s(document, *find_item(document, part), at(minute));
}

Feedback said(std::uint64_t number, Said what) {
    return {.id = id(number), .at = at(5), .part = calf, .said = what};
}

} // namespace

TEST_CASE("the plan is kept in the order of work, over focus areas and zones alike") {
    const Document document = after(planned(), MoveItem{"back", 0});
    CHECK(order(document) == std::vector<std::string>{"back", calf, hamstrings, "hips"});
    CHECK(order(after(document, MoveItem{"back", 2})) ==
          std::vector<std::string>{calf, hamstrings, "back", "hips"});
    CHECK(order(after(document, MoveItem{"back", 99})).back() == "back");
    const auto read = from_json(to_json(document, 7), test::atlas());
    REQUIRE(read.ok());
    CHECK(*read == document);
    CHECK(has(refusal(document, MoveItem{"neck", 0}), "not there"));
}

TEST_CASE("minutes that were set by hand are locked, a zone may have none, a focus area may not") {
    const Document document = after(planned(), SetMinutes{"back", 0});
    CHECK(find_item(document, "back")->minutes == 0);
    CHECK(find_item(document, "back")->locked);
    CHECK_FALSE(find_item(after(document, LockMinutes{"back", false}), "back")->locked);
    CHECK(has(refusal(document, SetMinutes{calf, 0}), "from 1 to 180"));
    CHECK(has(refusal(document, SetMinutes{"back", 181}), "from 0 to 180"));
    CHECK(has(refusal(document, AddFocus{"back", 5}), "place of the body map"));
    CHECK(whole_body_minutes(document) == 60 - 12 - 14);
}

TEST_CASE("the clock counts points in time, over pauses and a program that was away") {
    Document document = after(planned(), WorkOn{calf, at(0)});
    CHECK(is_running(document));
    CHECK(spent(document, calf, 4) == 240);
    CHECK(spent(document, "back", 4) == 0);
    document = after(document, PauseTreatment{at(4)});
    CHECK_FALSE(is_running(document));
    CHECK(spent(document, calf, 30) == 240);
    document = after(document, WorkOn{calf, at(30)});
    const auto read = from_json(to_json(document, 1), test::atlas()); // the power was off
    REQUIRE(read.ok());
    CHECK(spent(*read, calf, 34) == 480);
    CHECK(left_s(*read, *item_now(*read), at(34)) == 12 * 60 - 480);
    CHECK(left_s(*read, *item_now(*read), at(40)) == 12 * 60 - 840); // over its minutes
    CHECK(left_in_all_s(*read, at(34)) == 60 * 60 - 480);
    CHECK(spent(*read, calf, 29) == 240); // the tablet's clock was set back
}

TEST_CASE("done goes on to the next item, skipped ones are passed over") {
    Document document = after(planned(), WorkOn{calf, at(0)});
    CHECK(item_after(document, calf)->part == hamstrings);
    document = after(document, FinishItem{calf, Outcome::done, hamstrings, at(11)});
    CHECK(find_item(document, calf)->outcome == Outcome::done);
    CHECK(find_item(document, calf)->spent_s == 660);
    CHECK(item_now(document)->part == hamstrings);
    document = after(document, FinishItem{hamstrings, Outcome::skipped, "hips", at(12)});
    CHECK(item_after(document, "hips")->part == "back");
    document = after(document, FinishItem{"hips", Outcome::done, "back", at(20)});
    document = after(document, FinishItem{"back", Outcome::done, "", at(30)});
    CHECK(item_now(document) == nullptr);
    CHECK(item_after(document, "back") == nullptr);
    document = after(document, WorkOn{hamstrings, at(31)}); // after all
    CHECK_FALSE(find_item(document, hamstrings)->outcome);
    document = after(document, EndTreatment{true, at(33)});
    CHECK(document.treatment->stopped_by_client);
    CHECK(document.treatment->ended == at(33));
    CHECK(find_item(document, hamstrings)->spent_s == 60 + 120);
    CHECK(has(refusal(document, PauseTreatment{at(34)}), "not begun"));
    CHECK(has(refusal(planned(), FinishItem{calf, Outcome::done, "", at(1)}), "not begun"));
    CHECK(has(refusal(after(planned(), WorkOn{calf, at(0)}), RemoveFocus{calf}), "Finish it"));
}

TEST_CASE("feedback, findings and techniques have their limits") {
    Document document = after(planned(), AddFeedback{said(50, Said::too_much)});
    document =
        after(document, AddFeedback{{.id = id(51), .at = at(6), .part = calf, .comfort = 6}});
    REQUIRE(document.feedback.size() == 2);
    CHECK(document.feedback[0].said == Said::too_much);
    CHECK(document.feedback[1].comfort == 6);
    CHECK(after(document, AddFeedback{said(50, Said::more)}).feedback[0].said == Said::more);
    CHECK(has(refusal(document, AddFeedback{{.id = id(52), .at = at(6), .comfort = 11}}),
              "from 0 to 10"));

    Finding finding{.id = id(60), .area = calf, .region = {}, .tight = true, .at = at(7)};
    document = after(document, SetFinding{finding});
    finding.tender = 2;
    finding.region = "soleus.l";
    document = after(document, SetFinding{finding});
    REQUIRE(document.findings.size() == 1);
    CHECK(document.findings[0].tender == 2);
    finding.tender = 5;
    CHECK(has(refusal(document, SetFinding{finding}), "from 0 to 4"));
    finding.tender = 1;
    finding.region = "deltoid_lateral.r";
    CHECK(has(refusal(document, SetFinding{finding}), "does not lie in"));
    CHECK(after(document, RemoveFinding{id(60)}).findings.empty());

    document = after(document, SetPressureUsed{calf, 3});
    CHECK(has(refusal(document, SetPressureUsed{calf, 6}), "from 1 to 5"));
    document = after(document, SetTechnique{calf, "Effleurage", true});
    document = after(document, SetTechnique{calf, "Friction", true});
    document = after(document, SetTechnique{calf, "Effleurage", false});
    CHECK(find_item(document, calf)->techniques == std::vector<std::string>{"Friction"});
}

TEST_CASE("what two people do during a treatment comes together") {
    const Document from = after(planned(), WorkOn{calf, at(0)});
    const Document mine = after(from, AddFeedback{said(50, Said::good)});
    const Document theirs = after(after(from, SetMinutes{"back", 10}), MoveItem{"hips", 0});
    const auto both = with_changes(theirs, difference(from, mine), test::atlas());
    REQUIRE(both.ok());
    CHECK(both->feedback.size() == 1);
    CHECK(find_item(*both, "back")->minutes == 10);
    CHECK(order(*both).front() == "hips");
}

TEST_CASE("the signature holds over the treatment, and not over the answers of day 3") {
    Document document = after(planned(), WorkOn{calf, at(0)});
    document = after(document, EndTreatment{false, at(50)});
    document =
        after(document, SetSoap{{"Client says: stiff.", "Tight.", "6 to 3.", "Stretch.", {}}});
    document = after(document, PlanFollowUp{"2026-11-23"});
    CHECK(has(refusal(document, PlanFollowUp{"Monday"}), "not a date"));
    const FollowUpAnswer answer{.mark = id(10), .level = 3, .at = at(4000)};
    CHECK(has(refusal(document, AnswerFollowUp{answer}), "still open"));
    document = after(document, Sign{"Tom Reyes, LMT", "204417", at(70)});
    document = after(document, AnswerFollowUp{answer});
    CHECK(document.follow_up.front().level == 3);
    CHECK(signature_holds(document));
    CHECK(has(refusal(document, AnswerFollowUp{{.mark = id(99), .level = 3, .at = at(1)}}),
              "not there"));
    CHECK(has(refusal(document, WorkOn{calf, at(71)}), "closed"));
    document.plan[0].spent_s += 60;
    CHECK_FALSE(signature_holds(document));
}

TEST_CASE("a file of before, with focus areas only, reads as a plan in its order") {
    const std::string text = to_json(test::example(), 1);
    auto tree = nlohmann::ordered_json::parse(text);
    for (const char *later : {"zones", "treatment", "feedback", "findings", "soap", "aftercare",
                              "next_session", "follow_up_due", "follow_up"})
        tree.erase(later);
    for (auto &focus : tree["focus"])
        for (const char *later :
             {"locked", "place", "spent_s", "outcome", "pressure", "techniques"})
            focus.erase(later);
    const auto read = from_json(tree.dump(), test::atlas());
    REQUIRE(read.ok());
    CHECK(order(*read) == std::vector<std::string>{calf, hamstrings});
    CHECK(content_hash(*read) != content_hash(test::example())); // places are content
}
