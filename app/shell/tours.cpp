#include "shell/tours.hpp"

#include "base/file.hpp"
#include "shell/tour.hpp"

namespace app {

using engine::Result;

namespace {

constexpr std::string_view calf = "lower_leg_calf.l";
constexpr std::string_view thigh = "thigh_back_of_thigh.r";
constexpr std::string_view shin = "lower_leg_shin.r";

// Three places in the order of a hurried runner: pain, tight, please avoid.
void client_marks(Tour &tour, bool pictures) {
    const auto show = [&](std::string_view name) {
        if (pictures)
            tour.picture(name);
    };
    tour.tap("Start");
    show("mark-empty");
    tour.tap_area(calf);
    show("sheet-new");
    tour.level("Pain level", 6).tap("Ache").tap("This week");
    show("sheet-pain");
    tour.tap("Done").tap_area(thigh).tap("Tight").level("Tightness", 5);
    show("sheet-tight");
    tour.tap("Done").tap_area(shin).tap("Do not touch").type("Note", "Bruise since Wednesday");
    show("sheet-avoid");
    tour.tap("Done");
    show("mark");
}

void therapist_works(Tour &tour, bool pictures) {
    const auto show = [&](std::string_view name) {
        if (pictures)
            tour.picture(name);
    };
    tour.tap("I am the therapist");
    show("brief");
    tour.go_to(Screen::plan);
    show("plan-empty");
    tour.tap("Add Calf, left").tap("Add Back of thigh, right");
    tour.type("Session note", "Left calf tight along the inner side, eased with pressure 2 to 3.");
    show("plan");
    tour.tap("Next: after").level("After, Calf, left", 3).level("After, Back of thigh, right", 2);
    show("after");
    tour.tap("Next: homework");
    show("homework-empty");
    tour.tap("Add Wall calf stretch, knee straight");
    tour.tap("Add Lying hamstring stretch with strap");
    show("homework");
    tour.tap("Next: share");
    show("share-before-consent");
    tour.tap("Client agrees to share");
    tour.type("Question", "Left calf: worse over two weeks, on one side. Please assess.");
}

} // namespace

Result<std::vector<std::filesystem::path>> play_demo(const Options &options) {
    auto begun = Tour::begin(options, options.headless, true);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.picture("home").tap("Hand over to Maya").picture("welcome");
    client_marks(tour, true);
    tour.tap("Next: check").picture("check").tap("Yes, hand it back").picture("thank-you");
    therapist_works(tour, true);
    tour.tap("Save the summary").picture("share");
    if (tour.failed())
        return tour.result();

    const auto &shell = *tour.program().shell;
    const auto file = tour.program().store->session_file(shell.document().id);
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

} // namespace app
