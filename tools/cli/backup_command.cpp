#include "host/clock.hpp"
#include "open_store.hpp"
#include "store/backup/verify_store.hpp"

#include <cinttypes>
#include <cstdio>
#include <cstdlib>

namespace cli {

namespace fs = std::filesystem;
using engine::Result;

namespace {

constexpr std::string_view backup_usage =
    "Usage: palpate-cli backup STORE_DIR BACKUP_DIR\n\n"
    "Copies a clinic's folder into a new folder inside BACKUP_DIR, palpate-DATE-TIME, with a list "
    "of\n"
    "all files and their SHA-256 (manifest.json). Others may work meanwhile. The folder has its "
    "name\n"
    "only when all of it is on the disk. The backup of an encrypted clinic is encrypted, and "
    "needs\n"
    "the passphrase that the clinic has now. Prints the new folder.\n";

constexpr std::string_view verify_usage =
    "Usage: palpate-cli verify DIR [--passphrase-file FILE]\n\n"
    "DIR is a backup, a folder with backups (all are checked), or a clinic's folder. Of a backup "
    "it\n"
    "finds every byte that is not as it was, and files that lack or were put there; and then, as "
    "in\n"
    "a clinic's folder, whether each file can be read and is what it should be. The contents of "
    "an\n"
    "encrypted backup are looked at only when the passphrase is given. One line per problem.\n";

constexpr std::string_view restore_usage =
    "Usage: palpate-cli restore BACKUP_DIR STORE_DIR\n\n"
    "Puts a backup back into STORE_DIR, which must be new or empty. Where BACKUP_DIR holds "
    "several\n"
    "backups, the newest. The backup is checked first; STORE_DIR has all of it or nothing. Who "
    "was\n"
    "deleted after the backup was made is in it again: look at the tombstones of the old folder.\n";

/// Two folders, or the exit code.
struct TwoFolders {
    fs::path from, to;
    int exit = -1; ///< not -1: it is over
    StoreArgs store;
};

TwoFolders two_folders(Args args, std::string_view usage) {
    auto store = take_store_args(args);
    if (!store)
        return {.exit = complain_usage(store.error().message, usage)};
    const auto parsed = parse(store->rest);
    if (!parsed)
        return {.exit = complain_usage(parsed.error().message, usage)};
    if (parsed->help)
        return {.exit = show_usage(std::string(usage) + std::string(passphrase_help))};
    if (parsed->files.size() != 2)
        return {.exit = complain_usage("Name two folders.", usage)};
    if (const auto there = check_folder(parsed->files[0]); !there)
        return {.exit = complain(there.error().message, failed)};
    return {
        .from = parsed->files[0], .to = parsed->files[1], .exit = -1, .store = std::move(*store)};
}

bool has_passphrase(const StoreArgs &store) {
    return !store.passphrase_file.empty() || std::getenv("PALPATE_PASSPHRASE") != nullptr;
}

/// Into the audit log of the folder, where it can be opened without asking anybody.
Result<engine::Done> note(const fs::path &folder, const StoreArgs &store, app::Deed what,
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

void print(const fs::path &folder, const app::Checked &checked) {
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
            complain(folder.string() + ": " + checked.error().message, failed);
            continue;
        }
        print(folder, *checked);
        if (!checked->problems.empty())
            exit = failed;
    }
    return exit;
}

} // namespace

int backup_command(Args args) {
    const TwoFolders folders = two_folders(args, backup_usage);
    if (folders.exit >= 0)
        return folders.exit;
    if (const auto there = check_clinic(folders.from); !there)
        return complain(there.error().message, failed);
    const auto files = app::ClinicFiles::open(folders.from);
    if (!files)
        return complain(files.error().message, failed);
    if (!files->is_locked()) // so that a backup always has one
        (void)app::AuditLog(*files, command_line_actor()).begin();
    const auto backup = app::make_backup(*files, folders.to, engine::wall_clock(), PALPATE_VERSION);
    if (!backup)
        return complain(backup.error().message, failed);
    std::printf("%s: %zu files, %" PRIu64 " sessions\n", backup->folder.c_str(),
                backup->manifest.files.size(), backup->manifest.sessions);
    const auto noted =
        note(folders.from, folders.store, app::Deed::backed_up, backup->folder.filename().string());
    return noted ? done : complain("The backup is made. " + noted.error().message, failed);
}

int verify_command(Args args) {
    const auto store = take_store_args(args);
    if (!store)
        return complain_usage(store.error().message, verify_usage);
    const auto parsed = parse(store->rest);
    if (!parsed)
        return complain_usage(parsed.error().message, verify_usage);
    if (parsed->help)
        return show_usage(std::string(verify_usage) + std::string(passphrase_help));
    if (parsed->files.size() != 1)
        return complain_usage("Name one folder.", verify_usage);
    const fs::path folder = parsed->files[0];
    if (const auto there = check_folder(folder); !there)
        return complain(there.error().message, failed);
    if (const auto backups = app::backups_in(folder))
        return check_all(*backups, *store, true);
    if (!fs::is_directory(folder / "sessions"))
        return complain(folder.string() + " is neither a backup nor a clinic's folder.", failed);
    return check_all({folder}, *store, false);
}

int restore_command(Args args) {
    const TwoFolders folders = two_folders(args, restore_usage);
    if (folders.exit >= 0)
        return folders.exit;
    const auto backups = app::backups_in(folders.from);
    if (!backups)
        return complain(backups.error().message, failed);
    const auto restored = app::restore_backup(backups->back(), folders.to);
    if (!restored)
        return complain(restored.error().message, failed);
    std::printf("%s: %zu files, %" PRIu64 " sessions, as they were at %s\n", folders.to.c_str(),
                restored->files.size(), restored->sessions, engine::to_iso(restored->at).c_str());
    const auto noted =
        note(folders.to, folders.store, app::Deed::restored, backups->back().filename().string());
    return noted ? done : complain("The backup is put back. " + noted.error().message, failed);
}

} // namespace cli
