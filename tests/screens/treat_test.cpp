// Plan, treat, close, day 3: by touches, as a therapist with oily hands does it.

#include "clinic.hpp"
#include "model/atlas/main_zones.hpp"
#include "model/guidance/follow_up.hpp"
#include "model/session/signing.hpp"
#include "model/session/treatment_clock.hpp"

#include <algorithm>

using test::Clinic;

namespace {

constexpr const char *calf = "lower_leg_calf.l";

/// Somebody new with pain 6 in the calf and a shin not to be touched, at the plan of 60 minutes.
void at_the_plan(Clinic &clinic) {
    clinic.begin_new();
    clinic.tap_area(calf);
    clinic.level("Pain level", 6);
    clinic.tap("Done");
    clinic.tap_area("lower_leg_shin.r");
    clinic.tap("Do not touch");
    clinic.tap("Done");
    clinic.hand_back();
    clinic.tap("Plan 60 minutes");
}

void at_the_calf(Clinic &clinic) {
    at_the_plan(clinic);
    clinic.tap("Next: treat");
    clinic.tap("Start Calf, left");
}

/// A clinic with two exercises of its own, and somebody with pain 6 in the calf.
void with_own_homework(Clinic &clinic) {
    REQUIRE(clinic.seal
                ->change_settings([](app::ClinicSettings &settings) {
                    settings.homework = {
                        {.id = "0197f5a0-0000-7000-8000-000000000001",
                         .name = "Sole on a bottle",
                         .kind = "foam_roll",
                         .how_to = "Sit down for it."},
                        {.id = "0197f5a0-0000-7000-8000-000000000002", .name = "Shake it out"}};
                })
                .ok());
    clinic.begin_new();
    clinic.tap_area(calf);
    clinic.level("Pain level", 6);
    clinic.tap("Done");
    clinic.hand_back();
}

int minutes(const app::Document &document) {
    int sum = 0;
    for (const app::PlanItem &item : document.plan)
        sum += item.minutes;
    return sum;
}

std::string time_left(const Clinic &clinic) {
    const auto *timer = clinic.node("Time left");
    REQUIRE(timer != nullptr);
    return timer->value;
}

} // namespace

TEST_CASE("the plan gives the whole body its time and the calf more, and is shared out anew") {
    Clinic clinic;
    at_the_plan(clinic);
    app::Document document = clinic.on_disk();
    REQUIRE(app::find_item(document, calf) != nullptr);
    const int proposed = app::find_item(document, calf)->minutes;
    CHECK(minutes(document) == 60);
    CHECK(document.plan.size() == 8); // seven main zones and the calf
    for (const app::PlanItem &item : document.plan)
        CHECK(item.minutes >= 1);

    clinic.tap("Minutes, Calf, left more");
    document = clinic.on_disk();
    CHECK(app::find_item(document, calf)->minutes == proposed + 1);
    CHECK(app::find_item(document, calf)->locked);
    CHECK(minutes(document) == 60); // the others gave a minute
    clinic.tap("Unlock Calf, left");
    CHECK(app::find_item(clinic.on_disk(), calf)->minutes == proposed);
}

TEST_CASE("the order changes by dragging and by keys, and one undo takes a drag back") {
    Clinic clinic;
    at_the_plan(clinic);
    const auto order = [&] {
        std::vector<std::string> parts;
        for (const app::PlanItem &item : clinic.on_disk().plan)
            parts.push_back(item.part);
        return parts;
    };
    const std::vector<std::string> before = order();
    const std::string first = before.front();
    const auto handles = [&] {
        std::vector<glm::vec2> centers;
        for (const engine::ui::Node &node : clinic.shell->tree().nodes())
            if (node.name.starts_with("Move "))
                centers.push_back(node.rect.center());
        return centers;
    }();
    REQUIRE(handles.size() == before.size());
    clinic.driver->drag(handles[0], handles[2] + glm::vec2{0, 4});
    CHECK(order()[2] == first);
    clinic.tap("Undo");
    CHECK(order() == before);

    const auto *handle = clinic.node("Move Upper and mid back");
    REQUIRE(handle != nullptr);
    for (int keys = 0; keys < 60 && clinic.ui->focused() != handle->id; ++keys) {
        clinic.driver->press(engine::Key::tab);
        handle = clinic.node("Move Upper and mid back");
    }
    REQUIRE(clinic.ui->focused() == handle->id);
    clinic.driver->press(engine::Key::down);
    CHECK(order()[1] == first);
    clinic.driver->press(engine::Key::up);
    CHECK(order() == before);
}

