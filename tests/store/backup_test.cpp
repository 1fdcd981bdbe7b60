#include "base/file.hpp"
#include "catch.hpp"
#include "example_session.hpp"
#include "files_of.hpp"
#include "store/backup/backup.hpp"
#include "store/backup/verify_store.hpp"
#include "store/record/folder_store.hpp"
#include "temp_folder.hpp"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <map>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace app;
namespace fs = std::filesystem;
using test::atlas;
using test::id;
using test::ines;
using test::now;
using test::open_store;

namespace {

Document session_of(std::uint64_t session) {
    Document document = test::example();
    document.id = id(session);
    return document;
}

/// Three sessions of one client; a command of the last lies in its journal only.
class BackedUpClinic {
  public:
    BackedUpClinic() {
        for (const std::uint64_t session : {101u, 102u, 103u})
            REQUIRE(store.save(session_of(session)).ok());
        record = store.open(id(103)).value();
        REQUIRE(commit(*record, SetNote{"only in the journal"}, atlas()).ok());
    }
    Backup back_up() {
        auto backup = make_backup(store.files(), folder.path() / "backups", now, "0.0.0");
        INFO((backup.ok() ? "" : backup.error().message));
        REQUIRE(backup.ok());
        return std::move(*backup);
    }
    test::TempFolder folder;
    FolderStore store = open_store(folder.path() / "clinic", ines());
    std::unique_ptr<Record> record;
};

std::map<std::string, std::string> contents(const fs::path &folder) {
    std::map<std::string, std::string> files;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[fs::relative(entry.path(), folder).string()] =
                engine::read_file(entry.path(), 1 << 24).value();
    return files;
}

std::vector<std::string> problems_of(const fs::path &backup) {
    const auto checked = verify_backup(backup);
    return checked ? checked->problems : std::vector{checked.error().message};
}

} // namespace

TEST_CASE("a backup holds every file of the clinic as it is, and is put back so") {
    BackedUpClinic clinic;
    REQUIRE(clinic.store.shelf({}).ok()); // there is an index
    const Backup backup = clinic.back_up();
    CHECK(backup.folder == clinic.folder.path() / "backups" / "palpate-2027-01-15-090000");
    CHECK(backup.manifest.sessions == 3);
    CHECK(backup.manifest.clients == 1);
    CHECK_FALSE(backup.manifest.encrypted);
    CHECK(problems_of(backup.folder) == std::vector<std::string>{});

    auto expected = contents(clinic.store.files().folder());
    std::erase_if(expected, [](const auto &file) { return is_passing(file.first); });
    auto held = contents(backup.folder);
    CHECK(held.erase("manifest.json") == 1);
    CHECK(held == expected);

    const fs::path target = clinic.folder.path() / "restored";
    const auto restored = restore_backup(backup.folder, target);
    INFO((restored.ok() ? "" : restored.error().message));
    REQUIRE(restored.ok());
    CHECK(contents(target) == expected);
    CHECK(fs::status(target).permissions() == fs::perms::owner_all);
    CHECK(fs::status(target / "sessions").permissions() == fs::perms::owner_all);
    FolderStore store = open_store(target, ines());
    CHECK(store.load(id(103)).value().note == "only in the journal");
    CHECK(verify_store(store.files(), atlas()).problems == std::vector<std::string>{});
}

TEST_CASE("every damaged byte of a backup is found") {
    BackedUpClinic clinic;
    const Backup backup = clinic.back_up();
    for (const auto &[name, good] : contents(backup.folder)) {
        INFO(name);
        const std::size_t step =
            name == "manifest.json" ? 1 : std::max<std::size_t>(good.size() / 40, 1);
        std::vector<std::size_t> unseen;
        for (std::size_t at = 0; at < good.size(); at += step) {
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 4);
            std::ofstream(backup.folder / name, std::ios::binary | std::ios::trunc) << bad;
            if (problems_of(backup.folder).empty())
                unseen.push_back(at);
        }
        CHECK(unseen == std::vector<std::size_t>{});
        std::ofstream(backup.folder / name, std::ios::binary | std::ios::trunc) << good;
    }
    CHECK(problems_of(backup.folder) == std::vector<std::string>{});
}

TEST_CASE("files that lack in a backup or were put there are named") {
    BackedUpClinic clinic;
    const Backup backup = clinic.back_up();
    const std::string session = "sessions/" + id(102) + ".json";
    std::ofstream(backup.folder / "clients" / "stranger.json") << "{}";
    CHECK(problems_of(backup.folder) ==
          std::vector<std::string>{
              "clients/stranger.json is no part of the backup: somebody has put it there."});
    fs::remove(backup.folder / "clients" / "stranger.json");
    fs::resize_file(backup.folder / session, 10);
    CHECK(problems_of(backup.folder) ==
          std::vector<std::string>{session + " is not as it was when the backup was made: it is "
                                             "damaged, or was changed."});
    fs::remove(backup.folder / session);
    REQUIRE(problems_of(backup.folder).size() == 1);
    CHECK(problems_of(backup.folder).front().find(session) != std::string::npos);
    const fs::path target = clinic.folder.path() / "restored";
    const auto restored = restore_backup(backup.folder, target);
    REQUIRE_FALSE(restored.ok());
    CHECK(restored.error().message.starts_with("The backup is damaged, so nothing was put back."));
    CHECK_FALSE(fs::exists(target));
}

