#include "tours/settings_tour.hpp"

#include "tours/tour.hpp"

#include <filesystem>
#include <vector>

namespace app {

using engine::Result;

namespace {

void fill_therapist(Tour &tour) {
    tour.type("Name and title", "Tom Reyes, LMT").picture("therapist-without-licence");
    tour.type("Licence", "000000 (example), Bern");
    tour.type("Training", "Massage school Bern, 1,600 hours; sports massage, 200 hours.");
    tour.tap("Years in practice more").tap("Years in practice more");
    tour.tap("Years with runners more").type("How often with runners", "Every day");
    tour.tap("Add a contact").type("Name 1", "Dr. Ines Kolb (example)");
    tour.type("Profession 1", "Sports physician").type("Contact 1", "+41 31 000 00 00");
    tour.picture("therapist-ties").tap("Delete this therapist").picture("therapist-delete");
    tour.tap("Keep it").tap("Show the card").picture("therapist-card").tap("Close");
    tour.tap("All therapists").tap("Add a therapist").type("Name and title", "Lea Brunner");
    tour.picture("therapist").tap("Show the card").picture("therapist-card-empty").tap("Close");
    tour.tap("All therapists").picture("therapists");
}

void own_homework(Tour &tour) {
    tour.tap("Homework").picture("homework-empty").tap("Add homework");
    tour.type("Name", "Calf roll on a bottle");
    tour.type("How to do it", "Sit, put the calf on a full bottle and roll slowly up and down.");
    tour.tap("Roller or ball").tap("Lower legs and feet").tap("Sets more").picture("homework-item");
    tour.tap("All homework").picture("homework");
}

} // namespace

Result<std::vector<std::filesystem::path>> settings_pictures(const Options &options) {
    auto begun = Tour::begin(options, options.screens / "settings", true);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.picture("home").tap("Settings").picture("clinic");
    tour.type("Name of the clinic", "Runners' Edge (example)");
    tour.tap("Therapists").picture("therapists-none").tap("Add a therapist");
    fill_therapist(tour);
    tour.tap("Session").picture("session").tap("Guidance").picture("guidance");
    tour.tap("Pre-race window closes more").tap("Strengthening as homework");
    tour.picture("guidance-changed").tap("Aftercare").type("New line", "See you in two weeks.");
    tour.picture("aftercare");
    own_homework(tour);
    tour.tap("Consent").picture("consent").type("New line in English", "A photo may be taken.");
    tour.picture("consent-own")
        .tap("Tablet")
        .picture("tablet")
        .tap("Change PIN")
        .picture("new-pin");
    tour.tap("Close").tap("Records").picture("records");
    tour.tap("Back").tap("New session").picture("new-session").tap("Show the card");
    tour.picture("new-session-card");
    return tour.result();
}

} // namespace app
