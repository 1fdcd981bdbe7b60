// The proposed plan: the rules at every length, over chosen and over random sessions.

#include "catch.hpp"
#include "changes.hpp"
#include "model/atlas/main_zones.hpp"
#include "model/plan/plan_proposal.hpp"

#include <random>

using namespace app;
using test::after;
using test::at;
using test::atlas;
using test::has;
using test::id;

namespace {

using Plan = std::vector<ProposedItem>;
using Past = std::vector<Document>;

constexpr int shortest = 10, longest = 180;

const HealthQuestions &health() {
    static const HealthQuestions questions =
        HealthQuestions::load(PALPATE_SHARE_DIR "/guidance/health.json").value();
    return questions;
}

Document opened() {
    return after({}, test::open_session());
}

Document marked(Document document, std::uint64_t number, const std::string &area, int level,
                Channel channel = Channel::pain) {
    document = after(document, test::mark(number, area, channel));
    return channel == Channel::avoid ? document : after(document, SetMarkLevel{id(number), level});
}

/// Pain 6 in the left calf, tight right hamstrings 5, nothing planned yet.
Document two_places() {
    return marked(marked(opened(), 10, "lower_leg_calf.l", 6), 11, "thigh_hamstrings.r", 5,
                  Channel::tight);
}

Plan plan_of(const Document &document, int minutes, const Past &past = {}) {
    return proposed_plan(document, past, minutes, atlas(), health());
}

const ProposedItem *find(const Plan &plan, std::string_view part) {
    const auto found = std::ranges::find(
        plan, part, [](const ProposedItem &item) { return std::string_view(item.item.part); });
    return found == plan.end() ? nullptr : &*found;
}

int minutes_of(const Plan &plan, std::string_view part) {
    const ProposedItem *item = find(plan, part);
    return item != nullptr ? item->item.minutes : 0;
}

std::string reason_of(const Plan &plan, std::string_view part) {
    const ProposedItem *item = find(plan, part);
    return item != nullptr ? item->reason : "not in the plan";
}

int sum(const Plan &plan) {
    int minutes = 0;
    for (const ProposedItem &proposed : plan)
        minutes += proposed.item.minutes;
    return minutes;
}

std::vector<std::string> order(const Plan &plan) {
    std::vector<std::string> parts;
    for (const ProposedItem &proposed : plan)
        parts.push_back(proposed.item.part);
    return parts;
}

/// A plan that the therapist takes over.
Document taken_over(const Document &document, int minutes) {
    SetPlan set;
    for (const ProposedItem &proposed : plan_of(document, minutes))
        set.items.push_back(proposed.item);
    return after(document, set);
}

/// What breaks a rule; empty: nothing. For documents without locked minutes.
std::string breach(const Plan &plan, int minutes, const std::set<std::string> &avoided = {}) {
    if (sum(plan) != minutes)
        return "the sum is " + std::to_string(sum(plan));
    int least_focus = longest, most_zone = 0;
    std::set<std::string_view> covered;
    for (const ProposedItem &proposed : plan) {
        const PlanItem &item = proposed.item;
        if (proposed.reason.empty())
            return item.part + " has no reason";
        (is_focus(item) ? least_focus : most_zone) = is_focus(item)
                                                         ? std::min(least_focus, item.minutes)
                                                         : std::max(most_zone, item.minutes);
        if (item.minutes > 0)
            covered.insert(is_focus(item) ? main_zone_of(*atlas().area(item.part)).id
                                          : main_zone(item.part)->id);
    }
    if (least_focus <= most_zone)
        return "a zone has as much as a focus area";
    for (const MainZone &zone : main_zones())
        if (!covered.contains(zone.id) && !avoided.contains(std::string(zone.id)))
            return std::string(zone.id) + " has no time";
    return {};
}

/// Marks, findings and hand-chosen focus areas at random places.
Document random_session(std::mt19937 &random) {
    const auto below = [&](std::size_t end) { return random() % end; };
    Document document = opened();
    const std::size_t marks = below(9);
    for (std::uint64_t i = 0; i < marks; ++i) {
        const Area &area = atlas().areas()[below(atlas().areas().size())];
        const Channel channel = below(3) == 0 ? Channel::tight : Channel::pain;
        const auto next = update(document, test::mark(100 + i, area.id, channel), atlas());
        if (next)
            document = after(*next, SetMarkLevel{id(100 + i), static_cast<int>(below(11))});
    }
    for (std::uint64_t i = 0; i < below(4); ++i) {
        const Area &area = atlas().areas()[below(atlas().areas().size())];
        document.findings.push_back({.id = id(200 + i),
                                     .area = area.id,
                                     .tight = below(2) == 0,
                                     .tender = static_cast<int>(below(5))});
    }
    for (std::size_t i = 0; i < below(3); ++i) {
        const std::string &area = atlas().areas()[below(atlas().areas().size())].id;
        if (const auto next = update(document, AddFocus{area, 9}, atlas()))
            document = *next;
    }
    return document;
}

} // namespace

