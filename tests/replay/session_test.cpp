// A whole session at the therapist's side through real input: 60 minutes of treatment, and what is
// left of them in the file. Played again it makes the same file.

#include "clinic.hpp"
#include "input/recording.hpp"
#include "model/session/document_json.hpp"
#include "model/session/signing.hpp"
#include "model/session/treatment_clock.hpp"

using test::Clinic;

namespace {

constexpr const char *calf = "lower_leg_calf.l";

void mark(Clinic &clinic) {
    clinic.begin_new();
    clinic.tap_area(calf);
    clinic.level("Pain level", 6);
    clinic.tap("Done");
    clinic.hand_back();
}

/// Each item for its minutes.
void work_through(Clinic &clinic) {
    while (const app::PlanItem *item = app::item_now(clinic.shell->document())) {
        clinic.driver->skip(item->minutes * 60.0 - item->spent_s);
        clinic.tap("Done, next");
    }
}

void whole_session(Clinic &clinic) {
    mark(clinic);
    clinic.tap("Plan 60 minutes");
    clinic.tap("Next: treat");
    clinic.tap("Start Calf, left");
    clinic.tap("3");
    clinic.tap("Too much");
    clinic.tap("Pressure 2");
    clinic.tap("Tight");
    clinic.tap("Comfort up");
    clinic.tap("Details");
    clinic.tap("Petrissage");
    clinic.tap("Done");
    work_through(clinic);
    clinic.tap("Next: how is it now?");
    clinic.level("After, Calf, left", 3);
    clinic.tap("Next: homework");
    clinic.tap("Add Wall calf stretch, knee straight");
    clinic.tap("Next: close");
    clinic.tap("Sign the session");
    clinic.tap("Sign and lock");
}

} // namespace

TEST_CASE("a session of 60 minutes is in its file, and plays again to the same one") {
    Clinic first;
    whole_session(first);
    const app::Document document = first.on_disk();
    CHECK(app::signature_holds(document));
    int worked_s = 0;
    for (const app::PlanItem &item : document.plan) {
        CHECK(item.outcome == app::Outcome::done);
        worked_s += item.spent_s;
    }
    CHECK(worked_s >= 60 * 60);
    CHECK(worked_s <= 61 * 60); // the taps between
    CHECK(app::find_item(document, calf)->pressure == 2);
    CHECK(app::find_item(document, calf)->techniques == std::vector<std::string>{"Petrissage"});
    REQUIRE(document.feedback.size() == 2);
    CHECK(document.feedback[0].said == app::Said::too_much);
    CHECK(document.feedback[1].comfort == 1);
    REQUIRE(document.findings.size() == 1);
    CHECK(document.findings[0].tight);
    CHECK(document.marks[0].level_after == 3);
    CHECK(document.homework.size() == 1);
    CHECK(document.follow_up_due == "2026-11-23");
    CHECK_FALSE(document.soap.response.empty());

    const auto events = engine::read_recording(engine::write_recording(first.driver->recorded()));
    REQUIRE(events.ok());
    Clinic second;
    second.driver->replay(*events);
    CHECK(app::to_json(second.on_disk()) == app::to_json(document));
}
