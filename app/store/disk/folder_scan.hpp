/// Whether files and folders are still those that were read: without opening them. For sources of
/// app/store only.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>

namespace app {

/// Size, times and number of a file. Two versions of a file never have the same one: each save is a
/// new file. Empty: there is none.
std::string stamp_of_file(const std::filesystem::path &file);

/// Changes whenever a file in the folder comes, goes or is replaced, as finely as the disk's clock
/// counts. Empty: there is none.
std::string stamp_of_folder(const std::filesystem::path &folder);
/// False when the folder has changed within the last moments: what happens now could get the same
/// stamp.
bool has_settled(const std::filesystem::path &folder);

/// The .json files by name ("0193....json"), with their stamps; nothing when the folder cannot be
/// listed.
std::optional<std::unordered_map<std::string, std::string>>
stamps_in(const std::filesystem::path &folder);

} // namespace app
