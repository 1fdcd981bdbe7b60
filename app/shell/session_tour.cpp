#include "shell/session_tour.hpp"

#include "model/treatment_clock.hpp"
#include "session/demo_clinic.hpp"

namespace app {

using engine::Result;

namespace {

const Document &document_of(Tour &tour) {
    return tour.program().shell->document();
}

/// The item now is worked on until so many seconds are left of it.
void work_until_left(Tour &tour, int seconds) {
    if (tour.failed())
        return;
    const Document &document = document_of(tour);
    const PlanItem *item = item_now(document);
    if (item == nullptr)
        return tour.keep(engine::Error{"Nothing is being worked on."});
    engine::Timestamp now = tour_day();
    now.unix_ms += static_cast<std::int64_t>(tour.driver().now_s() * 1000);
    tour.driver().skip(left_s(document, *item, now) - seconds);
}

// What happens at the first focus area.
void first_item(Tour &tour, const Show &show) {
    tour.tap("3").tap("Tight").tap("II");
    tour.tap("Comfort up").tap("Comfort up").tap("Comfort up");
    tour.driver().skip(90);
    show("treat");
    tour.tap("Comfort 3").tap("6");
    show("treat-ease-off");
    tour.tap("Pressure 2").tap("Good");
    tour.tap("Details").tap("Petrissage");
    show("treat-details");
    tour.tap("Warm").tap("Done");
    work_until_left(tour, 40);
    show("treat-last-minute");
    tour.driver().skip(60);
    show("treat-over");
}

} // namespace

Show pictures_of(Tour &tour) {
    return [&tour](std::string_view name) { tour.picture(name); };
}

void no_pictures(std::string_view) {}

void treat_by_plan(Tour &tour, const Show &show) {
    show("brief");
    tour.tap("Plan 60 minutes");
    show("plan");
    tour.tap("Open Calf, left");
    show("plan-open");
    tour.tap("Close Calf, left").tap("Next: treat");
    show("treat-ready");
    tour.tap("Start Calf, left");
    first_item(tour, show);
    tour.tap("Done, next");
    show("treat-next");
    while (!tour.failed() && item_now(document_of(tour)) != nullptr) {
        work_until_left(tour, 0);
        tour.tap("Done, next");
    }
    show("treat-done");
    tour.tap("Next: how is it now?");
}

void levels_and_homework(Tour &tour, const Show &show) {
    tour.level("After, Calf, left", 3).level("After, Back of thigh, right", 2);
    show("after");
    tour.tap("Next: homework");
    show("homework-empty");
    tour.tap("Add Wall calf stretch, knee straight");
    show("homework");
}

void note_and_signature(Tour &tour, const Show &show) {
    tour.go_to(Screen::close).tap("Client agrees to share");
    show("close");
    tour.tap("Sign the session");
    show("close-sign");
    tour.tap("Sign and lock");
    show("close-signed");
}

} // namespace app