TEST_CASE("plan: the whole body, and the sore places more") {
    const Plan plan = plan_of(two_places(), 60);
    CHECK(sum(plan) == 60);
    CHECK(minutes_of(plan, "lower_leg_calf.l") == 14);
    CHECK(minutes_of(plan, "thigh_hamstrings.r") == 11);
    CHECK(order(plan) == std::vector<std::string>{"back", "hips", "thigh_hamstrings.r", "thighs",
                                                  "lower_leg_calf.l", "lower_legs",
                                                  "shoulders_arms", "head_neck", "front"});
    CHECK(reason_of(plan, "lower_leg_calf.l") == "Pain 6");
    CHECK(reason_of(plan, "thigh_hamstrings.r") == "Tight 5");
    CHECK(reason_of(plan, "thighs") == "The rest of the zone");
    CHECK(reason_of(plan, "back") == "Its share of the whole body");
    CHECK(breach(plan_of(opened(), 30), 30).empty());
}

TEST_CASE("plan: the rules hold at every length") {
    std::mt19937 random(6); // NOLINT: the same sessions every time
    std::vector<Document> sessions{opened(), two_places(), test::example()};
    for (int i = 0; i < 40; ++i)
        sessions.push_back(random_session(random));
    for (std::size_t i = 0; i < sessions.size(); ++i)
        for (int minutes = shortest; minutes <= longest; ++minutes) {
            const std::string wrong = breach(plan_of(sessions[i], minutes), minutes);
            if (!wrong.empty())
                FAIL("session " << i << ", " << minutes << " min: " << wrong);
        }
    SUCCEED();
}

TEST_CASE("plan: more pain never gives fewer minutes, at any length") {
    std::mt19937 random(7); // NOLINT: the same sessions every time
    for (int i = 0; i < 12; ++i) {
        Document session = marked(random_session(random), 10, "lower_leg_calf.l", 0);
        for (int minutes = shortest; minutes <= longest; minutes += 1 + i) {
            int before = 0;
            for (int level = 0; level <= 10; ++level) {
                session.marks.back().level = level;
                const int now = minutes_of(plan_of(session, minutes), "lower_leg_calf.l");
                if (now < before)
                    FAIL("session " << i << ", " << minutes << " min, level " << level << ": "
                                    << now << " after " << before);
                before = now;
            }
        }
        CHECK(minutes_of(plan_of(session, longest), "lower_leg_calf.l") > 2);
    }
}

TEST_CASE("plan: a longer session takes no minute from any part") {
    Plan before = plan_of(two_places(), 30);
    for (int minutes = 31; minutes <= longest; ++minutes) {
        const Plan now = plan_of(two_places(), minutes);
        for (const ProposedItem &item : before)
            REQUIRE(minutes_of(now, item.item.part) >= item.item.minutes);
        before = now;
    }
}

TEST_CASE("plan: what was set by hand stays, at every length") {
    Document document = after(taken_over(two_places(), 60), SetMinutes{"back", 25});
    document = after(document, SetMinutes{"thigh_hamstrings.r", 3});
    for (int minutes = 35; minutes <= longest; ++minutes) {
        const Plan plan = plan_of(document, minutes);
        REQUIRE(sum(plan) == minutes);
        REQUIRE(minutes_of(plan, "back") == 25);
        REQUIRE(minutes_of(plan, "thigh_hamstrings.r") == 3);
        REQUIRE(minutes_of(plan, "lower_leg_calf.l") > minutes_of(plan, "lower_legs"));
    }
    CHECK(reason_of(plan_of(document, 60), "back") == "You set it");
    CHECK(overbooked_minutes(document, 60) == 0);
}

