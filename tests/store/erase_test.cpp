#include "base/file.hpp"
#include "catch.hpp"
#include "example_session.hpp"
#include "files_of.hpp"
#include "store/files/client_file.hpp"
#include "store/record/erase.hpp"
#include "store/record/folder_store.hpp"
#include "temp_folder.hpp"

#include <fstream>
#include <set>

using namespace app;
namespace fs = std::filesystem;
using test::atlas;
using test::id;
using test::ines;
using test::now;
using test::open_store;

namespace {

Document session_of_client(std::uint64_t session, std::uint64_t client, std::string name) {
    Document document = test::example();
    document.id = id(session);
    document.client.id = id(client);
    document.client.name = std::move(name);
    return document;
}

/// Maya (client 50) with two sessions, one with a command in its journal; Tom (client 60) with one.
FolderStore two_clients(const fs::path &folder) {
    FolderStore store = open_store(folder, ines());
    REQUIRE(store.save(session_of_client(101, 50, "Maya Lindgren")).ok());
    REQUIRE(store.save(session_of_client(102, 50, "Maya Lindgren")).ok());
    REQUIRE(store.save(session_of_client(103, 60, "Tom Bauer")).ok());
    auto record = store.open(id(102));
    REQUIRE(record.ok());
    REQUIRE(commit(**record, SetNote{"Maya runs on Sunday"}, atlas()).ok());
    fs::create_directories(folder / "summaries");
    for (const char *client : {"maya-lindgren", "tom-bauer"})
        std::ofstream(folder / "summaries" / (std::string("2026-11-20-") + client + "-summary.pdf"))
            << client;
    std::ofstream(folder / "journal" / (id(101) + ".damaged-1")) << "Maya Lindgren";
    std::ofstream(folder / "sessions" / (id(101) + ".json.tmp-1-0")) << "Maya Lindgren";
    return store;
}

std::set<std::string> files_with(const fs::path &folder, std::string_view words) {
    std::set<std::string> names;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() &&
            (entry.path().string().find(words) != std::string::npos ||
             engine::read_file(entry.path(), 1 << 24).value().find(words) != std::string::npos))
            names.insert(fs::relative(entry.path(), folder).string());
    return names;
}

} // namespace

TEST_CASE("nothing is left of a client who was deleted but the tombstone") {
    test::TempFolder folder;
    FolderStore store = two_clients(folder.path());
    REQUIRE(store.shelf({}).ok());
    REQUIRE(!files_with(folder.path(), "Maya").empty());
    const std::string toms = store.files().path("sessions") / (id(103) + ".json");
    const std::string before = engine::read_file(toms, 1 << 20).value();

    const auto gone = erase_client(store, id(50), "Ines Ferreira", now, "asked for by letter");
    INFO((gone.ok() ? "" : gone.error().message));
    REQUIRE(gone.ok());
    CHECK(gone->sessions == 2);
    CHECK(files_with(folder.path(), "Maya") == std::set<std::string>{});
    CHECK(files_with(folder.path(), "maya") == std::set<std::string>{});
    CHECK(files_with(folder.path(), id(101)) == std::set<std::string>{"audit/log.jsonl"});
    CHECK(files_with(folder.path(), id(50)) ==
          std::set<std::string>{"audit/log.jsonl", "tombstones/" + id(50) + ".json"});
    // Others are as they were.
    CHECK(engine::read_file(toms, 1 << 20).value() == before);
    CHECK(fs::exists(folder.path() / "summaries" / "2026-11-20-tom-bauer-summary.pdf"));
    CHECK(store.load(id(103)).ok());
    CHECK_FALSE(store.load(id(101)).ok());

    const auto tombstone =
        tombstone_from_json(store.files().read(tombstone_name(id(50)), 1 << 16).value());
    REQUIRE(tombstone.ok());
    CHECK(tombstone->client == id(50));
    CHECK(tombstone->at == now);
    CHECK(tombstone->who == "Ines Ferreira");
    CHECK(tombstone->reason == "asked for by letter");
    CHECK(tombstone->sessions == 2);
    CHECK(tombstone->finished);
    AuditLine last;
    REQUIRE(read_audit(store.files(), [&](const AuditLine &line) { last = line; }).ok());
    CHECK(last.entry.what == Deed::deleted);
    CHECK(last.entry.client == id(50));
    CHECK(last.entry.detail == "2 sessions");
}

TEST_CASE("who still works on a session of a deleted client is refused in plain words") {
    test::TempFolder folder;
    FolderStore store = two_clients(folder.path());
    FolderStore other = open_store(folder.path(), ines());
    auto record = other.open(id(101));
    REQUIRE(record.ok());
    REQUIRE(commit(**record, SetNote{"before"}, atlas()).ok());
    REQUIRE(erase_client(store, id(50), "Ines Ferreira", now, "").ok());
    CHECK_FALSE(commit(**record, SetNote{"Maya again"}, atlas()).ok());
    CHECK_FALSE((*record)->save().ok());
    const auto saved = other.save(session_of_client(104, 50, "Maya Lindgren"));
    REQUIRE_FALSE(saved.ok());
    CHECK(saved.error().message ==
          "This client was deleted for good, so nothing more can be saved for them. Close the "
          "session.");
    CHECK(files_with(folder.path(), "Maya") == std::set<std::string>{});
}

TEST_CASE("what a program that was killed has not deleted, the next open deletes") {
    test::TempFolder folder;
    const std::string sentence = tombstone_to_json({.client = id(50),
                                                    .at = now,
                                                    .who = "Ines Ferreira",
                                                    .reason = "",
                                                    .sessions = 2,
                                                    .finished = false});
    (void)two_clients(folder.path());
    // Killed after the tombstone and one of the sessions.
    fs::create_directory(folder.path() / "tombstones");
    std::ofstream(folder.path() / tombstone_name(id(50))) << sentence;
    fs::remove(folder.path() / "sessions" / (id(101) + ".json"));
    fs::remove(folder.path() / "sessions" / (id(101) + ".json.tmp-1-0"));
    fs::remove(folder.path() / "journal" / (id(101) + ".damaged-1"));

    const FolderStore store = open_store(folder.path(), ines());
    CHECK(files_with(folder.path(), "Maya") == std::set<std::string>{});
    CHECK(tombstone_from_json(store.files().read(tombstone_name(id(50)), 1 << 16).value())
              .value()
              .finished);
    CHECK(store.load(id(103)).ok());
}

TEST_CASE("a client who is not there cannot be deleted") {
    test::TempFolder folder;
    FolderStore store = two_clients(folder.path());
    for (const std::string &who : {id(70), std::string("../x"), std::string()}) {
        const auto gone = erase_client(store, who, "Ines Ferreira", now, "");
        REQUIRE_FALSE(gone.ok());
        CHECK(gone.error().message ==
              "There is no client with the id " + who + ". Nothing was deleted.");
    }
    CHECK_FALSE(fs::exists(folder.path() / "tombstones"));
}
