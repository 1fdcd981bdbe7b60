#include "tours/record_tour.hpp"

#include "model/session/document_json.hpp"
#include "tours/tour.hpp"

#include <filesystem>
#include <vector>

namespace app {

using engine::Done;
using engine::Result;

namespace {

/// Another room writes into the open session.
Result<Done> other_room(Tour &tour, const Command &command) {
    auto &program = *tour.program().store;
    auto record = program.open(tour.program().shell->document().id);
    if (!record)
        return record.error();
    return (*record)->commit(command);
}

void two_versions(Tour &tour) {
    tour.go_to(Screen::plan);
    if (tour.failed())
        return;
    tour.keep(other_room(tour, SetNote{"Calf guarded at first; asked to ease off twice."}));
    tour.type("Session note", "Left calf softer after ten minutes, pressure 2 to 3.");
    tour.picture("plan-two-versions").tap("Two versions").picture("versions");
    tour.tap("Keep both texts").picture("versions-settled");
}

void sign_and_amend(Tour &tour) {
    tour.go_to(Screen::share).tap("Sign the session").picture("sign").tap("Sign and lock");
    tour.picture("signed").tap("Add an amendment").picture("amend");
    tour.type("Amendment", "Called on day 3: the calf is fine, stairs are fine.");
    tour.picture("amend-typed").tap("Add to the record").picture("amended");
}

// A file that somebody changed by hand, and one of a later version.
void changed_outside(Tour &tour) {
    if (tour.failed())
        return;
    Workspace &workspace = *tour.program().workspace;
    FolderStore &store = *tour.program().store;
    workspace.session().save();
    Document document = workspace.document();
    document.note += " Nothing to worry about.";
    tour.keep(store.write_session({document, 90}));
    tour.keep(workspace.open(document.id));
    tour.go_to(Screen::share).picture("changed-after-signing");
    document.version = Document::schema_version + 1;
    tour.keep(store.files().write(session_name(document.id), to_json(document, 91)));
    tour.keep(workspace.open(document.id));
    tour.go_to(Screen::brief).picture("from-the-future");
}

} // namespace

Result<std::vector<std::filesystem::path>> record_pictures(const Options &options) {
    auto begun = Tour::begin(options, options.screens / "records", true);
    if (!begun)
        return begun.error();
    Tour &tour = **begun;
    tour.tap("Open brief");
    two_versions(tour);
    sign_and_amend(tour);
    changed_outside(tour);
    return tour.result();
}

} // namespace app
