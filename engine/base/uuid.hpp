/// UUID version 7 (RFC 9562): sorts by time. Time and randomness are arguments.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace engine {

/// `unix_ms` fills the first 48 bits; of `random_a` the lowest 12 bits, of `random_b` 62 are used.
std::string uuid7(std::int64_t unix_ms, std::uint64_t random_a, std::uint64_t random_b);
/// 8-4-4-4-12 lower or upper case hex digits, any version.
bool is_uuid(std::string_view text);

} // namespace engine
