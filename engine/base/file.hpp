/// Files: whole reads with a bound, and writes that are there in full or not at all.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace engine {

/// The whole file. Larger than `max_bytes`, missing, a folder, not readable: an Error in plain
/// words; nothing is read of a file that is too large.
Result<std::string> read_file(const std::filesystem::path &file, std::size_t max_bytes);

/// Writes to a temporary file beside it (mode 0600), syncs, renames over `file`, syncs the folder.
/// On an Error (no permission, disk full, read-only) `file` is untouched and no temporary is left.
Result<Done> write_file_durably(const std::filesystem::path &file, std::string_view bytes);

/// What `write_file_durably` says for this errno.
Error write_error(const std::filesystem::path &file, int why);
/// What came, went or was renamed in the folder is on the disk when it returns Done.
Result<Done> sync_folder(const std::filesystem::path &folder);

} // namespace engine
