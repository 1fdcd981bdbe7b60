/// Pictures of the therapist's list of clients.
#pragma once

#include "base/result.hpp"
#include "shell/options.hpp"

#include <filesystem>
#include <vector>

namespace app {

/// One client's sheet, the way out of the clinic, many clients and the search; in a demo clinic.
engine::Result<std::vector<std::filesystem::path>> client_pictures(const Options &options);

} // namespace app
