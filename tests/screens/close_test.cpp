// From the end of the treatment to the signature, with four focus areas; and what goes home as
// files.

#include "base/file.hpp"
#include "clinic.hpp"
#include "model/atlas/main_zones.hpp"
#include "model/session/document_names.hpp"
#include "model/session/signing.hpp"
#include "model/session/treatment_clock.hpp"

#include <algorithm>
#include <array>

using test::Clinic;

namespace {

constexpr std::array areas{"lower_leg_calf.l", "thigh_front_of_thigh.r",
                           "shoulder_top_of_shoulder.l", "lower_leg_shin.r"};

std::string title(std::string_view area) {
    const app::Resources &all = test::resources();
    return all.atlas.title(*all.atlas.area(area), app::Reader::therapist,
                           all.words(app::Language::english));
}

/// Four places with pain 6, each treated for a minute with a finding; the treatment has ended.
void at_the_end(Clinic &clinic) {
    clinic.begin_new();
    for (const char *area : areas) {
        clinic.tap_area(area);
        clinic.level("Pain level", 6);
        clinic.tap("Done");
    }
    clinic.hand_back();
    clinic.tap("Plan 60 minutes");
    clinic.tap("Next: treat");
    clinic.tap("Start");
    for (std::size_t found = 0; found < areas.size();) {
        const app::PlanItem *item = app::item_now(clinic.shell->document());
        REQUIRE(item != nullptr);
        clinic.driver->rest(60);
        if (app::main_zone(item->part) == nullptr) {
            clinic.tap("Tight");
            ++found;
        }
        clinic.tap("Done, next");
    }
    clinic.tap("Stop");
}

/// The names of the files that end so in the folder where files for clients go.
std::vector<std::filesystem::path> files_for_clients(const Clinic &clinic, std::string_view end) {
    std::vector<std::filesystem::path> found;
    for (const auto &entry :
         std::filesystem::recursive_directory_iterator(clinic.folder.path() / "summaries"))
        if (entry.is_regular_file() && entry.path().string().ends_with(end))
            found.push_back(entry.path());
    return found;
}

std::string bytes_of(const std::filesystem::path &file) {
    const auto bytes = engine::read_file(file, 1 << 24);
    REQUIRE(bytes.ok());
    return *bytes;
}

} // namespace

TEST_CASE("four focus areas: from the stop to the signed record in 90 s at 1.2 s a tap") {
    Clinic clinic;
    at_the_end(clinic);
    const int taps = clinic.driver->taps();
    clinic.tap("Next: how is it now?");
    for (const char *area : areas)
        clinic.level("After, " + title(area), 3);
    clinic.tap("Next: homework");
    clinic.tap("Add Wall calf stretch, knee straight");
    clinic.tap("Next: close");
    clinic.tap("Sign the session");
    clinic.tap("Sign and lock");
    CHECK((clinic.driver->taps() - taps) * 1.2 <= 90);

    const app::Document document = clinic.on_disk();
    CHECK(app::signature_holds(document));
    REQUIRE(document.marks.size() == areas.size());
    for (const app::Mark &mark : document.marks)
        CHECK(mark.level_after == 3);
    CHECK(document.findings.size() == areas.size());
    CHECK(std::ranges::count_if(document.plan, [](const app::PlanItem &item) {
              return app::main_zone(item.part) == nullptr;
          }) == 4);
    for (const char *place :
         {"left calf", "front of the right thigh", "top of the left shoulder", "right shin"}) {
        INFO(place << '\n' << document.soap.subjective);
        CHECK(document.soap.subjective.find(place) != std::string::npos);
    }
    for (const char *found : {"Left calf: tight", "Right front of thigh: tight",
                              "Left top of shoulder: tight", "Right shin: tight"}) {
        INFO(found << '\n' << document.soap.objective);
        CHECK(document.soap.objective.find(found) != std::string::npos);
    }
}

TEST_CASE("homework and the next session go home as files, and the audit log tells of them") {
    Clinic clinic({.actor = {.clock = test::today}});
    at_the_end(clinic);
    clinic.tap("Next: how is it now?");
    clinic.level("After, Calf, left", 3); // from there on the calf may be stretched
    clinic.tap("Next: homework");
    for (const engine::ui::Node &node : clinic.shell->tree().nodes())
        if (node.name == "Homework as a page" || node.name == "Next session for calendars")
            CHECK_FALSE(node.enabled); // nothing to take home yet
    clinic.tap("Add Wall calf stretch, knee straight");
    clinic.tap("Homework as a page");
    const auto pages = files_for_clients(clinic, "homework.pdf");
    REQUIRE(pages.size() == 1);
    CHECK(bytes_of(pages[0]).starts_with("%PDF-"));

    const auto proposal =
        std::ranges::find_if(clinic.shell->tree().nodes(), [](const engine::ui::Node &node) {
            return node.name.find(", 16:50") != std::string::npos;
        });
    REQUIRE(proposal != clinic.shell->tree().nodes().end());
    clinic.tap(std::string(proposal->name));
    const auto next = clinic.on_disk().next_session;
    REQUIRE(next.has_value());
    clinic.tap("Next session for calendars");
    const auto calendars = files_for_clients(clinic, "next-session.ics");
    REQUIRE(calendars.size() == 1);
    const std::string calendar = bytes_of(calendars[0]);
    CHECK(calendar.find("BEGIN:VEVENT\r\n") != std::string::npos);
    // 16:50 in this clinic is 15:50 in UTC.
    CHECK(calendar.find("T155000Z\r\n") != std::string::npos);
    CHECK(calendar.find("Noor") == std::string::npos);

    std::vector<std::string> told;
    REQUIRE(read_audit(clinic.store->files(), [&](const app::AuditLine &line) {
                if (line.entry.what == app::Deed::exported)
                    told.push_back(line.entry.detail);
            }).ok());
    CHECK(told == std::vector<std::string>{"homework", "next session"});
}
