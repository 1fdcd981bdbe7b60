#include "tours/tours.hpp"

#include "base/file.hpp"
#include "input/synthetic.hpp"
#include "model/text/language.hpp"
#include "session/demo_clinic.hpp"
#include "tours/client_tour.hpp"
#include "tours/record_tour.hpp"
#include "tours/session_tour.hpp"
#include "tours/settings_tour.hpp"
#include "tours/tour.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using engine::Result;

namespace {

constexpr int large_words_percent = 150; // from here on the stage has no room for names

constexpr std::string_view calf = "lower_leg_calf.l";
constexpr std::string_view thigh = "thigh_hamstrings.r";
constexpr std::string_view shin = "lower_leg_shin.r";

// Three places in the order of a hurried runner: pain, tight, please avoid.
void client_marks(Tour &tour, const Show &show) {
    tour.tap("Start");
    show("mark-last-time");
    tour.tap_area(calf);
    show("sheet-new");
    tour.level("Pain level", 6).tap("This week");
    show("sheet-pain");
    tour.tap("Done").tap_area(thigh).tap("Tight").level("Tightness", 5);
    show("sheet-tight");
    tour.tap("Done").tap_area(shin);
    show("sheet-avoid");
    tour.tap("Done");
    show("mark");
}

// With large words the button has the word alone.
void go_on(Tour &tour, std::string_view name) {
    const bool spelled_out = tour.program().shell->tree().find(name) != nullptr;
    tour.tap(spelled_out ? name : "Next");
}

// From the map to the end: questions, comfort, check.
void client_answers(Tour &tour, const Show &show) {
    go_on(tour, "Next: 4 questions");
    show("questions");
    tour.tap("Loosen up").tap("This weekend").tap("At the race").tap("Change");
    show("event");
    tour.tap("22").tap("I know when it starts").type("Name or distance", "50 km");
    show("event-known");
    tour.tap("Done").tap("None of these");
    show("questions-answered");
    tour.tap("Next: comfort");
    show("comfort");
    tour.tap("3, Medium, Muscle is kneaded");
    tour.tap(
        "I know that I decide what is worked on, and that I can say stop or less at any time.");
    show("comfort-chosen");
    tour.tap("Next: check");
    show("check");
    tour.tap("Yes, hand it back");
    show("thank-you");
}

void therapist_works(Tour &tour, const Show &show) {
    tour.tap("I am the therapist");
    show("pin");
    tour.enter_pin(example_pin);
    treat_by_plan(tour, show);
    levels_and_homework(tour, show);
    tour.go_to(Screen::share);
    show("share-before-consent");
    tour.type("Question", "Left calf: worse over two weeks, on one side. Please assess.");
    note_and_signature(tour, show);
    tour.tap("Next: share");
}

} // namespace

Result<std::vector<std::filesystem::path>> play_demo(const Options &options) {
    auto begun = Tour::begin(options, options.headless, true);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.picture("home").tap("Hand over to Maya").picture("welcome");
    client_marks(tour, pictures_of(tour));
    client_answers(tour, pictures_of(tour));
    therapist_works(tour, pictures_of(tour));
    tour.tap("Save the summary").picture("share");
    if (tour.failed())
        return tour.result();

    const auto &shell = *tour.program().shell;
    tour.program().workspace->session().save();
    const auto file = options.headless / "clinic" / "sessions" / (shell.document().id + ".json");
    const auto text = engine::read_file(file, std::size_t{16} << 20);
    if (!text)
        return text.error();
    const auto copy = options.headless / "session.json";
    const auto written = engine::write_file_durably(copy, *text);
    if (!written)
        return written.error();
    tour.wrote(copy);
    for (const auto &entry :
         std::filesystem::directory_iterator(options.headless / "clinic" / "summaries"))
        tour.wrote(entry.path());
    return tour.result();
}

