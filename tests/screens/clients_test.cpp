#include "base/file.hpp"
#include "base/uuid.hpp"
#include "clinic.hpp"
#include "store/record/erase.hpp"

using test::Clinic;
namespace fs = std::filesystem;

namespace {

constexpr const char *maya = "Maya Lindgren (example), Today";

/// So many others that not all of them are shown.
void add_clients(app::FolderStore &store, const app::Document &like, int count) {
    for (int i = 0; i < count; ++i) {
        app::Document other = like;
        const std::int64_t visit = like.appointment.start.unix_ms - (i + 2) * 86'400'000LL;
        other.id = engine::uuid7(visit, 7, static_cast<std::uint64_t>(i));
        other.client.id = engine::uuid7(visit, 8, static_cast<std::uint64_t>(i));
        other.client.name = "Somebody " + std::to_string(i);
        other.appointment.start.unix_ms = visit;
        REQUIRE(store.save(other).ok());
    }
}

} // namespace

TEST_CASE("a client who was here before gets a new session from the client's sheet") {
    Clinic clinic;
    clinic.tap(maya);
    CHECK(clinic.shows("6 sessions"));
    CHECK(clinic.shows("born 14 March 1992"));
    clinic.tap("New session for Maya");
    CHECK(clinic.node("Client's name") == nullptr);
    clinic.tap("Start");
    CHECK(clinic.shell->ui_state().screen == app::Screen::brief);
    const app::Document &document = clinic.shell->document();
    CHECK(document.client.name == "Maya Lindgren (example)");
    CHECK(document.client.born == "1992-03-14");
    CHECK(document.client.example);
    CHECK(document.appointment.kind == app::SessionKind::regular);
    CHECK(clinic.workspace->past().size() >= 5);
    CHECK(clinic.store->sessions_of(document.client.id).value().size() == 7);
}

TEST_CASE("earlier sessions are opened from the client's sheet") {
    Clinic clinic;
    clinic.tap(maya);
    clinic.tap("Regular, 60 min, 6 Nov");
    CHECK(clinic.shell->ui_state().screen == app::Screen::share);
    CHECK(engine::short_date(clinic.shell->document().appointment.start) == "6 Nov");
    clinic.shell->go_to(app::Screen::home);
    clinic.driver->settle();
    CHECK(clinic.node("Client") == nullptr); // the sheet is closed
}

TEST_CASE("many clients are shown bit by bit, and the search knows them all") {
    Clinic clinic;
    add_clients(*clinic.store, clinic.all_sessions().front(), 70);
    clinic.shell->go_to(app::Screen::home);
    clinic.driver->settle();
    CHECK(clinic.shows("73 clients"));
    CHECK(clinic.workspace->shelf().clients.size() == 30);
    CHECK(clinic.workspace->shelf().more == 43);
    clinic.tap("Show more");
    CHECK(clinic.workspace->shelf().clients.size() == 73);
    CHECK(clinic.node("Show more") == nullptr);
    clinic.type("Find a client", "sombody 69"); // with a letter left out
    REQUIRE(clinic.workspace->shelf().clients.size() == 1);
    CHECK(clinic.workspace->shelf().clients[0].client.name == "Somebody 69");
    CHECK(clinic.shows("1 client"));
}

TEST_CASE("what others do in the folder comes up by itself, and nothing is drawn without it") {
    Clinic clinic;
    clinic.driver->rest(10);
    CHECK_FALSE(clinic.shell->is_due(clinic.driver->now_s() + 5, test::today()));
    auto other = app::FolderStore::open(clinic.data(), test::resources().atlas);
    REQUIRE(other.ok());
    add_clients(*other, clinic.all_sessions().front(), 1);
    CHECK_FALSE(clinic.shows("Somebody 0"));
    clinic.driver->rest(10);
    CHECK(clinic.shows("Somebody 0"));
}

TEST_CASE("a client is deleted for good only after a second question") {
    Clinic clinic;
    const std::string id = clinic.all_sessions().front().client.id;
    const std::string name = clinic.all_sessions().front().client.name;
    clinic.tap(name + ", Today");
    clinic.tap("Delete for good");
    CHECK(clinic.shows("This goes"));
    CHECK(clinic.shows("This stays"));
    const std::string first = name.substr(0, name.find(' '));
    clinic.tap("Keep " + first);
    CHECK(clinic.store->sessions_of(id).value().size() == 6);
    clinic.tap("Delete for good");
    clinic.tap("Delete " + first + " for good");
    CHECK(clinic.store->sessions_of(id).value().empty());
    CHECK(app::is_erased(clinic.store->files(), id));
    CHECK_FALSE(clinic.shows(name));
    CHECK(clinic.workspace->shelf().sessions == 12);
    CHECK(clinic.workspace->shelf().clients.size() == 2);
}

TEST_CASE("an export without graphics says why there is none") {
    Clinic clinic;
    clinic.tap(maya);
    clinic.tap("Export everything");
    CHECK(clinic.shows("this program runs without graphics"));
    CHECK_FALSE(fs::exists(clinic.folder.path() / "summaries"));
}
