#include "tours/record_tour.hpp"

#include "model/session/document_json.hpp"
#include "store/files/session_name.hpp"
#include "store/record/folder_store.hpp"
#include "tours/tour.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace app {

using engine::Done;
using engine::Result;

namespace {

/// What somebody else does in the folder at the same time.
template <class Work>
void other_room(Tour &tour, const Work &work) {
    if (tour.failed())
        return;
    const auto &program = tour.program();
    auto store = FolderStore::open(program.config.clinic, program.resources->atlas);
    tour.keep(store ? work(*store) : store.error());
}

Result<Done> writes_note(FolderStore &store, const std::string &session, const std::string &note) {
    auto record = store.open(session);
    if (!record)
        return record.error();
    const Committed done = commit(**record, SetNote{note}, store.atlas());
    return done ? Result<Done>(Done{}) : done.error();
}

void two_versions(Tour &tour) {
    tour.go_to(Screen::plan);
    if (tour.failed())
        return;
    other_room(tour, [&](FolderStore &store) {
        return writes_note(store, tour.program().shell->document().id,
                           "Calf guarded at first; asked to ease off twice.");
    });
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
    workspace.session().save();
    Document document = workspace.document();
    document.note += " Nothing to worry about.";
    other_room(tour, [&](FolderStore &store) { return store.write_session({document, 90}); });
    tour.keep(workspace.open(document.id));
    tour.go_to(Screen::share).picture("changed-after-signing");
    document.version = Document::schema_version + 1;
    other_room(tour, [&](FolderStore &store) {
        return store.files().write(session_name(document.id), to_json(document, 91));
    });
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
