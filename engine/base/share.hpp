/// Where a program's own data lie: beside it, in the build tree as after an install.
#pragma once

#include "base/result.hpp"

#include <filesystem>

namespace engine {

/// ../share/palpate seen from the folder of the running program.
Result<std::filesystem::path> share_folder();

} // namespace engine
