/// Text for HTML: escaping, numbers, colours, embedded bytes.
#pragma once

#include "model/body/level_colors.hpp"

#include <string>
#include <string_view>

namespace app {

/// Safe as text and inside a quoted attribute; bytes that HTML does not allow are replaced.
std::string escaped(std::string_view text);
std::string base64(std::string_view bytes);
/// "#rrggbb"
std::string hex(Rgb color);
/// At most two decimals, always with a point.
std::string number(float value);

} // namespace app
