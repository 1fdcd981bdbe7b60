#include "host/clock.hpp"
#include "open_store.hpp"
#include "store/backup/verify_store.hpp"

#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>
#include <vector>

namespace cli {

namespace fs = std::filesystem;
using engine::Result;

namespace {

/// What backup and restore take.
struct TwoFolders {
    fs::path from, to;
    StoreArgs store;
};

std::vector<engine::Argument> two_folders(TwoFolders &folders, engine::Argument from,
                                          engine::Argument to) {
    from.into = &folders.from;
    to.into = &folders.to;
    from.missing = to.missing = "Name two folders.";
    return {from, to, passphrase_option(folders.store)};
}

bool has_passphrase(const StoreArgs &store) {
    return !store.passphrase_file.empty() || std::getenv("PALPATE_PASSPHRASE") != nullptr;
}

/// Into the audit log of the folder, where it can be opened without asking anybody.
Result<engine::Done> note_copy(const fs::path &folder, const StoreArgs &store, app::Deed what,
                               const std::string &detail) {
    auto files = app::ClinicFiles::open(folder);
    if (!files)
        return files.error();
    if (files->is_locked() && !has_passphrase(store))
        return engine::Done{};
    const auto opened = unlocked(std::move(*files), store);
    if (!opened)
        return opened.error();
    return app::AuditLog(*opened, command_line_actor()).note({.what = what, .detail = detail});
}

void print_checked(const fs::path &folder, const app::Checked &checked) {
    for (const std::string &remark : checked.remarks)
        std::fprintf(stderr, "%s: %s\n", folder.c_str(), remark.c_str());
    for (const std::string &problem : checked.problems)
        std::printf("%s: %s\n", folder.c_str(), problem.c_str());
    if (checked.problems.empty())
        std::printf("%s: all is well: %" PRIu64 " files, %" PRIu64 " sessions, %" PRIu64
                    " clients\n",
                    folder.c_str(), checked.files, checked.sessions, checked.clients);
}

Result<app::Checked> check_contents(const fs::path &folder, const StoreArgs &store) {
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    const auto files = open_files(folder, store);
    if (!files)
        return files.error();
    return app::verify_store(*files, *atlas);
}

Result<app::Checked> check_backup(const fs::path &backup, const StoreArgs &store) {
    auto checked = app::verify_backup(backup);
    if (!checked || !checked->problems.empty())
        return checked;
    if (checked->encrypted && !has_passphrase(store)) {
        checked->remarks.emplace_back("It is encrypted: whether each file is what it should be can "
                                      "be told with its passphrase only.");
        return checked;
    }
    auto contents = check_contents(backup, store);
    if (contents)
        contents->files = checked->files;
    return contents;
}

int check_all(const std::vector<fs::path> &folders, const StoreArgs &store, bool backups) {
    Exit exit = done;
    for (const fs::path &folder : folders) {
        const auto checked = backups ? check_backup(folder, store) : check_contents(folder, store);
        if (!checked) {
            exit = failed;
            complain(folder.string() + ": " + checked.error().message);
            continue;
        }
        print_checked(folder, *checked);
        if (!checked->problems.empty())
            exit = failed;
    }
    return exit;
}

} // namespace

Outcome backup_command(Args args) {
    TwoFolders folders;
    const engine::CommandLine line{
        .program = "palpate-cli backup",
        .about = "Copies a clinic's folder into a new folder inside BACKUP_DIR, palpate-DATE-TIME, "
                 "with a list of all files and their SHA-256 (manifest.json), and prints its name. "
                 "Others may work meanwhile. The folder has its name only when all of it is on the "
                 "disk. The backup of an encrypted clinic is encrypted, and needs the passphrase "
                 "that the clinic has now.",
        .arguments =
            two_folders(folders, {"STORE_DIR", "", "the clinic's folder", {}},
                        {"BACKUP_DIR", "", "the folder for backups, outside of STORE_DIR", {}}),
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    if (const auto there = check_clinic(folders.from); !there)
        return there.error();
    const auto files = app::ClinicFiles::open(folders.from);
    if (!files)
        return files.error();
    if (!files->is_locked()) // so that a backup always has one
        (void)app::AuditLog(*files, command_line_actor()).begin();
    const auto backup =
        app::make_backup(*files, folders.to, engine::wall_clock(), std::string(engine::version()));
    if (!backup)
        return backup.error();
    std::printf("%s: %zu files, %" PRIu64 " sessions\n", backup->folder.c_str(),
                backup->manifest.files.size(), backup->manifest.sessions);
    const auto noted = note_copy(folders.from, folders.store, app::Deed::backed_up,
                                 backup->folder.filename().string());
    if (!noted)
        return engine::Error{"The backup is made. " + noted.error().message};
    return done;
}

Outcome verify_command(Args args) {
    fs::path folder;
    StoreArgs store;
    const engine::CommandLine line{
        .program = "palpate-cli verify",
        .about =
            "Checks every file, and prints one line per problem. Of a backup it finds every "
            "byte that is not as it was, and files that lack or were put there; and then, as in "
            "a clinic's folder, whether each file can be read and is what it should be. The "
            "contents of an encrypted backup are looked at only when the passphrase is given.",
        .arguments = {{"DIR", "",
                       "a backup, a folder with backups (all are checked), or a clinic's folder",
                       &folder, "Name one folder."},
                      passphrase_option(store)},
        .end = "Exit code 1 when there is a problem.",
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    if (const auto there = check_folder(folder); !there)
        return there.error();
    if (const auto backups = app::backups_in(folder))
        return check_all(*backups, store, true);
    if (!fs::is_directory(folder / "sessions"))
        return engine::Error{folder.string() + " is neither a backup nor a clinic's folder."};
    return check_all({folder}, store, false);
}

Outcome restore_command(Args args) {
    TwoFolders folders;
    const engine::CommandLine line{
        .program = "palpate-cli restore",
        .about =
            "Puts a backup back into STORE_DIR. The backup is checked first; STORE_DIR has all "
            "of it or nothing. Who was deleted after the backup was made is in it again: look "
            "at the tombstones of the old folder.",
        .arguments = two_folders(
            folders,
            {"BACKUP_DIR", "", "a backup, or a folder with backups: the newest is taken", {}},
            {"STORE_DIR", "", "must be new or empty", {}}),
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    if (const auto there = check_folder(folders.from); !there)
        return there.error();
    const auto backups = app::backups_in(folders.from);
    if (!backups)
        return backups.error();
    const auto restored = app::restore_backup(backups->back(), folders.to);
    if (!restored)
        return restored.error();
    std::printf("%s: %zu files, %" PRIu64 " sessions, as they were at %s\n", folders.to.c_str(),
                restored->files.size(), restored->sessions, engine::to_iso(restored->at).c_str());
    const auto noted = note_copy(folders.to, folders.store, app::Deed::restored,
                                 backups->back().filename().string());
    if (!noted)
        return engine::Error{"The backup is put back. " + noted.error().message};
    return done;
}

} // namespace cli