TEST_CASE("plan: with little time left focus areas go first, zones last") {
    const Document document = after(taken_over(two_places(), 60), SetMinutes{"back", 52});
    const Plan tight = plan_of(document, 60); // 8 minutes for two focus areas and six zones
    CHECK(sum(tight) == 60);
    CHECK(minutes_of(tight, "lower_leg_calf.l") == 2);
    CHECK(minutes_of(tight, "thigh_hamstrings.r") == 2);
    CHECK(find(tight, "lower_legs") == nullptr); // the calf is of it
    CHECK(minutes_of(tight, "front") == 1);
    const Plan tighter = plan_of(document, 58); // 6 minutes
    CHECK(sum(tighter) == 58);
    CHECK(minutes_of(tighter, "lower_leg_calf.l") == 0);
    CHECK(minutes_of(tighter, "lower_legs") == 1);
    CHECK(reason_of(tighter, "lower_legs") ==
          "Its share of the whole body; left calf included: no time for it apart");
    const Plan none = plan_of(document, 54);
    CHECK(sum(none) == 54);
    CHECK(minutes_of(none, "thighs") == 1);
    CHECK(minutes_of(none, "front") == 0);
    CHECK(reason_of(none, "front") == "No time is left for it");
}

TEST_CASE("plan: minutes set by hand beyond the booked time are told") {
    const Document document = after(taken_over(two_places(), 60), SetMinutes{"back", 70});
    CHECK(overbooked_minutes(document, 60) == 10);
    const Plan plan = plan_of(document, 60);
    CHECK(minutes_of(plan, "back") == 70);
    CHECK(sum(plan) == 70);
}

TEST_CASE("plan: only the client's wish takes all time from a zone") {
    Document document = after(taken_over(two_places(), 60), SetMinutes{"front", 0});
    Plan plan = plan_of(document, 60);
    REQUIRE(find(plan, "front") != nullptr);
    CHECK(minutes_of(plan, "front") == 0);
    CHECK(breach(plan, 60, {"front"}).empty());

    document = two_places();
    std::uint64_t number = 300;
    for (const Area &area : atlas().areas())
        if (main_zone_of(area).id == "head_neck")
            document = marked(document, number++, area.id, 0, Channel::avoid);
    for (int minutes = shortest; minutes <= longest; ++minutes) {
        plan = plan_of(document, minutes);
        REQUIRE(breach(plan, minutes, {"head_neck"}).empty());
        REQUIRE(minutes_of(plan, "head_neck") == 0);
    }
    CHECK(reason_of(plan, "head_neck") == "Not to be touched: the client's wish");
}

TEST_CASE("plan: places to avoid, with a sign, or without contact are no focus areas") {
    Document document = marked(two_places(), 12, "lower_leg_calf.l", 0, Channel::avoid);
    Plan plan = plan_of(document, 60);
    CHECK(find(plan, "lower_leg_calf.l") == nullptr);
    CHECK(reason_of(plan, "lower_legs") ==
          "Its share of the whole body; not the left calf: the client's wish");
    document.marks.back().paint.push_back({{0, 0, 0}, 10}); // a spot on it only
    CHECK(find(plan_of(document, 60), "lower_leg_calf.l") != nullptr);

    document = two_places();
    document.intake.health_yes = {"RF1"};
    plan = plan_of(document, 60);
    CHECK(find(plan, "lower_leg_calf.l") == nullptr);
    CHECK(find(plan, "thigh_hamstrings.r") == nullptr); // RF1 is asked for thighs as well
    CHECK(has(reason_of(plan, "lower_legs"), "not the left calf: a doctor should see it first"));
    CHECK(breach(plan, 60).empty());

    plan = plan_of(marked(opened(), 10, "neck_front_of_neck", 8), 60);
    CHECK(find(plan, "neck_front_of_neck") == nullptr);
    CHECK(has(reason_of(plan, "head_neck"), "not the front of neck: not touched by hand"));
}

