#include "tours/session_tour.hpp"

#include "model/session/document_names.hpp"
#include "model/session/treatment_clock.hpp"
#include "session/demo_clinic.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using engine::Result;

namespace {

constexpr int no_map_percent = 150;
constexpr std::string_view stiff_place = "shoulder_rotator_cuff.r";

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
    tour.tap("Find an exercise");
    show("homework-find");
    tour.type("Exercise", "hamstring");
    show("homework-found");
    tour.tap("Close");
    tour.tap("Add Wall calf stretch, knee straight");
    show("homework");
    tour.tap("Homework as a page");
    show("homework-saved");
}

void note_and_signature(Tour &tour, const Show &show) {
    tour.go_to(Screen::close).tap("Client agrees to share");
    show("close");
    tour.tap("Sign the session");
    show("close-sign");
    tour.tap("Sign and lock");
    show("close-signed");
}

// A session that the client stops, its note with a word to change, and the call three days later.
Result<std::vector<std::filesystem::path>> session_pictures(const Options &options) {
    auto begun = Tour::begin(options, options.screens / "session", true);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.tap("Jonas Weber (example), 15:30").picture("brief").tap("Plan 45 minutes");
    tour.picture("plan").tap("Next: treat").tap("Start");
    tour.driver().skip(200);
    if (options.text_scale < no_map_percent) { // there is a map to tap
        tour.tap_area(stiff_place).picture("treat-place").tap("Restricted").tap("III");
        tour.tap("Back").tap("Compare with my findings").picture("plan-compared");
        tour.tap("Next: treat");
    }
    tour.tap("Stop").picture("treat-stopped").tap("Next: how is it now?");
    tour.tap("Close").type("I found and did", " Released a knot.").picture("close-wording");
    tour.tap("Replace knot").tap("Sign the session").tap("Sign and lock");
    if (tour.failed())
        return tour.result();
    const auto marks = document_of(tour).marks;
    const auto worst = std::ranges::max_element(
        marks, {}, [](const Mark &mark) { return mark.level.value_or(0); });
    const Program &program = tour.program();
    const std::string place = program.resources->atlas.title(
        *program.resources->atlas.area(worst->area), Reader::therapist,
        program.resources->words(Language::english));
    constexpr double three_days_s = 3.0 * 24 * 3600;
    tour.go_to(Screen::home);
    tour.driver().skip(three_days_s);
    tour.picture("home-day3").tap("Call and note").picture("day3");
    tour.level("Day 3, " + place, *worst->level - 1).picture("day3-not-better");
    return tour.result();
}

} // namespace app
