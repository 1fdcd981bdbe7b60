#include "base/file.hpp"
#include "catch.hpp"
#include "example_session.hpp"
#include "files_of.hpp"
#include "model/session/document_json.hpp"
#include "session/demo_clinic.hpp"
#include "session/session.hpp"
#include "temp_folder.hpp"

#include <csignal>
#include <fstream>
#include <map>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace app;
namespace fs = std::filesystem;
using test::atlas;
using test::bytes_of;
using test::id;
using test::mode_of;
using test::open_store;

namespace {

Document with_note(std::string note) {
    Document document = test::example();
    document.note = std::move(note);
    return document;
}

/// Saves long notes in turn until it is killed.
[[noreturn]] void save_for_ever(Store &store) {
    for (;;)
        for (const char letter : {'a', 'b'})
            if (!store.save(with_note(std::string(9000, letter))).ok())
                ::_exit(1);
}

/// Stands for a full disk: no file may grow beyond this while it lives.
class SmallDisk {
  public:
    explicit SmallDisk(rlim_t bytes) {
        old_handler_ = std::signal(SIGXFSZ, SIG_IGN);
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &old_) == 0);
        const rlimit limited{bytes, old_.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &limited) == 0);
    }
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, old_handler_);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

  private:
    rlimit old_{};
    void (*old_handler_)(int) = nullptr;
};

std::map<std::string, std::string> demo_files(const fs::path &folder) {
    const auto catalog = HomeworkCatalog::load(PALPATE_SHARE_DIR "/atlas/homework.json");
    REQUIRE(catalog.ok());
    FolderStore store = open_store(folder);
    REQUIRE(create_demo_clinic(store, atlas(), *catalog, test::at(0)).ok());
    std::map<std::string, std::string> files;
    for (const auto &entry : fs::directory_iterator{folder / "sessions"})
        files[entry.path().filename()] = bytes_of(entry.path());
    return files;
}

} // namespace

TEST_CASE("a session is one file for its owner only, and comes back") {
    const test::TempFolder folder;
    FolderStore store = open_store(folder.path() / "clinic");
    REQUIRE(store.save(test::example()).ok());
    const fs::path file = folder.path() / "clinic" / "sessions" / (id(1) + ".json");
    CHECK(store.session_file(id(1)) == file);
    CHECK(mode_of(file) == 0600u);
    CHECK(mode_of(folder.path() / "clinic") == 0700u);
    CHECK(mode_of(folder.path() / "clinic" / "sessions") == 0700u);
    CHECK(store.load(id(1)).value() == test::example());
}

TEST_CASE("an id cannot lead out of the folder") {
    const test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    CHECK_FALSE(store.load("../../etc/passwd").ok());
    CHECK_FALSE(store.load("").ok());
    Document document = test::example();
    document.id = "../outside";
    CHECK_FALSE(store.save(document).ok());
    CHECK_FALSE(fs::exists(folder.path() / "outside.json"));
}

TEST_CASE("the shelf is sorted by time, and what cannot be read is told and not touched") {
    const test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    Document early = test::example(), late = test::example();
    early.id = id(500);
    early.appointment.start.unix_ms -= 1;
    REQUIRE(store.save(late).ok());
    REQUIRE(store.save(early).ok());
    const fs::path broken = folder.path() / "sessions" / (id(7) + ".json");
    std::ofstream{broken} << "{\"format\": \"palpate-session\", \"version\": 9}";
    const fs::path copy = folder.path() / "sessions" / "copy.json";
    fs::copy_file(store.session_file(id(1)), copy);
    std::ofstream{folder.path() / "sessions" / "half.json.tmp-1-0"} << "{";
    const auto shelf = store.shelf({.now = test::at(0)});
    REQUIRE(shelf.ok());
    REQUIRE(shelf->sessions == 2);
    REQUIRE(shelf->today.size() == 2);
    CHECK(shelf->today[0].session == row_of(early));
    CHECK(shelf->today[1].session == row_of(late));
    CHECK(store.sessions_of(id(2)).value() == std::vector{early, late});
    REQUIRE(shelf->unreadable.size() == 2);
    CHECK(shelf->unreadable[0].file == broken);
    CHECK(shelf->unreadable[0].message.find("newer Palpate (version 9)") != std::string::npos);
    CHECK(shelf->unreadable[1].file == copy);
    CHECK(shelf->unreadable[1].message.find("Rename the file") != std::string::npos);
    CHECK(bytes_of(broken) == "{\"format\": \"palpate-session\", \"version\": 9}");
}