TEST_CASE("the name of a file in a backup can not lead out of its folder") {
    for (const char *name : {"../x", "/etc/x", "a/../../x", "", "a/./b", "sessions/"}) {
        INFO(name);
        Manifest manifest{.at = now, .program = "0.0.0"};
        manifest.files.push_back({name, 1, std::string(64, 'a')});
        CHECK_FALSE(manifest_from_json(manifest_to_json(manifest)).ok());
    }
    Manifest manifest{.at = now, .program = "0.0.0"};
    manifest.files.push_back({"sessions/x.json", 1, std::string(64, 'a')});
    const auto read = manifest_from_json(manifest_to_json(manifest));
    REQUIRE(read.ok());
    CHECK(read->files == manifest.files);
    CHECK(read->at == now);
}

TEST_CASE("backups have names of their own and are found, oldest first") {
    BackedUpClinic clinic;
    const Backup first = clinic.back_up(), second = clinic.back_up();
    CHECK(second.folder.filename() == "palpate-2027-01-15-090000-2");
    CHECK(backups_in(clinic.folder.path() / "backups").value() ==
          std::vector{first.folder, second.folder});
    CHECK(backups_in(first.folder).value() == std::vector{first.folder});
    CHECK_FALSE(backups_in(clinic.store.files().folder()).ok());
    CHECK_FALSE(make_backup(clinic.store.files(), first.folder, now, "0.0.0").ok());
}

TEST_CASE("a backup in the clinic's own folder is refused") {
    BackedUpClinic clinic;
    const fs::path inside = clinic.store.files().folder() / "backups";
    const auto backup = make_backup(clinic.store.files(), inside, now, "0.0.0");
    REQUIRE_FALSE(backup.ok());
    CHECK(backup.error().message.starts_with("The backup would lie in the clinic's own folder"));
    CHECK_FALSE(fs::exists(inside));
}

TEST_CASE("a full disk leaves no half of a backup") {
    BackedUpClinic clinic;
    const fs::path backups = clinic.folder.path() / "backups";
    rlimit old{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &old) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{200, old.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto backup = make_backup(clinic.store.files(), backups, now, "0.0.0");
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &old) == 0);
    (void)std::signal(SIGXFSZ, handler);
    REQUIRE_FALSE(backup.ok());
    CHECK(backup.error().message.find("is full. Free some space") != std::string::npos);
    CHECK(fs::is_empty(backups));
}

TEST_CASE("a backup is put back into a new or an empty folder only") {
    BackedUpClinic clinic;
    const Backup backup = clinic.back_up();
    const fs::path target = clinic.folder.path() / "target";
    REQUIRE(fs::create_directory(target));
    std::ofstream(target / "mine.txt") << "mine";
    const auto refused = restore_backup(backup.folder, target);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message.find("is not empty.") != std::string::npos);
    CHECK(contents(target) == std::map<std::string, std::string>{{"mine.txt", "mine"}});
    fs::remove(target / "mine.txt");
    CHECK(restore_backup(backup.folder, target).ok());
}

TEST_CASE("a backup made while somebody works can be read") {
    BackedUpClinic clinic;
    const fs::path folder = clinic.store.files().folder();
    const pid_t worker = ::fork();
    if (worker == 0) {
        auto record = clinic.store.open(id(102));
        for (int i = 0; record && i < 100'000; ++i) {
            if (!commit(**record, SetNote{std::string(1 + i % 50, 'x')}, atlas()).ok())
                break;
            if (i % 5 == 0 && !(*record)->save().ok())
                break;
        }
        ::_exit(1);
    }
    for (int round = 0; round < 10; ++round) {
        const Backup backup = clinic.back_up();
        CHECK(problems_of(backup.folder) == std::vector<std::string>{});
        const auto files = ClinicFiles::open(backup.folder);
        REQUIRE(files.ok());
        CHECK(verify_store(*files, atlas()).problems == std::vector<std::string>{});
    }
    ::kill(worker, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(worker, &status, 0) == worker);
    CHECK(WIFSIGNALED(status)); // it worked until the end
}

TEST_CASE("what is wrong in a clinic's folder is named") {
    BackedUpClinic clinic;
    clinic.record.reset();
    const ClinicFiles &files = clinic.store.files();
    const auto problem = [&](const std::string &name, const std::string &bytes) {
        const bool there = fs::exists(files.path(name));
        const std::string good = there ? engine::read_file(files.path(name), 1 << 24).value() : "";
        std::ofstream(files.path(name), std::ios::binary | std::ios::trunc) << bytes;
        const Checked checked = verify_store(files, atlas());
        if (there)
            std::ofstream(files.path(name), std::ios::binary | std::ios::trunc) << good;
        else
            fs::remove(files.path(name));
        return checked.problems.empty() ? "" : checked.problems.front();
    };
    CHECK(verify_store(files, atlas()).problems == std::vector<std::string>{});
    const std::string session = "sessions/" + id(101) + ".json";
    const std::string other =
        engine::read_file(files.path("sessions/" + id(102) + ".json"), 1 << 24).value();
    CHECK(problem(session, "{").starts_with(session + ": "));
    CHECK(problem(session, other) ==
          session + ": it holds the session " + id(102) + ", and must have that as its name.");
    CHECK(problem("journal/" + id(103) + ".jsonl", "nonsense\n")
              .find("its journal has a line that cannot be read") != std::string::npos);
    CHECK(problem("journal/" + id(109) + ".jsonl", "x\n")
              .find("the session that it belongs to is not there") != std::string::npos);
    CHECK(problem("clients/" + id(2) + ".json", "[]").starts_with("clients/" + id(2)));
    CHECK(problem("settings.json", "[]").find("settings.json") != std::string::npos);
    CHECK(problem("audit/log.jsonl", "").find("are missing") != std::string::npos);
}
