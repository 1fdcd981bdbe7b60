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
/// A new folder for its owner only; those above it are made too.
engine::Result<engine::Done> make_new_folder(const std::filesystem::path &folder);
/// A folder that is removed with all that is in it, unless it was published.
class Draft {
  public:
    explicit Draft(std::filesystem::path folder) : folder_(std::move(folder)) {}
    Draft(const Draft &) = delete;
    Draft &operator=(const Draft &) = delete;
    ~Draft();
    const std::filesystem::path &folder() const { return folder_; }
    /// Gives it its name, durably.
    engine::Result<engine::Done> publish(const std::filesystem::path &name);

  private:
    std::filesystem::path folder_;
    bool published_ = false;
};

} // namespace app