TEST_CASE("a program that is killed while it saves leaves the old file or the new one") {
    const test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    REQUIRE(store.save(with_note(std::string(9000, 'a'))).ok());
    int seen_b = 0;
    for (int round = 0; round < 20; ++round) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0)
            save_for_ever(store);
        ::usleep(static_cast<useconds_t>(5000 + round * 6000));
        REQUIRE(::kill(child, SIGKILL) == 0);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        const auto loaded = store.load(id(1));
        REQUIRE(loaded.ok());
        const bool is_a = loaded->note == std::string(9000, 'a');
        const bool is_b = loaded->note == std::string(9000, 'b');
        CHECK((is_a || is_b));
        seen_b += is_b;
        REQUIRE(store.shelf({}).ok());
    }
    CHECK(seen_b > 0);
    CHECK(store.save(with_note("after")).ok());
}

TEST_CASE("when the disk is full the file stays, the change is kept and can be saved later") {
    const test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    REQUIRE(store.save(test::example()).ok());
    Session session{std::move(store.open(id(1)).value()), atlas()};
    const std::string before = bytes_of(store.session_file(id(1)));
    {
        const SmallDisk disk{1000};
        REQUIRE(session.dispatch(SetNote{std::string(5000, 'x')}).ok());
        CHECK_FALSE(session.save_state().saved);
        CHECK(session.save_state().problem ==
              "The disk is full. Free some space, then save again.");
        CHECK(session.document().note == std::string(5000, 'x'));
    }
    CHECK(store.load(id(1)).value() == test::example());
    CHECK(bytes_of(store.session_file(id(1))) == before);
    CHECK(std::distance(fs::directory_iterator{folder.path() / "sessions"},
                        fs::directory_iterator{}) == 1);
    session.save();
    CHECK(session.save_state().saved);
    CHECK(store.load(id(1))->note == std::string(5000, 'x'));
}

TEST_CASE("a folder that cannot be is told in plain words") {
    const test::TempFolder folder;
    std::ofstream{folder.path() / "file"} << "not a folder";
    const auto store = FolderStore::open(folder.path() / "file" / "clinic", atlas());
    REQUIRE_FALSE(store.ok());
    CHECK(store.error().message.find("Choose another folder") != std::string::npos);
    FolderStore gone = open_store(folder.path() / "gone");
    fs::remove_all(folder.path() / "gone");
    CHECK(gone.save(test::example()).error().message.find("does not exist") != std::string::npos);
    CHECK_FALSE(gone.shelf({}).ok());
}

TEST_CASE("the demo clinic is the same on every run and believable") {
    const test::TempFolder one, two;
    const auto files = demo_files(one.path());
    CHECK(files.size() == 18);
    CHECK(demo_files(two.path()) == files);
    const FolderStore clinic = open_store(one.path());
    const auto shelf = clinic.shelf({.now = test::at(0)});
    REQUIRE(shelf.ok());
    CHECK(shelf->unreadable.empty());
    CHECK(shelf->sessions == 18);
    std::vector<Document> sessions;
    for (const ClientRow &row : shelf->clients) {
        auto some = clinic.sessions_of(row.client.id);
        REQUIRE(some.ok());
        sessions.insert(sessions.end(), some->begin(), some->end());
    }
    std::map<std::string, int> visits;
    int closed = 0, ready = 0, waiting = 0;
    for (const Document &session : sessions) {
        INFO(session.client.name << " " << engine::to_iso(session.appointment.start));
        ++visits[session.client.id];
        CHECK(session.client.example);
        CHECK(session.client.name.ends_with("(example)"));
        CHECK(whole_body_minutes(session) >= 10);
        closed += session.stage == Stage::closed;
        ready += session.stage == Stage::ready && !session.marks.empty();
        waiting += session.stage == Stage::before && session.marks.empty();
        if (session.stage == Stage::closed) {
            CHECK_FALSE(session.homework.empty());
            CHECK(session.shared_consent.has_value());
            CHECK_FALSE(session.note.empty());
        }
        const std::string text = to_json(session);
        for (const char *word : {"knot", " fix", "cure", "toxin", "lactic", "diagnos", "injury"})
            CHECK(text.find(word) == std::string::npos);
    }
    CHECK(visits.size() == 3);
    for (const auto &[client, count] : visits)
        CHECK(count == 6);
    CHECK(closed == 15);
    CHECK(ready == 1);
    CHECK(waiting == 2);
}
