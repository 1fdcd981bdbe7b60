// The test vectors of the rules: a client, the time of the massage relative to the race, and what
// the guidance has to say.

#include "guidance_cases.hpp"

using namespace app;
using test::blocks;
using test::cap_of;
using test::card;
using test::cards;
using test::day;
using test::has_severity;
using test::hour;
using test::is_allowed;
using test::near_race;

namespace {

enum class Client { fresh, used };
/// What is expected beside the severity.
struct Vector {
    const char *client;
    Client who;
    std::int64_t minutes; ///< from the race's start to the massage
    const char *rule;     ///< the card that there must be
    Severity severity;    ///< of that card
    bool blocked, allowed;
    int cap;
};

using enum Client;
using enum Severity;

const std::vector<Vector> vectors{
    {"new, T - 14 d: allowed", fresh, -14 * day, "S8", note, false, true, 5},
    {"new, T - 5 d: allowed with soreness warning", fresh, -5 * day, "S7", warning, false, false,
     5},
    {"new, T - 50 h: blocked", fresh, -50 * hour, "S7", stop, true, false, 5},
    {"new, T + 3 h: allowed, pressure 1-2", fresh, 3 * hour, "S20", caution, false, true, 2},
    {"used to it, T - 8 d: allowed, ordinary session", used, -8 * day, "S27", note, false, true, 5},
    {"used to it, T - 168 h: pre-race window", used, -168 * hour, "S18", note, false, true, 5},
    {"used to it, T - 100 h: pre-race window", used, -100 * hour, "S18", note, false, true, 5},
    {"used to it, T - 48 h: pre-race window (edge)", used, -48 * hour, "S18", note, false, true, 5},
    {"used to it, T - 47 h 59 min: race-day soreness", used, -48 * hour + 1, "S19", warning, false,
     false, 3},
    {"new, T + 2 h: pressure 1-2 only", fresh, 2 * hour, "S20", caution, false, true, 2},
    {"used to it, T + 2 h: pressure 1-2 only", used, 2 * hour, "S20", caution, false, true, 2},
    {"any, T + 24 h: best recovery window", used, 24 * hour, "S22", note, false, true, 5},
    {"any, T + 48 h: best recovery window", used, 48 * hour, "S22", note, false, true, 5},
    {"new, T + 36 h: best recovery window", fresh, 36 * hour, "S22", note, false, true, 5},
    {"any, T + 60 h: after the best window", used, 60 * hour, "S22", note, false, true, 5},
};

std::string titles(const std::vector<Advice> &all) {
    std::string list;
    for (const Advice &advice : all)
        list += advice.rule + " " + advice.title + "\n";
    return list;
}

std::string title_of(const std::vector<Advice> &all, std::string_view rule) {
    const Advice *found = card(all, rule);
    return found != nullptr ? found->title : "";
}

/// A session four days ago with its answer on day 3 for the focus area.
std::vector<Advice> on_day_3(int before, int on_day_3, bool better = true) {
    Document document = test::visit(test::when("2026-11-16T10:00:00+01:00"));
    document.marks = {test::pain(10, "lower_leg_calf.l", before)};
    document.plan = {{.part = "lower_leg_calf.l", .minutes = 15}};
    document.stage = Stage::closed;
    const auto asked = test::when("2026-11-19T18:00:00+01:00");
    document.follow_up = {{.mark = test::id(10), .level = on_day_3, .better = better, .at = asked}};
    return guidance(document, {}, {}, asked, test::atlas(), test::health());
}

} // namespace

TEST_CASE("the vectors of client, race and massage") {
    for (const Vector &row : vectors) {
        const Document document = near_race(row.minutes, row.who == fresh);
        const auto all = cards(document);
        INFO(row.client << "\n" << titles(all));
        CHECK(has_severity(all, row.rule, row.severity));
        CHECK(blocks(all) == row.blocked);
        CHECK(is_allowed(all) == row.allowed);
        CHECK(cap_of(document) == row.cap);
    }
}

