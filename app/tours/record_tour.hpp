/// The states of a session as a record, for the pictures of all screens.
#pragma once

#include "shell/options.hpp"

namespace app {

/// Signing, amendments, two versions of a part, what was recovered, a session from the future; in
/// the folder "records" of the pictures.
engine::Result<std::vector<std::filesystem::path>> record_pictures(const Options &options);

} // namespace app
