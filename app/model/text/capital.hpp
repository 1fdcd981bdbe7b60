/// Letters at the beginning of a line.
#pragma once

#include <string>
#include <string_view>

namespace app {

/// "calf" > "Calf", "área" > "Área"
std::string capital(std::string_view words);

} // namespace app
