// What a person did, recorded as input events, does the same again.

#include "clinic.hpp"
#include "input/recording.hpp"
#include "model/session/document_json.hpp"

using test::Clinic;

namespace {

void mark_and_plan(Clinic &clinic) {
    clinic.begin_new();
    clinic.tap_area("lower_leg_calf.l");
    clinic.level("Pain level", 6);
    clinic.tap("Ache");
    clinic.tap("Done");
    clinic.hand_back();
    clinic.tap("Plan 60 minutes");
    clinic.type("Session note", "Calf eased.");
}

} // namespace

TEST_CASE("a recorded client and therapist replay to the same document") {
    Clinic first;
    mark_and_plan(first);
    const std::string recording = engine::write_recording(first.driver->recorded());

    auto events = engine::read_recording(recording);
    REQUIRE(events.ok());
    REQUIRE(events->size() > 20);
    Clinic second;
    second.driver->replay(*events);

    const std::string once = app::to_json(first.on_disk());
    CHECK(once.find("\"level\": 6") != std::string::npos);
    CHECK(app::to_json(second.on_disk()) == once);
}