namespace {

// Each state in the other languages, and in the pseudo language that shows what is too long.
Show pictures_in_languages(Tour &tour, std::optional<Language> only) {
    return [&tour, only](std::string_view name) {
        if (tour.failed())
            return;
        Session &session = tour.program().workspace->session();
        for (const Language language : {Language::spanish, Language::pseudo}) {
            if (only.value_or(language) != language)
                continue;
            const std::string code(name_of(language));
            tour.keep(session.dispatch(SetLanguage{code}, "language"));
            tour.picture(std::string(name) + "-" + code);
        }
        tour.keep(session.dispatch(SetLanguage{std::string(name_of(Language::english))}));
        tour.driver().settle();
    };
}

// The states of one day in the demo clinic, in the order in which they come up.
Result<std::vector<std::filesystem::path>> day_pictures(const Options &options) {
    auto begun = Tour::begin(options, options.screens, true);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.picture("home").tap("New session").picture("home-new-session").tap("Close");
    tour.type("Find a client", "nobody").picture("home-nobody-found");
    tour.go_to(Screen::home).tap("Open brief").picture("brief-before");
    tour.tap("Hand over to Maya").picture("welcome");
    client_marks(tour, pictures_of(tour));
    tour.tap("Find").type("Place", "calf").picture("find").tap("Close");
    tour.tap("Soles").picture("mark-soles").tap("Left").picture("mark-left");
    client_answers(tour, pictures_of(tour));
    therapist_works(tour, pictures_of(tour));
    tour.picture("share").tap("Save the summary").picture("share-saved");
    return tour.result();
}

/// The pointer or the wheel at the middle of what is seen of an area.
template <class EventAt>
void point_at(Tour &tour, std::string_view area, const EventAt &event_at) {
    Driver &driver = tour.driver();
    const auto &places = tour.program().resources->body->places();
    for (const Figure &figure : tour.program().shell->body().figures)
        if (const auto seen = places.visible(figure, places.tags_of_area(area)); seen.area_px2 > 0)
            return driver.replay({{driver.now_s() + 0.1,
                                   event_at(pixel_of(figure.view, figure.viewport, seen.point))}});
}

void zoom_to(Tour &tour, std::string_view area, float steps) {
    point_at(tour, area, [&](glm::vec2 pixel) { return engine::WheelEvent{pixel, {0, steps}}; });
}

void mouse_on(Tour &tour, std::string_view area) {
    point_at(tour, area, [](glm::vec2 pixel) { return engine::PointerEvent{.position = pixel}; });
}

void focus_the_body(Tour &tour) {
    const auto &ui = *tour.program().ui;
    for (int i = 0; i < 60; ++i) {
        const auto *body = ui.tree().find("body");
        if (body != nullptr && ui.focused() == body->id)
            return;
        tour.driver().press(engine::Key::tab);
    }
}

// The stage: names far and near, mouse and keyboard, the body turned.
Result<std::vector<std::filesystem::path>> stage_pictures(const Options &options) {
    if (options.text_scale >= large_words_percent)
        return std::vector<std::filesystem::path>{};
    auto begun = Tour::begin(options, options.screens / "stage", true);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.tap("Hand over to Maya");
    client_marks(tour, no_pictures);
    if (tour.failed())
        return tour.result();
    mouse_on(tour, "thigh_front_of_thigh.l");
    tour.picture("mark-hovered").tap("Names").picture("mark-names");
    focus_the_body(tour);
    tour.driver().press(engine::Key::down);
    tour.picture("mark-keyboard").tap("Names");
    tour.tap("Back to the therapist").enter_pin(example_pin);
    tour.go_to(Screen::plan).tap("Names").picture("plan-names").tap("Front").picture("plan-front");
    tour.tap("Back");
    zoom_to(tour, thigh, 10);
    tour.picture("plan-near-names").tap("Anatomical").picture("plan-anatomical");
    mouse_on(tour, thigh);
    tour.tap("Names").picture("plan-near-hovered").tap("Both");
    tour.driver().drag({400, 420}, {520, 330});
    tour.picture("plan-turned");
    return tour.result();
}

// Somebody new: paint, a long press, the same in several places, a sign that needs a doctor.
Result<std::vector<std::filesystem::path>> new_client_pictures(const Options &options) {
    auto begun = Tour::begin(options, options.screens / "new", true);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.tap("New session").type("Client's name", "Noor Haddad (example)").tap("Start");
    tour.tap("Hand over to Noor").picture("welcome").tap("Start").picture("mark-empty");
    tour.tap("Paint").picture("paint-empty");
    if (tour.failed())
        return tour.result();
    const auto &places = tour.program().resources->body->places();
    Driver &driver = tour.driver();
    const auto pixel_of_area = [&](std::string_view area) {
        for (const Figure &figure : tour.program().shell->body().figures)
            if (const auto seen = places.visible(figure, places.tags_of_area(area));
                seen.area_px2 > 0)
                return pixel_of(figure.view, figure.viewport, seen.point);
        return glm::vec2{0, 0};
    };
    const glm::vec2 from = pixel_of_area("thigh_front_of_thigh.r");
    driver.drag(from, from + glm::vec2{6, 40});
    tour.picture("paint-first").level("Pain level", 7).picture("paint-level").tap("Done");
    tour.picture("mark-painted");
    driver.replay(engine::synthetic::hold(pixel_of_area(calf), driver.now_s() + 0.1, 1.0));
    tour.picture("look").tap("Mark this place").level("Pain level", 4);
    tour.tap("Other places too").picture("copy").tap_area(shin).picture("copy-one").tap("Done");
    go_on(tour, "Next: 5 questions");
    tour.picture("questions").tap("This is the first time");
    tour.tap("A sudden snap at the back of the ankle").picture("questions-sign");
    tour.tap("Next: comfort").picture("comfort-sign").tap("Next: check").picture("check-sign");
    return tour.result();
}

// The client's part in the other languages.
Result<std::vector<std::filesystem::path>> language_pictures(const Options &options) {
    auto begun = Tour::begin(options, options.screens / "languages", true);
    if (!begun)
        return begun.error();
    if (options.language == Language::english)
        return std::vector<std::filesystem::path>{};
    Tour &tour = **begun;
    const Show show = pictures_in_languages(tour, options.language);
    tour.tap("Hand over to Maya");
    show("welcome");
    client_marks(tour, show);
    client_answers(tour, show);
    return tour.result();
}

// Finding places, what lies beneath them, and the client's figure.
Result<std::vector<std::filesystem::path>> place_pictures(const Options &options) {
    auto begun = Tour::begin(options, options.screens / "places", true);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.tap("Hand over to Maya");
    client_marks(tour, no_pictures);
    tour.tap("Find").picture("find-empty").type("Place", "gastrocnemeus").picture("find-typo");
    tour.tap("Close").tap("Find").type("Place", "unicorn").picture("find-nothing").tap("Close");
    if (options.text_scale >= large_words_percent)
        tour.tap("Your marks"); // the map is a page of its own
    tour.tap("Your figure").picture("figure").tap("Female").picture("figure-female").tap("Done");
    tour.tap("Back to the therapist").picture("pin").enter_pin(example_pin);
    tour.tap("Figure of Maya").picture("brief-figure").tap("Done");
    tour.tap("Calf, left, Pain \u00B7 ache \u00B7 this week, level 6").picture("brief-beneath");
    tour.go_to(Screen::plan).tap("Plan 60 minutes").tap("Open Calf, left");
    tour.picture("plan-beneath");
    tour.tap("Find").type("Place", "piriformus left").picture("plan-find");
    tour.tap("Deep buttock, left, Piriformis muscle \u00B7 hip & buttock").picture("plan-found");
    return tour.result();
}

// A clinic without sessions, and one whose file is broken.
Result<std::vector<std::filesystem::path>> empty_and_broken(const Options &options) {
    const auto folder = options.screens / "states";
    auto begun = Tour::begin(options, folder, false);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.picture("home-empty");
    const auto broken = folder / "clinic/sessions/0193b0a4-0000-7000-8000-000000000001.json";
    tour.keep(engine::write_file_durably(broken, "{\"format\": \"palpate-session\", "));
    tour.go_to(Screen::home).picture("home-broken-file");
    return tour.result();
}

// From the offer in a new clinic to the records behind their passphrase. The recovery key is drawn
// at random, so that its picture differs each time.
Result<std::vector<std::filesystem::path>> vault_pictures(const Options &options) {
    constexpr std::string_view words = "four quiet green trees";
    auto begun = Tour::begin(options, options.screens / "vault", false);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.picture("vault-offer").tap("Set a passphrase").picture("vault-choose");
    tour.type("Passphrase", "four trees").picture("vault-choose-short");
    tour.type("Passphrase", " by the lake").type("The same once more", words).tap("Protect");
    tour.picture("vault-choose-differ").tap("Show what I type").picture("vault-choose-shown");
    tour.tap("Not now").picture("vault-home");
    if (tour.failed())
        return tour.result();
    tour.keep(close_clinic(tour.program()));
    tour.driver().settle();
    tour.type("Passphrase", words).type("The same once more", words).tap("Protect");
    tour.picture("vault-recovery-key")
        .tap("I have written it down")
        .picture("vault-home-protected");
    tour.keep(close_clinic(tour.program()));
    tour.driver().settle();
    tour.picture("vault-unlock").type("Passphrase", "four green trees").tap("Unlock");
    tour.picture("vault-unlock-wrong").tap("Use the recovery key").picture("vault-unlock-recovery");
    tour.tap("Use the passphrase").type("Passphrase", words).tap("Unlock");
    tour.picture("vault-unlocked");
    return tour.result();
}

} // namespace

Result<std::vector<std::filesystem::path>> write_screens(const Options &options) {
    if (options.language && options.language != Language::english)
        return language_pictures(options);
    auto files = day_pictures(options);
    if (!files)
        return files;
    for (const auto &others :
         {session_pictures, new_client_pictures, language_pictures, stage_pictures, place_pictures,
          record_pictures, settings_pictures, client_pictures, vault_pictures, empty_and_broken}) {
        auto more = others(options);
        if (!more)
            return more;
        files->insert(files->end(), more->begin(), more->end());
    }
    return files;
}

} // namespace app
