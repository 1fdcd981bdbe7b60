/// Folders that the system sets aside for a program. base/share.hpp has the one it is shipped with.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string_view>

namespace engine {

/// The user's data of the program `name`: $XDG_DATA_HOME/name, else ~/.local/share/name. Nothing
/// is made.
Result<std::filesystem::path> user_data_folder(std::string_view name);

} // namespace engine
