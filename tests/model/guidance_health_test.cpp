// One test for each rule of the guidance about health, places and how it went on since last time.

#include "guidance_cases.hpp"

using namespace app;
using test::atlas;
using test::calf;
using test::cap_of;
using test::card;
using test::cards;
using test::earlier;
using test::has;
using test::has_severity;
using test::hour;
using test::id;
using test::monday;
using test::near_race;
using test::pain;
using test::visit;
using test::with_yes;
using enum Severity;

TEST_CASE("S15: what is not to be touched, today and since last time") {
    Document document = visit(monday);
    Mark avoid = pain(12, "lower_leg_shin.r", 0);
    avoid.channel = Channel::avoid;
    avoid.level.reset();
    document.marks = {avoid};
    const std::vector<std::string> shin{"lower_leg_shin.r"};
    CHECK(card(cards(document), "S15")->blocked_areas == shin);
    CHECK(has_severity(cards(document), "S15", caution));
    document.plan = {{.part = "lower_leg_shin.r", .minutes = 10}};
    CHECK(has_severity(cards(document), "S15", warning));
    Document last = earlier();
    last.marks = {avoid};
    document = visit(monday);
    CHECK(card(cards(document, {last}), "S15")->blocked_areas == shin);
    document.released = {avoid.id};
    CHECK(card(cards(document, {last}), "S15") == nullptr);
}

TEST_CASE("S35: an injury that nobody has looked at") {
    Document document = with_yes("RF19");
    CHECK(card(cards(document), "S35")->blocks_session); // nobody knows where
    document.marks = {pain(10, calf, 6)};
    const auto all = cards(document);
    CHECK_FALSE(card(all, "S35")->blocks_session);
    CHECK(card(all, "S35")->blocked_areas == std::vector<std::string>{calf});
    CHECK(has(card(all, "S35")->action, "sports doctor or physical therapist"));
}

TEST_CASE("S36, S38: a diagnosis is the client's report, with by whom and when") {
    Document document = visit(monday);
    CHECK(card(cards(document), "S38") == nullptr);
    document.intake.diagnosis = {"runner's knee", "Dr. Berg", "", {}};
    const auto all = cards(document);
    CHECK(card(all, "S38")->title == "Stated by the client");
    CHECK(card(all, "S38")->reason == "\"runner's knee\", by whom: Dr. Berg, when: not said.");
    CHECK_FALSE(test::blocks(all));
    CHECK(card(cards(visit(monday), {document}), "S38") != nullptr); // of last time
}

TEST_CASE("RFL-R1: a sign stops its zones, the most urgent ones stop everything") {
    Document document = with_yes("RF16");
    auto all = cards(document);
    CHECK(all.front().rule == "RFL-R1");
    CHECK(all.front().blocked_areas == std::vector<std::string>{"knee_knee.l", "knee_knee.r",
                                                                "knee_back_of_knee.l",
                                                                "knee_back_of_knee.r"});
    CHECK_FALSE(all.front().blocks_session);
    for (const char *question : {"RF1", "RF2", "RF6", "RF7"})
        CHECK(test::blocks(cards(with_yes(question))));
    document.intake.health_yes = {"RF16", "RF13"};
    all = cards(document);
    CHECK(all[0].title == "Emergency now (level A)");
    CHECK(all[1].title == "To be seen within days (level C)");
}

TEST_CASE("CON-R1, PRS-R2: reasons for care lower the pressure") {
    Document document = with_yes("CA1");
    const auto all = cards(document);
    CHECK(card(all, "CON-R1")->pressure_cap == 2);
    CHECK(has(card(all, "CON-R1")->action, "no ball or roller"));
    CHECK(cap_of(document) == 2);
    for (const char *question : {"CA2", "CA3", "CA4", "CA5", "CA6"}) {
        CHECK(card(cards(with_yes(question)), "PRS-R2")->pressure_cap == 3);
        CHECK_FALSE(has(card(cards(with_yes(question)), "PRS-R2")->title, "a reason for care"));
        CHECK(cap_of(with_yes(question)) == 3);
    }
    document = near_race(-10 * hour);
    CHECK(cap_of(document) == 3);
    CHECK(card(cards(document), "S19")->pressure_cap == 3);
}

TEST_CASE("PRS-R2: delicate places, and places for notes only") {
    Document document = visit(monday);
    document.marks = {pain(10, "knee_back_of_knee.l", 4),
                      pain(11, "neck_side_and_front_of_neck.r", 3), pain(12, calf, 5)};
    const auto all = cards(document);
    REQUIRE(card(all, "PRS-R2") != nullptr);
    CHECK(card(all, "PRS-R2")->blocked_areas == std::vector<std::string>{"knee_back_of_knee.l"});
    CHECK(card(all, "PRS-R2")->pressure_cap == 0);
    const auto second =
        std::ranges::find(all, "With care: right side and front of neck", &Advice::title);
    REQUIRE(second != all.end());
    CHECK(second->pressure_cap == 3);
    CHECK(second->areas == std::vector<std::string>{"neck_side_and_front_of_neck.r"});
    CHECK(second->blocked_areas.empty());
}

