/// What a newer version may have put into a file.
#pragma once

#include <string>

namespace app {

/// Fields of a file that this version does not know, as JSON object text; written back unchanged.
using Unknown = std::string;

} // namespace app
