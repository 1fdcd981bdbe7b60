/// The languages that clients can read.
#pragma once

#include <cstdint>

namespace app {

/// `pseudo` is English with accents and padding: it shows words that are not in the catalogue and
/// places where longer ones do not fit.
enum class Language : std::uint8_t { english, spanish, pseudo };

} // namespace app
