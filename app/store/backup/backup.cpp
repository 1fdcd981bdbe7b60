#include "store/backup/backup.hpp"

#include "base/draft.hpp"
#include "base/file.hpp"
#include "base/uuid.hpp"
#include "store/audit/audit_line.hpp"
#include "store/backup/copy_file.hpp"
#include "store/disk/shared_file.hpp"
#include "store/record/journal.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace app {

namespace fs = std::filesystem;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr std::string_view name_begin = "palpate-";

bool lies_in(const fs::path &inner, const fs::path &outer) {
    std::error_code failed;
    const fs::path a = fs::weakly_canonical(fs::absolute(inner, failed), failed);
    const fs::path b = fs::weakly_canonical(fs::absolute(outer, failed), failed);
    return std::mismatch(b.begin(), b.end(), a.begin(), a.end()).first == b.end();
}

/// "palpate-2026-11-23-184500", so that names sort by time.
std::string dated_name(engine::Timestamp at) {
    const engine::Calendar day = engine::calendar(at);
    std::string text(64, '\0');
    const int length =
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d-%02d%02d%02d", day.year, day.month,
                      day.day, day.hour, day.minute, day.second);
    text.resize(static_cast<std::size_t>(std::max(length, 0)));
    return std::string(name_begin) + text;
}

fs::path free_name(const fs::path &folder, engine::Timestamp at) {
    const std::string name = dated_name(at);
    fs::path free = folder / name;
    for (int number = 2; fs::exists(free); ++number)
        free = folder / (name + "-" + std::to_string(number));
    return free;
}

/// Copies the clinic's files in an order in which they fit together, though others write.
class Snapshot {
  public:
    Snapshot(const ClinicFiles &files, fs::path to) : files_(&files), to_(std::move(to)) {}

    Result<Done> take();
    Manifest &manifest() { return manifest_; }

  private:
    Result<Done> take_audit_log();
    Result<Done> take_session(const fs::path &name);
    Result<Done> take_file(const fs::path &name);

    const ClinicFiles *files_;
    fs::path to_;
    Manifest manifest_;
};

Result<Done> Snapshot::take() {
    // The audit log first: what is signed or deleted later is in the sessions, which it allows.
    if (const auto taken = take_audit_log(); !taken)
        return taken;
    const auto names = files_below(files_->folder());
    if (!names)
        return names.error();
    // Tombstones come last by their name: who is deleted meanwhile has one.
    for (const fs::path &name : *names) {
        const bool session = name.parent_path() == "sessions" && name.extension() == ".json";
        const bool with_session = name.parent_path() == "journal" && name.extension() == ".jsonl" &&
                                  files_->has("sessions" / name.stem().replace_extension(".json"));
        const bool taken_before = name == audit::log_name || name == audit::head_name;
        if (is_passing(name) || taken_before || with_session)
            continue;
        if (const auto taken = session ? take_session(name) : take_file(name); !taken)
            return taken;
        manifest_.sessions += session ? 1 : 0;
        manifest_.clients += name.parent_path() == "clients" && name.extension() == ".json" ? 1 : 0;
    }
    std::ranges::sort(manifest_.files, {}, &BackupFile::name);
    return Done{};
}

Result<Done> Snapshot::take_audit_log() {
    if (!files_->has(audit::log_name))
        return Done{};
    auto log = SharedFile::open(files_->path(audit::log_name));
    if (!log)
        return log.error();
    const auto lock = FileLock::take(*log);
    if (!lock)
        return lock.error();
    if (const auto taken = take_file(audit::log_name); !taken)
        return taken;
    return take_file(audit::head_name);
}

/// Without a journal the file alone is a whole session, whatever happens to it meanwhile.
Result<Done> Snapshot::take_session(const fs::path &name) {
    const fs::path journal = journal_name(name.stem().string());
    if (!files_->has(journal))
        return take_file(name);
    auto shared = SharedFile::open(files_->path(journal));
    if (!shared)
        return shared.error();
    const auto lock = FileLock::take(*shared);
    if (!lock)
        return lock.error();
    if (const auto taken = take_file(journal); !taken)
        return taken;
    return take_file(name);
}

Result<Done> Snapshot::take_file(const fs::path &name) {
    if (!files_->has(name))
        return Done{}; // deleted meanwhile
    std::error_code failed;
    fs::create_directories((to_ / name).parent_path(), failed);
    if (failed)
        return Error{"The folder " + (to_ / name).parent_path().string() + " cannot be made (" +
                     failed.message() + "). Choose another folder."};
    fs::permissions((to_ / name).parent_path(), fs::perms::owner_all, failed);
    auto copied = copy_for_backup(files_->path(name), to_ / name);
    if (!copied && files_->has(name))
        return copied.error();
    if (!copied) { // deleted while we looked
        fs::remove(to_ / name, failed);
        return Done{};
    }
    copied->name = name.generic_string();
    manifest_.files.push_back(std::move(*copied));
    return Done{};
}

} // namespace

bool is_passing(const fs::path &name) {
    const std::string file = name.filename().string();
    return file.starts_with("index.sqlite") || file == "clinic.lock" ||
           file.find(".tmp-") != std::string::npos;
}

bool is_backup(const fs::path &folder) {
    std::error_code failed;
    return fs::is_regular_file(folder / manifest_name, failed);
}

Result<std::vector<fs::path>> backups_in(const fs::path &folder) {
    if (is_backup(folder))
        return std::vector{folder};
    std::vector<fs::path> backups;
    std::error_code failed;
    for (fs::directory_iterator at{folder, failed}, end; !failed && at != end; at.increment(failed))
        if (at->path().filename().string().starts_with(name_begin) && is_backup(at->path()))
            backups.push_back(at->path());
    std::ranges::sort(backups);
    if (backups.empty())
        return Error{"There is no backup in " + folder.string() + ". Choose another folder."};
    return backups;
}

Result<Backup> make_backup(const ClinicFiles &files, const fs::path &folder, engine::Timestamp at,
                           const std::string &program) {
    if (lies_in(folder, files.folder()))
        return Error{"The backup would lie in the clinic's own folder, and be lost with it. Choose "
                     "a folder elsewhere, best on another disk."};
    if (is_backup(folder))
        return Error{folder.string() + " is a backup itself. Choose the folder in which it lies."};
    engine::Draft draft(folder / ("unfinished-" + std::to_string(::getpid())));
    if (const auto made = engine::make_new_folder(draft.folder()); !made)
        return made.error();
    Snapshot snapshot(files, draft.folder());
    if (const auto taken = snapshot.take(); !taken)
        return taken.error();
    Manifest &manifest = snapshot.manifest();
    manifest.at = at;
    manifest.program = program;
    manifest.encrypted = files.is_encrypted();
    if (const auto synced = sync_disk_of(draft.folder()); !synced)
        return synced.error();
    const auto listed =
        engine::write_file_durably(draft.folder() / manifest_name, manifest_to_json(manifest));
    if (!listed)
        return listed.error();
    const fs::path name = free_name(folder, at);
    if (const auto published = draft.publish(name); !published)
        return published.error();
    return Backup{name, std::move(manifest)};
}

} // namespace app
