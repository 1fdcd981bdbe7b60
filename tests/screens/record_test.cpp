// The record of a session: signed, amended, worked on by two, left behind, from the future.

#include "base/file.hpp"
#include "clinic.hpp"
#include "model/session/document_json.hpp"
#include "model/session/signing.hpp"
#include "store/record/recovery.hpp"

using test::Clinic;

namespace {

/// Maya's session at its brief, and the same session as another computer has it.
struct TwoRooms {
    Clinic clinic;
    std::unique_ptr<app::FolderStore> other_store;
    std::unique_ptr<app::Record> other;

    TwoRooms() {
        clinic.tap("Open brief");
        auto opened = app::FolderStore::open(clinic.data(), test::resources().atlas);
        REQUIRE(opened.ok());
        other_store = std::make_unique<app::FolderStore>(std::move(*opened));
        auto record = other_store->open(clinic.shell->document().id);
        REQUIRE(record.ok());
        other = std::move(*record);
    }
    void other_does(const app::Command &command) const {
        REQUIRE(app::commit(*other, command, test::resources().atlas).ok());
    }
};

app::Mark calf_mark() {
    return {.id = "01a00000-0000-7000-8000-00000000000a"};
}

app::AddMark mark_calf() {
    return {.id = calf_mark().id,
            .area = "lower_leg_calf.l",
            .regions = {},
            .channel = app::Channel::pain,
            .author = app::Author::client,
            .phase = app::Phase::before,
            .at = test::today()};
}

} // namespace

TEST_CASE("a therapist signs, and later words become amendments") {
    Clinic clinic;
    clinic.tap("Open brief");
    clinic.tap("Share");
    clinic.tap("Sign the session");
    clinic.type("Licence line", ", Bern"); // behind what the session says
    clinic.tap("Sign and lock");
    app::Document document = clinic.on_disk();
    REQUIRE(document.signature.has_value());
    CHECK(document.signature->by == "Tom Reyes, LMT");
    CHECK(document.signature->licence == "000000 (example), Bern");
    CHECK(app::signature_holds(document));
    CHECK(clinic.shows("Tom Reyes, LMT, licence 000000 (example), Bern"));
    CHECK_FALSE(clinic.shows("Sign and lock"));
    CHECK_FALSE(clinic.shows("Add to the record")); // the sheet is gone and no other one came
    CHECK(clinic.shows("20 November 2026"));

    clinic.tap("Add an amendment");
    clinic.tap("Add to the record"); // without words nothing is added, and the sheet says so
    CHECK(clinic.shows("needs words"));
    clinic.tap("Close");
    clinic.type("Amendment", "Called on day 3: calf is fine.");
    clinic.tap("Add to the record");
    document = clinic.on_disk();
    REQUIRE(document.amendments.size() == 1);
    CHECK(document.amendments[0].text == "Called on day 3: calf is fine.");
    CHECK(document.amendments[0].by == "Tom Reyes, LMT");
    CHECK(app::signature_holds(document));
    CHECK(clinic.shows("Called on day 3: calf is fine."));
}

TEST_CASE("a signed session that somebody changed in its file says so") {
    Clinic clinic;
    clinic.tap("Open brief");
    clinic.tap("Share");
    clinic.tap("Sign the session");
    clinic.tap("Sign and lock");
    clinic.tap("Today");
    app::Document document = clinic.on_disk();
    const auto file = clinic.store->session_file(document.id);
    document.note = "Something else.";
    REQUIRE(engine::write_file_durably(file, app::to_json(document, 99)).ok());
    clinic.start(10);
    REQUIRE(clinic.workspace->open(document.id).ok());
    clinic.shell->go_to(app::Screen::share);
    clinic.driver->settle();
    CHECK(clinic.shows("Changed after it was signed"));
}

TEST_CASE("what another room does appears by itself") {
    const TwoRooms rooms;
    rooms.other_does(mark_calf());
    rooms.other_does(app::SetMarkLevel{calf_mark().id, 7});
    CHECK(rooms.clinic.shell->document().marks.empty());
    rooms.clinic.driver->rest(2);
    REQUIRE(rooms.clinic.shell->document().marks.size() == 1);
    CHECK(rooms.clinic.shell->document().marks[0].level == 7);
    CHECK(rooms.clinic.shows("Calf, left"));
}

TEST_CASE("two notes that were written at once are put side by side") {
    TwoRooms rooms;
    rooms.clinic.tap("Plan");
    rooms.other_does(app::SetNote{"Guarded at first."});
    rooms.clinic.type("Session note", "Softer after ten minutes.");
    CHECK(rooms.clinic.on_disk().note == "Guarded at first.");
    rooms.clinic.tap("Two versions");
    CHECK(rooms.clinic.shows("Guarded at first."));
    CHECK(rooms.clinic.shows("Softer after ten minutes."));
    rooms.clinic.tap("Keep both texts");
    CHECK(rooms.clinic.on_disk().note == "Guarded at first.\nSofter after ten minutes.");
    CHECK(rooms.clinic.on_disk().conflicts.empty());
    CHECK(rooms.clinic.node("Two versions") == nullptr);
}

TEST_CASE("the file follows when the hands rest, and when the session is left") {
    Clinic clinic;
    clinic.tap("Open brief");
    clinic.tap("Plan");
    const std::string id = clinic.shell->document().id;
    const auto note = [&] { return clinic.store->read_session(id)->document.note; };
    clinic.type("Session note", "Softer.");
    CHECK(note().empty());
    CHECK(clinic.on_disk().note == "Softer.");
    clinic.driver->rest(5);
    CHECK(note() == "Softer.");
    CHECK(clinic.shell->wait_s(clinic.driver->now_s()) <= 1.5);
    CHECK_FALSE(clinic.shell->is_due(clinic.driver->now_s() + 2, test::today())); // nothing to draw
    clinic.type("Session note", " And warm.");
    clinic.workspace.reset(); // the program ends
    CHECK(note() == "Softer. And warm.");
}

TEST_CASE("a session from the future is shown and cannot be changed") {
    Clinic clinic;
    clinic.tap("Open brief");
    app::Document document = clinic.shell->document();
    document.version = 3;
    REQUIRE(engine::write_file_durably(clinic.store->session_file(document.id),
                                       app::to_json(document, 5))
                .ok());
    clinic.start(10);
    clinic.tap("Open brief");
    CHECK(clinic.shows("Read only"));
    clinic.tap("Plan");
    clinic.type("Session note", "x");
    CHECK(clinic.shows("written by a newer Palpate"));
    CHECK(clinic.on_disk().note.empty());
}

TEST_CASE("what was recovered is told in words") {
    using app::recovery_words;
    CHECK(recovery_words({}).empty());
    CHECK(recovery_words({{.session = "a", .client = "Maya Lindgren", .commands = 3}}) ==
          "Palpate ended in the middle of its work. 3 changes of Maya Lindgren's session were not "
          "in its file yet and are saved now.");
    CHECK(recovery_words({{.session = "a", .client = "Maya", .commands = 1, .damaged = true}})
              .find("kept in the folder journal") != std::string::npos);
}
