/// The second way into an encrypted clinic: a random number that is written on paper. 160 bits in
/// eight groups of five characters, "7G2KM-...", each with its own check character, so that a
/// typing error is reported as one. No I, L, O, U: they are read as 1, 1, 0, or are not there.
#pragma once

#include "base/result.hpp"
#include "records/secret.hpp"

namespace app {

constexpr std::size_t recovery_bytes = 20;

/// Drawn from the system's random numbers.
Secret new_recovery_key();
/// The words to write down, 47 characters.
Secret recovery_text(const Secret &key);

/// Whether somebody may have meant a recovery key: all characters can be of one, and about as many.
bool is_like_recovery_key(std::string_view text);
/// Small letters, spaces and missing hyphens are well. An Error names the group with a typing
/// error.
engine::Result<Secret> parse_recovery_key(std::string_view text);

} // namespace app
