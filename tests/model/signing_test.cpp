#include "catch.hpp"
#include "changes.hpp"
#include "model/session/document_json.hpp"
#include "model/session/signing.hpp"

#include <nlohmann/json.hpp>

using namespace app;
using test::after;
using test::atlas;
using test::has;
using test::id;
using test::refusal;

namespace {

Document signed_example() {
    return after(test::example(), Sign{"Tom Reyes, LMT", "204417", test::at(70)});
}

} // namespace

TEST_CASE("signing freezes a session, later words are amendments") {
    const Document document = signed_example();
    CHECK(document.stage == Stage::closed);
    REQUIRE(document.signature.has_value());
    CHECK(document.signature->by == "Tom Reyes, LMT");
    CHECK(document.signature->licence == "204417");
    CHECK(document.signature->at == test::at(70));
    CHECK(signature_holds(document));
    CHECK(has(refusal(document, SetNote{"x"}), "Add an amendment"));
    CHECK(has(refusal(document, Sign{"Tom", "", test::at(71)}), "signed already"));
    CHECK(has(refusal(document, Restore{{{"note", "\"x\"", "\"y\""}}}), "Add an amendment"));
    CHECK(has(refusal(document, Amend{id(50), "Tom", "", "", test::at(71)}), "needs words"));
    CHECK(has(refusal(test::example(), Amend{id(50), "Tom", "", "late", test::at(71)}),
              "still open"));
    const Document amended = after(
        document, Amend{id(50), "Tom Reyes, LMT", "204417", "Called on day 3.", test::at(5000)});
    REQUIRE(amended.amendments.size() == 1);
    CHECK(amended.amendments[0].text == "Called on day 3.");
    CHECK(signature_holds(amended));
    CHECK(from_json(to_json(amended), atlas()).value() == amended);
}

TEST_CASE("a signature without a name or with open questions is refused") {
    CHECK(has(refusal(test::example(), Sign{"", "", test::at(70)}), "therapist's name"));
    const Document open = after(test::example(), RecordConflict{3, {{"note", "\"a\"", "\"b\""}}});
    CHECK(has(refusal(open, Sign{"Tom", "", test::at(70)}), "Two versions"));
}

TEST_CASE("every changed value of a signed session is noticed, and nothing else") {
    const Document document = signed_example();
    const nlohmann::json whole = nlohmann::json::parse(to_json(document, 12));
    const auto holds = [](const nlohmann::json &json) {
        const auto loaded = from_json(json.dump(), atlas());
        REQUIRE(loaded.ok());
        return signature_holds(*loaded);
    };
    CHECK(holds(whole));
    nlohmann::json changed = whole;
    changed["marks"][0]["level"] = 5;
    CHECK_FALSE(holds(changed));
    changed = whole;
    changed["marks"].erase(2);
    CHECK_FALSE(holds(changed));
    changed = whole;
    changed["note"] = "Calf warm";
    CHECK_FALSE(holds(changed));
    changed = whole;
    changed["by_others"] = "added";
    CHECK_FALSE(holds(changed));
    changed = whole;
    changed["marks"].push_back(changed["marks"][0]);
    changed["marks"][3]["id"] = id(77);
    changed["marks"][3]["area"] = "knee_knee.l";
    changed["marks"][3]["regions"] = {"knee_cap.l"};
    std::swap(changed["marks"][0], changed["marks"][1]);
    changed["marks"].erase(3);
    CHECK_FALSE(holds(changed)); // the order as well
    changed = whole;
    changed["revision"] = 99;
    changed["later"] = nullptr; // what a later version may add empty
    CHECK(holds(changed));
}
