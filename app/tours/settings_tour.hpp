/// The states of the clinic's settings, for the pictures of all screens.
#pragma once

#include "shell/options.hpp"

namespace app {

/// Every page of the settings, a therapist's card and the choice of one for a new session; in the
/// folder "settings" of the pictures.
engine::Result<std::vector<std::filesystem::path>> settings_pictures(const Options &options);

} // namespace app
