#include "base/file.hpp"
#include "catch.hpp"
#include "example_session.hpp"
#include "files_of.hpp"
#include "store/record/folder_store.hpp"
#include "temp_folder.hpp"

#include <sys/stat.h>

using namespace app;
namespace fs = std::filesystem;
using test::atlas;
using test::bytes_of;
using test::id;
using test::open_store;

namespace {

Document with_name(std::string name, std::uint64_t number) {
    Document document = test::example();
    document.id = id(number);
    document.client.name = std::move(name);
    return document;
}

Client example_client() {
    return with_session({}, test::example());
}

} // namespace

TEST_CASE("a client's file comes back, with what this version does not know") {
    Client client = example_client();
    client.figure = ClientFigure{"female", -0.25, R"({"shoes":"43"})"};
    client.language = "es";
    client.unknown = R"({"phone":"555"})";
    const std::string text = client_to_json(client);
    CHECK(text.find("\"format\": \"palpate-client\"") != std::string::npos);
    CHECK(text.find("\"phone\": \"555\"") != std::string::npos);
    CHECK(text.find("\"shoes\": \"43\"") != std::string::npos);
    CHECK(client_from_json(text).value() == client);
}

TEST_CASE("a client's file that cannot be is told in words") {
    const std::string good = client_to_json(example_client());
    const auto with = [&](std::string_view what, std::string_view instead) {
        std::string text = good;
        const auto at = text.find(what);
        REQUIRE(at != std::string::npos);
        return text.replace(at, what.size(), instead);
    };
    const auto message = [](const std::string &text) {
        const auto client = client_from_json(text);
        return client.ok() ? std::string() : client.error().message;
    };
    CHECK(message(good).empty());
    CHECK(message(with("\"version\": 1", "\"version\": 2")).find("newer Palpate") !=
          std::string::npos);
    CHECK(message(with("palpate-client", "palpate-session")).find("another kind") !=
          std::string::npos);
    CHECK(message(good.substr(0, good.size() / 2)).find("cut short") != std::string::npos);
    CHECK(message(with(id(2), "nobody")).find("not a UUID") != std::string::npos);
    CHECK(message(with("1992-03-14", "1992-02-30")).find("day of birth") != std::string::npos);
    CHECK(message(with("Maya Lindgren (example)", "")).find("no name") != std::string::npos);
    CHECK(message("[]").find("another kind") != std::string::npos);
    CHECK_FALSE(client_from_json(std::string(max_client_bytes + 1, ' ')).ok());
}

TEST_CASE("saving a session makes the client's file, for its owner only") {
    const test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    CHECK_FALSE(store.client(id(2)).value().has_value());
    Document document = test::example();
    document.language = "es";
    document.figure = ClientFigure{"female", 0.5, {}};
    REQUIRE(store.save(document).ok());
    const fs::path file = folder.path() / "clients" / (id(2) + ".json");
    struct stat status{};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777u) == 0600u);
    const auto client = store.client(id(2)).value();
    REQUIRE(client.has_value());
    CHECK(client->who == document.client);
    CHECK(client->created_at == document.appointment.start);
    CHECK(client->last_session == document.id);
    CHECK(client->language == "es");
    CHECK(client->figure == document.figure);

    const std::string before = bytes_of(file);
    REQUIRE(store.save(document).ok()); // nothing new: the very same file
    struct stat again{};
    REQUIRE(::stat(file.c_str(), &again) == 0);
    CHECK(again.st_ino == status.st_ino);
    CHECK(bytes_of(file) == before);
}

TEST_CASE("the client's file keeps its name, and takes language and figure of the last session") {
    const test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    REQUIRE(store.save(with_name("Maya Lindgren", 100)).ok());
    Document later = with_name("Maya L.", 200);
    later.language = "es";
    REQUIRE(store.save(later).ok());
    Document earlier = with_name("Maya", 50);
    earlier.language = "en";
    REQUIRE(store.save(earlier).ok());
    const auto client = store.client(id(2)).value();
    CHECK(client->who.name == "Maya Lindgren");
    CHECK(client->last_session == id(200));
    CHECK(client->language == "es");
    CHECK(store.load(id(200))->client.name == "Maya L.");
    const auto shelf = store.shelf({.now = test::at(0)});
    REQUIRE(shelf.ok());
    REQUIRE(shelf->clients.size() == 1);
    CHECK(shelf->clients[0].client.name == "Maya Lindgren");
    CHECK(shelf->clients[0].last.client.name == "Maya L.");
    CHECK(shelf->clients[0].sessions == 3);
}

TEST_CASE("a client's file that cannot be read is told and never touched") {
    const test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    REQUIRE(store.save(test::example()).ok());
    const fs::path file = folder.path() / "clients" / (id(2) + ".json");
    const std::string broken = "{\"format\": \"palpate-client\", \"version\": 9}";
    REQUIRE(engine::write_file_durably(file, broken).ok());
    REQUIRE(store.save(with_name("Somebody", 100)).ok());
    CHECK(bytes_of(file) == broken);
    CHECK_FALSE(store.client(id(2)).ok());
    const auto shelf = store.shelf({.now = test::at(0)});
    REQUIRE(shelf.ok());
    REQUIRE(shelf->unreadable.size() == 1);
    CHECK(shelf->unreadable[0].file == file);
    CHECK(shelf->unreadable[0].message.find("newer Palpate") != std::string::npos);
    REQUIRE(shelf->clients.size() == 1);
    CHECK(shelf->clients[0].client.name == "Somebody"); // as the newest session has it
    CHECK(shelf->sessions == 2);
}
