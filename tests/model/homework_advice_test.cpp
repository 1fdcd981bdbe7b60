// Homework for today's client: what is proposed and what is left out, with the reason.

#include "catch.hpp"
#include "changes.hpp"
#include "model/guidance/race_times.hpp"
#include "model/plan/homework_advice.hpp"

using namespace app;
using test::after;
using test::atlas;
using test::has;
using test::id;

namespace {

constexpr const char *calf = "lower_leg_calf.l";

const HealthQuestions &health() {
    static const HealthQuestions questions =
        HealthQuestions::load(PALPATE_SHARE_DIR "/guidance/health.json").value();
    return questions;
}

const HomeworkCatalog &catalog() {
    static const HomeworkCatalog loaded =
        HomeworkCatalog::load(PALPATE_SHARE_DIR "/atlas/homework.json").value();
    return loaded;
}

/// Pain in the left calf, tight right hamstrings 5, right shin not to be touched; no homework yet.
Document session(int level_after) {
    return after(after(test::example(), RemoveHomework{id(20)}),
                 SetMarkLevelAfter{id(10), level_after});
}

std::vector<HomeworkSuggestion> suggested(const Document &document,
                                          const GuidanceSettings &settings = {},
                                          const std::vector<Document> &past = {}) {
    return homework_suggestions({document, past, atlas(), health(), settings}, catalog());
}

std::string refused(const Document &document, const char *exercise, const char *area = calf,
                    const GuidanceSettings &settings = {}) {
    const Exercise *found = catalog().find(exercise);
    REQUIRE(found != nullptr);
    return why_not(*found, area, {document, {}, atlas(), health(), settings});
}

bool proposes(const std::vector<HomeworkSuggestion> &all, std::string_view exercise) {
    return std::ranges::any_of(
        all, [&](const HomeworkSuggestion &one) { return one.exercise->id == exercise; });
}

} // namespace

TEST_CASE("homework: suggestions for the marked places, with the reason, the gentlest first") {
    const auto all = suggested(session(3));
    REQUIRE(all.size() > 4);
    CHECK(all.front().area->id == calf);
    CHECK(all.front().exercise->id == "stretch_calf_straight");
    CHECK(all.front().reason == "For the left calf: pain 6");
    CHECK(proposes(all, "roll_calf"));
    CHECK(proposes(all, "stretch_hamstring_strap"));
    // In turns, so that each place has one among the first.
    CHECK(all[1].reason == "For the right back of thigh: tight 5");
    CHECK(all[2].area->id == calf);
    for (const HomeworkSuggestion &one : all)
        CHECK(refused(session(3), one.exercise->id.c_str(), one.area->id.c_str()).empty());
    CHECK(suggested(after({}, test::open_session())).empty());
}

TEST_CASE("homework: each exercise once, and none that was given") {
    const auto all = suggested(test::example());
    CHECK_FALSE(proposes(all, "stretch_calf_straight"));
    std::set<const Exercise *> seen;
    for (const HomeworkSuggestion &one : all)
        CHECK(seen.insert(one.exercise).second);
}

TEST_CASE("homework: what the client had last time comes first at its place") {
    Document last = session(3);
    last.homework = {{.id = id(30), .exercise = "roll_calf", .name = "x", .area = calf}};
    const auto all = suggested(session(3), {}, {last});
    CHECK(all.front().exercise->id == "roll_calf");
    CHECK(all.front().reason == "For the left calf: pain 6; as last time");
}

TEST_CASE("homework: blood thinners take ball and roller away before anything is ranked (CON-R1)") {
    Document document = session(3);
    document.intake.health_yes = {"CA1"};
    for (const Exercise &exercise : catalog().exercises())
        if (exercise.kind == "foam_roll" || exercise.id == "mob_thoracic_extension")
            CHECK(refused(document, exercise.id.c_str(), "") ==
                  "Blood thinners: no ball or roller");
    for (const HomeworkSuggestion &one : suggested(document))
        CHECK(one.exercise->kind != "foam_roll");
    CHECK(proposes(suggested(document), "stretch_calf_straight"));
}

TEST_CASE("homework: not above the pain that an exercise allows (EXR-R1)") {
    CHECK(refused(session(3), "stretch_calf_straight").empty());
    CHECK(refused(session(4), "stretch_calf_straight") == "Pain 4 in the left calf, for at most 3");
    CHECK_FALSE(proposes(suggested(session(4)), "stretch_calf_straight"));
    CHECK(refused(session(8), "legs_up_wall").empty()); // nothing moves there
    // Tightness is no pain.
    CHECK(refused(session(3), "stretch_hamstring_strap", "thigh_hamstrings.r").empty());
}

