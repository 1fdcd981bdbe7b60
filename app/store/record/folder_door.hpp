/// A clinic's folder, before its records can be read.
#pragma once

#include "records/door.hpp"

#include <filesystem>
#include <memory>

namespace app {

/// Makes the folder when it is missing. As long as the clinic or its store lives, nobody encrypts
/// or decrypts the folder from outside. An Error says what is wrong with it.
engine::Result<std::unique_ptr<Door>> open_folder(const std::filesystem::path &folder);

} // namespace app
