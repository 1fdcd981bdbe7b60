#include "base/file.hpp"
#include "catch.hpp"
#include "changes.hpp"
#include "files_of.hpp"
#include "store/disk/clinic_lock.hpp"
#include "store/record/folder_store.hpp"
#include "temp_folder.hpp"

#include <fstream>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace app;
namespace fs = std::filesystem;
using test::atlas;
using test::bytes_of;
using test::id;
using test::open_store;

namespace {

constexpr std::uint64_t clients_from = 900'000;

/// Session `number` of client `client`, an hour after the one before.
Document session(std::uint64_t number, std::uint64_t client, const std::string &name) {
    Document document = test::example();
    document.id = engine::uuid7(1'795'190'400'000 + static_cast<std::int64_t>(number), 0, number);
    document.client.id = id(clients_from + client);
    document.client.name = name;
    document.appointment.start = test::at(static_cast<int>(number) * 60);
    return document;
}

/// Ten clients with three sessions each.
void fill_store(FolderStore &store) {
    for (std::uint64_t number = 0; number < 30; ++number)
        REQUIRE(
            store.save(session(number, number % 10, "Client " + std::to_string(number % 10))).ok());
}

Shelf shelf_of(const FolderStore &store, const std::string &filter = {}, std::size_t most = 30) {
    auto shelf = store.shelf({test::at(0), filter, most});
    REQUIRE(shelf.ok());
    return std::move(*shelf);
}

std::vector<std::string> names(const Shelf &shelf) {
    std::vector<std::string> names;
    for (const ClientRow &row : shelf.clients)
        names.push_back(row.client.name);
    return names;
}

/// Until the clock of the disk has moved on: what comes now has another time.
void pass_a_tick() {
    ::usleep(30'000);
}

void write_bytes(const fs::path &file, const std::string &bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// An index over a folder that counts how many files it reads.
struct Counted {
    explicit Counted(const fs::path &folder)
        : store(open_store(folder)),
          index(store.files(), {[this](const std::string &session_id) {
                                    ++sessions_read;
                                    return store.load(session_id);
                                },
                                [this](const std::string &client_id) -> engine::Result<Client> {
                                    ++clients_read;
                                    auto client = store.client(client_id);
                                    if (!client)
                                        return client.error();
                                    return client->value();
                                }}) {}
    Shelf shelf() {
        auto shelf = index.shelf({test::at(0)});
        REQUIRE(shelf.ok());
        return std::move(*shelf);
    }
    int sessions_read = 0, clients_read = 0;
    FolderStore store;
    Index index;
};

} // namespace

TEST_CASE("the shelf has today by time and the newest clients, with a count of the others") {
    const test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    fill_store(store);
    const Shelf shelf = shelf_of(store, {}, 4);
    CHECK(shelf.sessions == 30);
    CHECK(shelf.more == 6);
    CHECK(names(shelf) == std::vector<std::string>{"Client 9", "Client 8", "Client 7", "Client 6"});
    CHECK(shelf.clients[0].sessions == 3);
    CHECK(shelf.clients[0].last.id == session(29, 9, "").id);
    REQUIRE_FALSE(shelf.today.empty());
    CHECK(shelf.today.size() < 30); // the example begins in the evening
    CHECK(shelf.today[0].session.id == session(0, 0, "").id);
    CHECK_FALSE(shelf.today[0].last_visit.has_value());
    const auto tomorrow = store.shelf({.now = test::at(24 * 60)});
    REQUIRE(tomorrow.ok());
    CHECK(tomorrow->today.back().last_visit.has_value());
    const auto own = store.sessions_of(id(clients_from + 3));
    REQUIRE(own.ok());
    REQUIRE(own->size() == 3);
    CHECK((*own)[0].id == session(3, 3, "").id);
    CHECK((*own)[2].id == session(23, 3, "").id);
}

TEST_CASE("day-3 calls are due from their day on for two weeks, and an answer ends them") {
    test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    Document called = session(1, 1, "Client 1"), early = session(2, 2, "Client 2");
    called.follow_up_due = "2026-11-23";
    early.follow_up_due = "2026-11-22";
    for (Document *document : {&called, &early})
        *document = test::after(*document, Sign{"Tom Reyes, LMT", "204417", test::at(70)});
    REQUIRE(store.save(called).ok());
    REQUIRE(store.save(early).ok());
    REQUIRE(store.save(session(3, 3, "Client 3")).ok());
    const auto calls_on = [&](std::string_view day, const std::string &filter = {}) {
        const auto shelf = store.shelf(
            {engine::parse_iso(std::string(day) + "T08:00:00+01:00").value(), filter, 30});
        REQUIRE(shelf.ok());
        std::vector<std::string> names;
        for (const SessionRow &row : shelf->calls)
            names.push_back(row.client.name);
        return names;
    };
    using Names = std::vector<std::string>;
    CHECK(calls_on("2026-11-21").empty());
    CHECK(calls_on("2026-11-22") == Names{"Client 2"});
    CHECK(calls_on("2026-11-23") == Names{"Client 2", "Client 1"});
    CHECK(calls_on("2026-11-23", "client 1") == Names{"Client 1"});
    CHECK(calls_on("2026-12-07") == Names{"Client 1"});
    CHECK(calls_on("2026-12-08").empty());
    REQUIRE(early.marks[2].channel == Channel::avoid); // nobody is asked about it
    early.follow_up.push_back({.mark = early.marks[0].id, .level = 2});
    REQUIRE(store.save(early).ok());
    CHECK(calls_on("2026-11-23") == Names{"Client 2", "Client 1"}); // one place was not asked yet
    early.follow_up.push_back({.mark = early.marks[1].id, .level = 2});
    REQUIRE(store.save(early).ok());
    CHECK(calls_on("2026-11-23") == Names{"Client 1"});
    fs::remove(store.files().path("index.sqlite")); // found again in the files
    CHECK(calls_on("2026-11-23") == Names{"Client 1"});
}

TEST_CASE("a search finds names without capitals and accents, and with a typing error") {
    const test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    std::uint64_t number = 0;
    for (const char *name : {"Maya Lindgren", "Jos\u00E9 Ibarra", "Mayra Lund", "Ben O'Neil"}) {
        REQUIRE(store.save(session(number, number, name)).ok());
        ++number;
    }
    CHECK(names(shelf_of(store, "maya l")) ==
          std::vector<std::string>{"Maya Lindgren", "Mayra Lund"});
    CHECK(names(shelf_of(store, "JOSE")) == std::vector<std::string>{"Jos\u00E9 Ibarra"});
    CHECK(names(shelf_of(store, "lindgrne")) == std::vector<std::string>{"Maya Lindgren"});
    CHECK(names(shelf_of(store, "oneil")) == std::vector<std::string>{"Ben O'Neil"});
    const Shelf nobody = shelf_of(store, "zebra");
    CHECK(nobody.clients.empty());
    CHECK(nobody.today.empty());
    CHECK(nobody.sessions == 4);
    const Shelf one = shelf_of(store, "ma", 1);
    CHECK(names(one) == std::vector<std::string>{"Mayra Lund"});
    CHECK(one.more == 1);
    REQUIRE(store.save(session(9, 9, "Mattis Berg")).ok()); // a search sees what came since
    CHECK(names(shelf_of(store, "ma", 1)) == std::vector<std::string>{"Mattis Berg"});
}

TEST_CASE("deleting or breaking the index loses nothing") {
    const test::TempFolder folder;
    FolderStore filled = open_store(folder.path());
    fill_store(filled);
    const Shelf before = shelf_of(filled);
    REQUIRE(before.sessions == 30);
    const fs::path index = folder.path() / "index.sqlite";
    struct stat status{};
    REQUIRE(::stat(index.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777u) == 0600u);

    const std::string good = bytes_of(index);
    const auto is_rebuilt = [&](const char *how) {
        INFO(how);
        const FolderStore store = open_store(folder.path());
        CHECK(shelf_of(store) == before);
        CHECK(store.sessions_of(id(clients_from)).value().size() == 3);
        CHECK(shelf_of(filled) == before); // also who had it open
        CHECK(bytes_of(index).starts_with("SQLite format 3"));
    };
    fs::remove(index);
    is_rebuilt("deleted");
    write_bytes(index, "this is no database, though it is long enough to look like one");
    is_rebuilt("garbage");
    write_bytes(index, "");
    is_rebuilt("empty");
    write_bytes(index, good.substr(0, good.size() / 2));
    is_rebuilt("cut short");
    std::string torn = good;
    for (std::size_t at = 4096; at < torn.size(); at += 7)
        torn[at] = static_cast<char>(torn[at] ^ 0x5A);
    write_bytes(index, torn);
    is_rebuilt("torn pages");
    sqlite3 *other = nullptr;
    REQUIRE(sqlite3_open(index.c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "PRAGMA user_version = 77", nullptr, nullptr, nullptr) ==
            SQLITE_OK);
    sqlite3_close(other);
    is_rebuilt("of another version");
    fs::remove(index);
    fs::create_directories(index / "folder");
    const FolderStore store = open_store(folder.path());
    CHECK(shelf_of(store) == before); // in memory
}

TEST_CASE("what was added, changed or removed behind its back is taken in, and only that is read") {
    const test::TempFolder folder;
    {
        FolderStore store = open_store(folder.path());
        fill_store(store);
    }
    Counted counted(folder.path());
    pass_a_tick();
    const Shelf before = counted.shelf();
    pass_a_tick();
    counted.sessions_read = counted.clients_read = 0;
    CHECK(counted.shelf() == before);
    CHECK(counted.sessions_read == 0); // nothing has changed: nothing is read
    CHECK(counted.clients_read == 0);

    const auto file = [&](const Document &document) {
        return folder.path() / "sessions" / (document.id + ".json");
    };
    const Document added = session(500, 50, "Added");
    REQUIRE(engine::write_file_durably(file(added), to_json(added)).ok());
    const Document changed = session(29, 9, "Changed");
    REQUIRE(engine::write_file_durably(file(changed), to_json(changed)).ok());
    fs::remove(file(session(0, 0, "")));
    pass_a_tick();
    const Shelf after = counted.shelf();
    CHECK(counted.sessions_read == 2);
    CHECK(counted.clients_read == 0);
    CHECK(after.sessions == 30);
    CHECK(after.clients[0].client.name == "Added");
    CHECK(after.clients[1].last.client.name == "Changed");
    CHECK(counted.index.sessions_of(id(clients_from)).value().size() == 2);
    CHECK(after.clients.size() == 11);

    // In its place, which no folder tells of.
    std::string text = bytes_of(file(added));
    text.replace(text.find("\"Added\""), 7, "\"Other\"");
    write_bytes(file(added), text);
    CHECK(counted.shelf().clients[0].client.name == "Other");

    for (int number : {1, 2}) // the clients with two sessions left and with none
        fs::remove(file(session(static_cast<std::uint64_t>(number) * 10, 0, "")));
    CHECK(counted.shelf().clients.size() == 10);
}

TEST_CASE("what cannot be read is told once and read again when it changes") {
    const test::TempFolder folder;
    {
        FolderStore store = open_store(folder.path());
        fill_store(store);
    }
    const fs::path broken = folder.path() / "sessions" / (id(77) + ".json");
    write_bytes(broken, "{\"format\": ");
    pass_a_tick();
    Counted counted(folder.path());
    REQUIRE(counted.shelf().unreadable.size() == 1);
    counted.sessions_read = 0;
    CHECK(counted.shelf().unreadable.size() == 1);
    CHECK(counted.sessions_read == 0);
    Document mended = test::example();
    mended.id = id(77);
    write_bytes(broken, to_json(mended));
    const Shelf shelf = counted.shelf();
    CHECK(shelf.unreadable.empty());
    CHECK(shelf.sessions == 31);
    write_bytes(broken, "{");
    CHECK(counted.shelf().unreadable.size() == 1);
    fs::remove(broken);
    CHECK(counted.shelf().unreadable.empty());
    CHECK(counted.shelf().sessions == 30);
}

TEST_CASE("our own saves keep the index up to date without reading files again") {
    const test::TempFolder folder;
    {
        FolderStore store = open_store(folder.path());
        fill_store(store);
        pass_a_tick();
        (void)shelf_of(store); // complete
        for (std::uint64_t number = 30; number < 40; ++number)
            REQUIRE(store.save(session(number, 3, "Client 3")).ok());
    }
    Counted counted(folder.path());
    const Shelf shelf = counted.shelf();
    CHECK(counted.sessions_read == 0);
    CHECK(counted.clients_read == 0);
    CHECK(shelf.sessions == 40);
    CHECK(shelf.clients[0].client.name == "Client 3");
    CHECK(shelf.clients[0].sessions == 13);
}

TEST_CASE("the index of an encrypted clinic holds nothing that can be read") {
    const test::TempFolder folder;
    auto files = ClinicFiles::open(folder.path());
    REQUIRE(files.ok());
    REQUIRE(files->begin_encryption("correct horse battery", quick_passphrase_cost).ok());
    REQUIRE(files->finish_change().ok());
    auto store = FolderStore::open(std::move(*files), atlas());
    REQUIRE(store.ok());
    fill_store(*store);
    const Shelf shelf = shelf_of(*store);
    CHECK(shelf.sessions == 30);
    CHECK(shelf.clients.size() == 10);
    CHECK(names(shelf_of(*store, "client 7")) == std::vector<std::string>{"Client 7"});
    CHECK(store->sessions_of(id(clients_from + 7)).value().size() == 3);
    write_bytes(folder.path() / "sessions" / (id(5) + ".json"), "{}");
    CHECK(shelf_of(*store).unreadable.size() == 1);

    const std::string index = bytes_of(folder.path() / "index.sqlite");
    CHECK(index.find(session(3, 3, "").id) != std::string::npos); // as the names of the files
    for (const std::string &words :
         {std::string("Client"), id(clients_from + 3), std::string("2026-"), std::string("Runners"),
          std::string("appointment"), shelf_of(*store).unreadable[0].message})
        CHECK(index.find(words) == std::string::npos);
    fs::remove(folder.path() / "index.sqlite");
    fs::remove(folder.path() / "sessions" / (id(5) + ".json"));
    CHECK(shelf_of(*store) == shelf);
}

TEST_CASE("several processes save and look at the same time") {
    const test::TempFolder folder;
    (void)open_store(folder.path());
    constexpr std::uint64_t writers = 4, each = 15;
    std::vector<pid_t> children;
    for (std::uint64_t writer = 0; writer < writers; ++writer) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto store = FolderStore::open(folder.path(), atlas());
            for (std::uint64_t i = 0; i < each; ++i)
                if (!store->save(session(writer * 100 + i, writer, "Writer")).ok() ||
                    !store->shelf({.now = test::at(0)}).ok())
                    ::_exit(1);
            ::_exit(0);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(status == 0);
    }
    const Shelf shelf = shelf_of(open_store(folder.path()));
    CHECK(shelf.sessions == writers * each);
    REQUIRE(shelf.clients.size() == writers);
    for (const ClientRow &row : shelf.clients)
        CHECK(row.sessions == each);
    fs::remove(folder.path() / "index.sqlite");
    CHECK(shelf_of(open_store(folder.path())) == shelf);
}

TEST_CASE("an index that somebody else holds keeps nobody from saving and looking") {
    const test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    fill_store(store);
    sqlite3 *other = nullptr;
    REQUIRE(sqlite3_open((folder.path() / "index.sqlite").c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
    REQUIRE(store.save(session(100, 100, "New")).ok());
    CHECK(store.load(session(100, 100, "").id).ok());
    CHECK(shelf_of(store).sessions == 31);
    REQUIRE(sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(other);
    CHECK(shelf_of(open_store(folder.path())).sessions == 31);
}
