/// The languages that clients can read.
#pragma once

#include "model/text/names.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace app {

/// `pseudo` is English with accents and padding: it shows words that are not in the catalogue and
/// places where longer ones do not fit.
enum class Language : std::uint8_t { english, spanish, pseudo };

/// Codes as in BCP 47.
template <>
struct Names<Language> {
    static constexpr std::array<std::string_view, 3> all{"en", "es", "en-XA"};
};

} // namespace app