TEST_CASE("a zone is left out by the client's wish only, and says so") {
    Clinic clinic;
    at_the_plan(clinic);
    clinic.tap("Open Head and neck");
    clinic.tap("Leave out, the client's wish");
    const app::Document document = clinic.on_disk();
    CHECK(app::find_item(document, "head_neck")->minutes == 0);
    CHECK(minutes(document) == 60);
}

TEST_CASE("feedback, comfort, pressure and findings are kept with their time") {
    Clinic clinic;
    at_the_calf(clinic);
    clinic.driver->rest(60);
    clinic.tap("3");
    clinic.tap("Too much");
    CHECK(clinic.shows("Ease off"));
    clinic.tap("Pressure 2");
    CHECK_FALSE(clinic.shows("Ease off"));
    clinic.tap("Comfort ask");
    clinic.tap("6");
    CHECK(clinic.shows("Comfort 6 of 10"));
    clinic.tap("Pressure 1");
    clinic.tap("Tight");
    clinic.tap("II");
    clinic.tap("Details");
    clinic.tap("Warm");
    clinic.type("Note of the finding", "inner side");
    clinic.tap("Done");

    const app::Document document = clinic.on_disk();
    REQUIRE(document.feedback.size() == 2);
    CHECK(document.feedback[0].said == app::Said::too_much);
    CHECK(document.feedback[0].part == calf);
    CHECK(document.feedback[0].at.unix_ms >= document.treatment->started.unix_ms + 60'000);
    CHECK(document.feedback[1].comfort == 6);
    CHECK(app::find_item(document, calf)->pressure == 1);
    REQUIRE(document.findings.size() == 1);
    CHECK(document.findings[0].area == calf);
    CHECK(document.findings[0].tight);
    CHECK(document.findings[0].tender == 2);
    CHECK(document.findings[0].temperature == app::Temperature::warm);
    CHECK(document.findings[0].note == "inner side");
}

TEST_CASE("a power cut in the middle of treatment loses neither time nor feedback") {
    Clinic clinic;
    at_the_calf(clinic);
    const std::string session = clinic.shell->document().id;
    clinic.driver->rest(120);
    clinic.tap("Good");
    const int left = app::left_s(
        clinic.shell->document(), *app::item_now(clinic.shell->document()),
        {test::today().unix_ms + static_cast<std::int64_t>(clinic.driver->now_s() * 1000), 60});
    const double off_at = clinic.driver->now_s();
    clinic.start(off_at + 60); // a minute in the dark, without a goodbye
    clinic.tap("Noor Haddad, 16:50");
    clinic.tap("Treat");
    REQUIRE(clinic.shell->document().id == session);
    CHECK(clinic.shell->document().feedback.size() == 1);
    REQUIRE(app::item_now(clinic.shell->document()) != nullptr);
    CHECK(app::item_now(clinic.shell->document())->part == calf);
    const std::string shown = time_left(clinic);
    const int seconds = std::stoi(shown.substr(0, 2)) * 60 + std::stoi(shown.substr(3));
    CHECK(seconds <= left - 60);
    CHECK(seconds >= left - 70); // the taps take their time
}

TEST_CASE("pause stops the clock of the item, and the treatment goes on where it was") {
    Clinic clinic;
    at_the_calf(clinic);
    clinic.driver->rest(30);
    clinic.tap("Pause");
    const std::string left = time_left(clinic);
    clinic.driver->rest(300);
    CHECK(time_left(clinic) == left);
    clinic.tap("Go on");
    clinic.driver->rest(10);
    CHECK(time_left(clinic) < left);
}

TEST_CASE("what speaks against massage is said once more before the clock starts") {
    Clinic clinic;
    at_the_plan(clinic);
    clinic.tap("Next: treat");
    CHECK(clinic.node("Start") != nullptr);
    REQUIRE(clinic.workspace->session()
                .dispatch(app::SetHealthAnswer{.question = "RF1", .asked = true, .yes = true})
                .ok());
    clinic.tap("Back");
    clinic.tap("Next: treat");
    CHECK(clinic.shows("To be seen today (level B)"));
    CHECK(clinic.node("Start") == nullptr);
    CHECK_FALSE(clinic.on_disk().treatment.has_value());
    clinic.tap("Start all the same"); // the therapist decides
    CHECK(clinic.on_disk().treatment.has_value());
}

TEST_CASE("an item that takes longer than planned counts the time over") {
    Clinic clinic;
    at_the_calf(clinic);
    const app::PlanItem *item = app::item_now(clinic.shell->document());
    REQUIRE(item != nullptr);
    clinic.driver->skip(item->minutes * 60.0 + 30);
    CHECK(time_left(clinic).starts_with("+00:3"));
    CHECK(clinic.shows("over its " + std::to_string(item->minutes) + " min"));
}

TEST_CASE("a client who says stop is heard with one press") {
    Clinic clinic;
    at_the_calf(clinic);
    clinic.driver->rest(45);
    const int taps = clinic.driver->taps();
    clinic.tap("Stop");
    CHECK(clinic.driver->taps() == taps + 1);
    const app::Document document = clinic.on_disk();
    REQUIRE(document.treatment->ended.has_value());
    CHECK(document.treatment->stopped_by_client);
    CHECK(document.feedback.back().said == app::Said::stop);
    CHECK(document.feedback.back().at == *document.treatment->ended);
    CHECK(clinic.shows("The client said stop"));
    clinic.tap("Go on with the treatment");
    CHECK_FALSE(clinic.on_disk().treatment->ended.has_value());
}

TEST_CASE("what is read from across the room is large, and fingers find large targets") {
    Clinic clinic;
    at_the_calf(clinic);
    constexpr float glance = 40, target = 64;
    for (const char *name : {"Calf, left", "Time left"}) {
        INFO(name);
        REQUIRE(clinic.node(name) != nullptr);
        CHECK(clinic.node(name)->rect.h >= glance);
    }
    const auto *next = app::item_after(clinic.shell->document(), calf);
    REQUIRE(next != nullptr);
    REQUIRE(app::main_zone(next->part) != nullptr);
    REQUIRE(clinic.node(app::main_zone(next->part)->title) != nullptr);
    CHECK(clinic.node(app::main_zone(next->part)->title)->rect.h >= glance);
    REQUIRE(clinic.node("60 min") != nullptr); // left in all
    CHECK(clinic.node("60 min")->rect.h >= glance);
    for (const char *name : {"Tight", "Restricted", "Guarded", "Tender", "Comfort up",
                             "Comfort down", "Too much", "Good", "More", "Stop", "Done, next"}) {
        INFO(name);
        REQUIRE(clinic.node(name) != nullptr);
        CHECK(clinic.node(name)->rect.h >= target);
        CHECK(clinic.node(name)->rect.w >= target);
    }
}

TEST_CASE("the note is written from what was recorded, and the signature keeps it with day 3") {
    Clinic clinic;
    at_the_calf(clinic);
    clinic.tap("Tight");
    clinic.driver->rest(60);
    clinic.tap("Stop");
    clinic.tap("Next: how is it now?");
    const int taps = clinic.driver->taps();
    CHECK(clinic.shows("tap a number"));
    CHECK(clinic.shows("Shin, right: left alone"));
    clinic.level("After, Calf, left", 3);
    CHECK(clinic.shows("clearly better"));
    clinic.tap("Next: homework");
    clinic.tap("Next: close");
    clinic.tap("Sign the session");
    clinic.tap("Sign and lock");
    CHECK((clinic.driver->taps() - taps) * 1.2 <= 90);
    const app::Document document = clinic.on_disk();
    REQUIRE(document.signature.has_value());
    CHECK(app::signature_holds(document));
    CHECK(document.soap.subjective.find("6") != std::string::npos);
    CHECK_FALSE(document.soap.objective.empty());
    CHECK(document.soap.response.find("3") != std::string::npos);
    CHECK_FALSE(document.soap.plan.empty());
    CHECK(document.follow_up_due == "2026-11-23");
    CHECK_FALSE(document.aftercare.empty());
}

TEST_CASE("words that name a disease are shown with what to say instead") {
    Clinic clinic;
    at_the_calf(clinic);
    clinic.tap("Stop");
    clinic.tap("Next: how is it now?");
    clinic.tap("Close");
    clinic.type("I found and did", " Knots in the calf.");
    CHECK(clinic.shows("S33"));
    clinic.tap("Replace Knots");
    CHECK_FALSE(clinic.shows("S33"));
    CHECK(clinic.on_disk().soap.objective.find("Knots") == std::string::npos);
}

TEST_CASE("any exercise can be found and given, what does not fit says why and cannot") {
    Clinic clinic;
    with_own_homework(clinic);
    clinic.tap("Homework");
    CHECK(clinic.shows("Sole on a bottle"));
    clinic.tap("Add Sole on a bottle");
    REQUIRE(clinic.on_disk().homework.size() == 1);
    CHECK(clinic.on_disk().homework[0].how == "Sit down for it.");
    clinic.tap("Find an exercise");
    clinic.type("Exercise", "neck");
    CHECK(clinic.node("Add Slow neck turns") != nullptr);
    CHECK(clinic.node("Add Wall calf stretch, knee straight") == nullptr);
    clinic.tap("Add Slow neck turns");
    CHECK_FALSE(clinic.shell->ui_state().exercises_open);
    REQUIRE(clinic.on_disk().homework.size() == 2);
    CHECK(clinic.on_disk().homework[1].how == "Within comfort.");
    clinic.tap("Find an exercise");
    clinic.type("Exercise", "calf stretch straight");
    CHECK(clinic.shows("Pain 6 in the left calf, for at most 3"));
    CHECK(clinic.node("Add Wall calf stretch, knee straight") == nullptr);
    CHECK(clinic.on_disk().homework.size() == 2);
}

TEST_CASE("blood thinners keep the clinic's own rollers away, too (CON-R1)") {
    Clinic clinic;
    with_own_homework(clinic);
    REQUIRE(clinic.workspace->session()
                .dispatch(app::SetHealthAnswer{.question = "CA1", .asked = true, .yes = true})
                .ok());
    clinic.tap("Homework");
    CHECK(clinic.node("Add Shake it out") != nullptr);
    CHECK(clinic.node("Add Sole on a bottle") == nullptr);
}

TEST_CASE("on day 3 the home screen says whom to call, and the answer ends it") {
    Clinic clinic;
    REQUIRE(clinic.seal
                ->change_settings([](app::ClinicSettings &settings) {
                    settings.therapists = {
                        {.id = "0197f5a0-0000-7000-8000-000000000003",
                         .name = "Lea Brunner",
                         .ties = {{"Dr. Ines Kolb", "Sports physician", "+41 31 000 00 00"}}}};
                })
                .ok());
    at_the_calf(clinic);
    clinic.tap("Stop");
    clinic.tap("Next: how is it now?");
    clinic.tap("Close");
    clinic.tap("Sign the session");
    clinic.tap("Sign and lock");
    const std::string session = clinic.shell->document().id;
    clinic.start(3.0 * 24 * 3600);
    REQUIRE(clinic.node("Day 3: ask again") != nullptr);
    clinic.tap("Call and note");
    clinic.level("Day 3, Calf, left", 5);
    CHECK(clinic.shows("Suggest a sports doctor or physical therapist."));
    CHECK(clinic.shows("Dr. Ines Kolb, Sports physician"));
    clinic.level("Day 3, Calf, left", 3);
    CHECK(clinic.shows("6 to 3, clearly better."));
    CHECK_FALSE(clinic.shows("Dr. Ines Kolb"));
    clinic.tap("Not better");
    CHECK(clinic.shows("Suggest a sports doctor or physical therapist."));
    clinic.tap("Done");
    CHECK(clinic.node("Day 3: ask again") == nullptr);
    const auto document = clinic.store->load(session);
    REQUIRE(document.ok());
    REQUIRE(document->follow_up.size() == 1);
    CHECK(document->follow_up[0].level == 3);
    CHECK_FALSE(document->follow_up[0].better);
    CHECK(app::signature_holds(*document));
}
