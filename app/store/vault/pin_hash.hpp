/// How the PIN is kept: only as an Argon2id hash.
#pragma once

#include "base/result.hpp"
#include "records/pin.hpp"

#include <string>
#include <string_view>

namespace app {

/// `pin` is a PIN. An Error when the memory is not there.
engine::Result<std::string> hash_pin(std::string_view pin, const PinLimits &limits);
bool is_pin_hash(std::string_view text);
bool is_right_pin(const std::string &hash, std::string_view pin);

} // namespace app
