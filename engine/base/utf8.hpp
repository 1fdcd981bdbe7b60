/// Text from people and files: is it well-formed?
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace engine {

/// The number of characters (code points); nothing when the bytes are not well-formed UTF-8 (no
/// overlong forms, no surrogates, at most U+10FFFF).
std::optional<std::size_t> utf8_length(std::string_view bytes);
/// True for bytes below 0x20 and 0x7F, except tab, line feed and carriage return.
bool has_control_characters(std::string_view bytes);

} // namespace engine
