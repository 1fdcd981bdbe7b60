/// Two tours through the real interface without a window: the recorded demo, and pictures of every
/// screen in every state.
#pragma once

#include "shell/options.hpp"

namespace app {

/// A client marks, a therapist plans, gives homework and shares; leaves session.json, the summary
/// files and a picture of every step in the folder. Returns the files, in order.
engine::Result<std::vector<std::filesystem::path>> play_demo(const Options &options);

/// Pictures of every screen and state, at the size, text scale and theme of the options.
engine::Result<std::vector<std::filesystem::path>> write_screens(const Options &options);

} // namespace app
