#include "base/draft.hpp"
#include "base/file.hpp"
#include "store/backup/backup.hpp"
#include "store/backup/copy_file.hpp"
#include "store/backup/problem_list.hpp"

#include <algorithm> // IWYU pragma: keep
#include <cstddef>
#include <filesystem>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace app {

namespace fs = std::filesystem;
using engine::Error;
using engine::Result;

namespace {

constexpr std::size_t max_manifest_bytes = std::size_t{256} << 20U;

Result<Manifest> read_manifest(const fs::path &backup) {
    const auto text = engine::read_file(backup / manifest_name, max_manifest_bytes);
    return text ? manifest_from_json(*text) : Result<Manifest>{text.error()};
}

/// Empty: the file is as it was.
std::string problem_of(const BackupFile &file, const Result<BackupFile> &found) {
    if (!found)
        return found.error().message;
    if (found->size != file.size || found->sha256 != file.sha256)
        return file.name + " is not as it was when the backup was made: it is damaged, or was "
                           "changed.";
    return {};
}

void find_strangers(const Manifest &manifest, const std::vector<fs::path> &names,
                    Checked &checked) {
    for (const fs::path &name : names) {
        const std::string text = name.generic_string();
        const auto at = std::ranges::lower_bound(manifest.files, text, {}, &BackupFile::name);
        const bool listed = at != manifest.files.end() && at->name == text;
        if (!listed && text != manifest_name && !is_passing(name))
            checked.problems.push_back(text + " is no part of the backup: somebody has put it "
                                              "there.");
    }
}

} // namespace

Result<Checked> verify_backup(const fs::path &backup) {
    const auto manifest = read_manifest(backup);
    if (!manifest)
        return manifest.error();
    Checked checked{.files = manifest->files.size(),
                    .sessions = manifest->sessions,
                    .clients = manifest->clients,
                    .encrypted = manifest->encrypted};
    for (const BackupFile &file : manifest->files) {
        std::string problem = problem_of(file, fingerprint(backup / file.name));
        if (!problem.empty())
            checked.problems.push_back(std::move(problem));
    }
    const auto names = files_below(backup);
    if (!names)
        return names.error();
    find_strangers(*manifest, *names, checked);
    bound(checked.problems);
    return checked;
}

Result<Manifest> restore_backup(const fs::path &backup, const fs::path &target) {
    std::error_code failed;
    if (fs::exists(fs::symlink_status(target, failed)) &&
        !(fs::is_directory(target, failed) && fs::is_empty(target, failed)))
        return Error{target.string() + " is not empty. A backup is put back into a new folder, so "
                                       "that nothing is written over. Choose another one."};
    const auto whole = verify_backup(backup);
    if (!whole)
        return whole.error();
    if (!whole->problems.empty())
        return Error{"The backup is damaged, so nothing was put back. " + whole->problems.front() +
                     " Use another backup."};
    auto manifest = read_manifest(backup);
    if (!manifest)
        return manifest.error();
    const fs::path name = fs::absolute(target / "").parent_path();
    fs::path beside = name;
    beside += ".unfinished-" + std::to_string(::getpid());
    engine::Draft draft(beside);
    if (const auto made = engine::make_new_folder(draft.folder()); !made)
        return made.error();
    for (const BackupFile &file : manifest->files) {
        const fs::path to = draft.folder() / file.name;
        if (!fs::exists(to.parent_path()))
            if (const auto made = engine::make_new_folder(to.parent_path()); !made)
                return made.error();
        const std::string problem = problem_of(file, copy_for_backup(backup / file.name, to));
        if (!problem.empty())
            return Error{"The backup could not be put back. " + problem};
    }
    if (const auto synced = sync_disk_of(draft.folder()); !synced)
        return synced.error();
    if (const auto published = draft.publish(name); !published)
        return published.error();
    return manifest;
}

} // namespace app
