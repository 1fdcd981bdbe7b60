/// Copies of files for backups. For sources of app/store only.
#pragma once

#include "store/backup/backup.hpp"

namespace app {

inline constexpr std::string_view manifest_name = "manifest.json";

/// All ordinary files below the folder, relative to it and sorted.
engine::Result<std::vector<std::filesystem::path>> files_below(const std::filesystem::path &folder);
/// Size and SHA-256 of a file; `name` is the caller's.
engine::Result<BackupFile> fingerprint(const std::filesystem::path &file);
/// The same of what was copied to `to`, a new file (0600) that is not durable before
/// sync_disk_of().
engine::Result<BackupFile> copy_for_backup(const std::filesystem::path &from,
                                           const std::filesystem::path &to);
/// Everything that was written to the disk on which the folder lies.
engine::Result<engine::Done> sync_disk_of(const std::filesystem::path &folder);
} // namespace app