TEST_CASE("plan: a place that is worse or keeps coming back gets more") {
    const int first = minutes_of(plan_of(two_places(), 60), "lower_leg_calf.l");
    Document earlier = marked(opened(), 10, "lower_leg_calf.l", 4);
    const Plan worse = plan_of(two_places(), 60, {earlier});
    CHECK(minutes_of(worse, "lower_leg_calf.l") > first);
    CHECK(reason_of(worse, "lower_leg_calf.l") == "Pain 6, worse since last time");
    const Plan again = plan_of(two_places(), 60, {earlier, earlier});
    CHECK(minutes_of(again, "lower_leg_calf.l") > minutes_of(worse, "lower_leg_calf.l"));
    CHECK(reason_of(again, "lower_leg_calf.l") ==
          "Pain 6, worse since last time, keeps coming back");
}

TEST_CASE("plan: findings by hand ask for time, and add to marks") {
    Document document = two_places();
    document.findings = {
        {.id = id(50), .area = "hip_buttock_buttock.r", .tight = true, .tender = 2},
        {.id = id(51), .area = "lower_leg_calf.l", .guarded = true}};
    const Plan plan = plan_of(document, 60);
    CHECK(reason_of(plan, "hip_buttock_buttock.r") == "Found tight and tender");
    CHECK(reason_of(plan, "lower_leg_calf.l") == "Pain 6, found guarded");
    CHECK(breach(plan, 60).empty());
}

TEST_CASE("plan: the therapist's focus areas stay as they are, in their order") {
    Document document = test::example(); // two focus areas
    document.plan[0].pressure = 3;
    document.plan[0].techniques = {"Stroking"};
    document = after(document, AddFocus{"hip_buttock_buttock.r", 5});
    const Plan plan = plan_of(document, 60);
    CHECK(order(plan) == std::vector<std::string>{"lower_leg_calf.l", "lower_legs",
                                                  "thigh_hamstrings.r", "thighs",
                                                  "hip_buttock_buttock.r", "hips", "back",
                                                  "shoulders_arms", "head_neck", "front"});
    const ProposedItem *calf = find(plan, "lower_leg_calf.l");
    REQUIRE(calf != nullptr);
    CHECK(calf->item.note == "slow, along the muscle");
    CHECK(calf->item.pressure == 3);
    CHECK(calf->item.techniques == std::vector<std::string>{"Stroking"});
    CHECK(reason_of(plan, "hip_buttock_buttock.r") == "You chose it");
    for (std::size_t i = 0; i < plan.size(); ++i)
        CHECK(plan[i].item.place == static_cast<int>(i));
    const Document moved = after(taken_over(document, 60), MoveItem{"front", 0});
    CHECK(order(plan_of(moved, 45)).front() == "front");
}

TEST_CASE("plan: what was begun, done or skipped keeps its minutes") {
    Document document = after(taken_over(two_places(), 60), WorkOn{"back", at(0)});
    document = after(document, FinishItem{"back", Outcome::done, "hips", at(9)});
    const int back = find_item(document, "back")->minutes;
    const int hips = find_item(document, "hips")->minutes;
    document = after(document, FinishItem{"hips", Outcome::skipped, "thighs", at(10)});
    const Plan plan = plan_of(document, 90);
    CHECK(sum(plan) == 90);
    CHECK(minutes_of(plan, "back") == back);
    CHECK(minutes_of(plan, "hips") == hips);
    CHECK(minutes_of(plan, "thighs") == find_item(document, "thighs")->minutes);
    CHECK(reason_of(plan, "back") == "Done");
    CHECK(reason_of(plan, "hips") == "Skipped");
    CHECK(reason_of(plan, "thighs") == "Begun already");
}

TEST_CASE("plan: a short session has few focus areas") {
    Document document = opened();
    std::uint64_t number = 100;
    for (const char *area : {"lower_leg_calf.l", "lower_leg_calf.r", "thigh_hamstrings.r",
                             "hip_buttock_buttock.r", "ankle_foot_sole.l"})
        document = marked(document, number++, area, 6);
    const auto focus_areas = [&](int minutes) {
        return std::ranges::count_if(plan_of(document, minutes), [](const ProposedItem &proposed) {
            return is_focus(proposed.item);
        });
    };
    CHECK(focus_areas(10) == 1);
    CHECK(focus_areas(30) == 3);
    CHECK(focus_areas(60) == 5);
}