TEST_CASE("homework: outside the scope only what every massage therapist may give") {
    const GuidanceSettings narrow{.strengthening_in_scope = false};
    CHECK(refused(session(3), "str_heel_raise_single", calf, narrow) ==
          "Outside the scope of massage here");
    CHECK(refused(session(3), "str_heel_raise_single").empty());
    CHECK(refused(session(3), "roll_calf", calf, narrow).empty());
    CHECK(refused(session(3), "breath_slow", "", narrow).empty());
    for (const HomeworkSuggestion &one : suggested(session(3), narrow))
        CHECK((one.exercise->kind == "stretch" || one.exercise->kind == "foam_roll" ||
               one.exercise->kind == "heat"));
}

TEST_CASE("homework: places to avoid and places with a sign are left out") {
    const Document document = session(3);
    CHECK(refused(document, "stretch_calf_straight", "lower_leg_shin.r") ==
          "The client wants the right shin left alone");
    CHECK(refused(document, "roll_shin", "lower_leg_outer_lower_leg.r") ==
          "It lies on a place that the client wants left alone");
    CHECK(refused(document, "roll_shin", "lower_leg_outer_lower_leg.l").empty());
    Document sign = document;
    sign.intake.health_yes = {"RF12"};
    CHECK(refused(sign, "roll_calf") == "A doctor should see the left calf first");
    for (const HomeworkSuggestion &one : suggested(sign))
        CHECK(one.area->zone != "lower leg");
}

TEST_CASE("homework: contra-indications of the catalogue, by the client's answers") {
    Document document = session(3);
    document.intake.health_yes = {"CA5"};
    CHECK(has(refused(document, "roll_upper_back", ""), "Brittle bones"));
    CHECK(refused(document, "roll_calf").empty());
    document.intake.health_yes = {"CA4"};
    CHECK(has(refused(document, "legs_up_wall", ""), "blood pressure"));
    document.intake.health_yes = {"CA3"};
    CHECK(has(refused(document, "roll_calf"), "wound"));
    document.intake.health_yes = {};
    document.marks[0].qualities = {Quality::numb};
    CHECK(refused(document, "stretch_calf_straight") == "Numb or tingling in the left calf");
}

TEST_CASE("homework: any exercise is found by its name, its kind or a muscle") {
    const auto found = [](std::string_view typed) { return catalog().search(atlas(), typed); };
    const auto has_it = [&](std::string_view typed, std::string_view exercise) {
        return std::ranges::any_of(found(typed),
                                   [&](const Exercise *one) { return one->id == exercise; });
    };
    CHECK(found("").size() == catalog().exercises().size());
    CHECK(has_it("gastrocnemius", "stretch_calf_straight"));
    CHECK(has_it("calf strech", "stretch_calf_straight")); // a typing error
    CHECK(has_it("heat", "heat_pack"));
    CHECK_FALSE(has_it("neck", "stretch_calf_straight"));
    CHECK(found("unicorn").empty());
}

TEST_CASE(
    "homework: what was looked for stands at the client's place, what does not fit says why") {
    Document document = session(4);
    document.intake.health_yes = {"CA1"};
    const auto found =
        found_exercises({document, {}, atlas(), health(), GuidanceSettings{}}, catalog(), "calf");
    const auto of = [&](std::string_view id) -> const FoundExercise & {
        const auto one = std::ranges::find_if(
            found, [&](const FoundExercise &each) { return each.exercise->id == id; });
        REQUIRE(one != found.end());
        return *one;
    };
    CHECK(of("roll_calf").why_not == "Blood thinners: no ball or roller");
    CHECK(of("stretch_calf_straight").why_not == "Pain 4 in the left calf, for at most 3");
    REQUIRE(of("stretch_calf_straight").area != nullptr);
    CHECK(of("stretch_calf_straight").area->id == calf);
    CHECK(std::ranges::is_partitioned(
        found, [](const FoundExercise &one) { return one.why_not.empty(); }));
    CHECK(found.front().why_not.empty());   // something fits
    const Document given = test::example(); // has the calf stretch already
    for (const FoundExercise &one :
         found_exercises({given, {}, atlas(), health(), GuidanceSettings{}}, catalog(), "calf"))
        CHECK(one.exercise->id != "stretch_calf_straight");
}

TEST_CASE("homework: what is new begins on the day after a race that is near (S9)") {
    Document document = session(3);
    const GuidanceSettings settings;
    const auto begin = [&] { return new_exercises_begin(document, {}, settings); };
    document.intake.event.reset();
    CHECK_FALSE(begin().has_value());
    engine::Timestamp race = document.appointment.start;
    race.unix_ms += 168 * hour_ms;
    document.intake.event = Event{.kind = EventKind::race, .start = race, .hour_known = true};
    REQUIRE(begin().has_value());
    CHECK(begin()->unix_ms == race.unix_ms + 24 * hour_ms);
    document.intake.event->start.unix_ms += 1;
    CHECK_FALSE(begin().has_value());
    document.intake.event->start.unix_ms = document.appointment.start.unix_ms - hour_ms;
    CHECK_FALSE(begin().has_value()); // it is over
}