TEST_CASE("the vectors of the windows are told apart by their words") {
    CHECK(title_of(cards(near_race(24 * hour - 1)), "S22") == "Before the best recovery window");
    CHECK(title_of(cards(near_race(24 * hour)), "S22") == "Best recovery window");
    CHECK(title_of(cards(near_race(48 * hour)), "S22") == "Best recovery window");
    CHECK(title_of(cards(near_race(48 * hour + 1)), "S22") == "After the best recovery window");
    CHECK(title_of(cards(near_race(60 * hour)), "S22") == "After the best recovery window");
    CHECK(card(cards(near_race(-168 * hour - 1)), "S18") == nullptr);
    CHECK(card(cards(near_race(-48 * hour + 1)), "S18") == nullptr);
    CHECK(card(cards(near_race(-100 * hour, true)), "S18") == nullptr); // not for newcomers
}

TEST_CASE("vector: used to it, a new technique, T - 4 d") {
    Document document = near_race(-4 * day);
    document.plan = {{.part = "back", .minutes = 60, .techniques = {"Friction"}}};
    Document before = test::visit(test::when("2026-10-20T10:00:00+02:00"));
    before.id = test::id(5);
    before.plan = {{.part = "back", .minutes = 60, .techniques = {"Effleurage"}}};
    const auto all = cards(document, {before});
    CHECK(has_severity(all, "S9", warning));
    CHECK_FALSE(blocks(all));
    before.plan[0].techniques = {"Effleurage", "Friction"};
    CHECK(card(cards(document, {before}), "S9") == nullptr);
}

TEST_CASE("vectors: training on the day of the massage, and on the next") {
    Document document = near_race(-30 * day);
    document.intake.next_training = NextTraining::later_today;
    const auto all = cards(document);
    CHECK(has_severity(all, "S39", warning));
    CHECK(card(all, "S39")->action == "Move the training to tomorrow or later.");
    document.intake.next_training = NextTraining::tomorrow;
    CHECK(card(cards(document), "S39") == nullptr);
}

TEST_CASE("vectors: day 3") {
    CHECK(has_severity(on_day_3(6, 5), "S37", caution));
    CHECK(card(on_day_3(6, 5), "S37")->action ==
          "Suggest a sports doctor or physical therapist (RF18).");
    CHECK(card(on_day_3(6, 3), "S37") == nullptr);
    CHECK(card(on_day_3(2, 1), "S37") == nullptr);
    CHECK(has_severity(on_day_3(6, 3, false), "S37", caution)); // either "no" is enough
}

TEST_CASE("vector: a red flag that is ticked stops its areas and says how soon") {
    for (const HealthQuestion &question : test::health().all()) {
        if (question.kind != HealthKind::stop)
            continue;
        Document document = near_race(-30 * day);
        document.marks = {test::pain(10, "lower_leg_calf.l", 4)};
        document.intake.health_yes = {question.id};
        const auto all = cards(document);
        INFO(question.id << "\n" << titles(all));
        REQUIRE(all.front().severity == stop);
        const Advice &first = all.front();
        const bool here = std::ranges::count(first.blocked_areas, "lower_leg_calf.l") > 0;
        const bool concerned =
            question.zones.empty() || std::ranges::count(question.zones, "lower leg") > 0;
        CHECK((first.blocks_session || here || !concerned));
        CHECK((first.blocks_session || !first.blocked_areas.empty()));
        constexpr std::array levels{"level A", "level B", "level C"};
        CHECK(first.title.find(levels[static_cast<std::size_t>(question.urgency)]) !=
              std::string::npos);
        CHECK((question.urgency == Urgency::now) <= first.blocks_session);
        CHECK((question.id == "RF19" || first.reason.find(question.id) != std::string::npos));
        CHECK(first.reason.find("yes to a sign (") == std::string::npos); // each has its words
    }
}