TEST_CASE("PRS-R2: what is left of the cap at a place") {
    const auto contact = [](const char *area, std::vector<std::string> regions = {}) {
        return contact_of(atlas(), *atlas().area(area), regions);
    };
    CHECK(contact(calf) == Contact::ok);
    CHECK(contact("neck_front_of_neck") == Contact::no_contact);
    CHECK(contact("knee_back_of_knee.r", {"popliteus.r"}) == Contact::no_contact);
    CHECK(contact("lower_back_pelvis_pelvis_joints") == Contact::caution);
    CHECK(contact("lower_back_pelvis_pelvis_joints", {"coccyx"}) == Contact::no_contact);
    CHECK(contact("lower_back_pelvis_pelvis_joints", {"pelvic_floor"}) == Contact::no_contact);
    CHECK(contact("lower_leg_shin.l") == Contact::caution);
    CHECK(pressure_cap_at({}, Contact::ok) == 5);
    CHECK(pressure_cap_at({}, Contact::caution) == 3);
    CHECK(pressure_cap_at({.level = 2}, Contact::caution) == 2);
    CHECK(pressure_cap_at({}, Contact::no_contact) == 0);
}

TEST_CASE("PRS-R1: the last word under the hands asks to ease off") {
    Document document = visit(monday);
    document.feedback = {{.id = id(50), .at = monday, .part = calf, .comfort = 5}};
    CHECK(has_severity(cards(document), "PRS-R1", warning));
    GuidanceSettings settings;
    settings.ease_off_at = 6;
    CHECK(card(cards(document, {}, settings), "PRS-R1") == nullptr);
    document.feedback.push_back({.id = id(51), .at = monday, .part = calf, .said = Said::too_much});
    CHECK(has_severity(cards(document), "PRS-R1", warning));
    document.feedback.push_back({.id = id(52), .at = monday, .part = calf, .said = Said::good});
    CHECK(card(cards(document), "PRS-R1") == nullptr);
}

TEST_CASE("NRS-R2: what got clearly worse since last time") {
    Document last = earlier(), document = visit(monday);
    last.marks = {pain(20, "thigh_hamstrings.r", 4)};
    document.marks = {pain(10, "thigh_hamstrings.r", 6)};
    CHECK(card(cards(document, {last}), "NRS-R2")->reason ==
          "Since the last session: right back of thigh 4 to 6, clearly worse.");
    document.marks[0].level = 5;
    CHECK(card(cards(document, {last}), "NRS-R2") == nullptr);
    document.marks[0].level_last = 2; // what the client was shown counts
    CHECK(card(cards(document, {last}), "NRS-R2") != nullptr);
}

TEST_CASE("RF1: one calf that got worse is compared with the other") {
    Document last = earlier(), document = visit(monday);
    last.marks = {pain(20, calf, 3)};
    document.marks = {pain(10, calf, 6)};
    CHECK(has_severity(cards(document, {last}), "RF1", caution));
    document.marks.push_back(pain(11, "lower_leg_calf.r", 5));
    CHECK(card(cards(document, {last}), "RF1") == nullptr);
    document.marks.pop_back();
    document.intake.health_yes = {"RF1"}; // it was asked, and stops the session
    CHECK(card(cards(document, {last}), "RF1") == nullptr);
}

TEST_CASE("WPI-R3: pain in seven parts of the body for months") {
    Document document = visit(monday);
    std::uint64_t number = 10;
    for (const char *area : {"neck_back_of_neck.l", "neck_back_of_neck.r", calf, "lower_leg_calf.r",
                             "thigh_hamstrings.l", "thigh_hamstrings.r", "abdomen_belly.l",
                             "upper_mid_back_beside_the_spine.l"}) {
        document.marks.push_back(pain(number++, area, 4));
        document.marks.back().since = Since::months;
    }
    REQUIRE(document.marks.size() == 8); // seven parts: the neck is one
    const Advice *found = nullptr;
    const auto all = cards(document);
    found = card(all, "WPI-R3");
    REQUIRE(found != nullptr);
    CHECK(has(found->reason, "7 of 19"));
    CHECK(has(found->action, "doctor"));
    document.marks.back().since = Since::weeks;
    CHECK(card(cards(document), "WPI-R3") == nullptr);
}
