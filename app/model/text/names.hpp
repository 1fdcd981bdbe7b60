/// The words of enumerations in files. Each enumeration has its table beside it; this is what reads
/// them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace app {

/// `all`: the words in the order of the enumeration's values. One table for all formats.
template <class Enum>
struct Names;

template <class Enum>
std::string_view name_of(Enum value) {
    return Names<Enum>::all[static_cast<std::size_t>(value)];
}

template <class Enum>
std::optional<Enum> parse_name(std::string_view name) {
    for (std::size_t i = 0; i < Names<Enum>::all.size(); ++i)
        if (Names<Enum>::all[i] == name)
            return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace app
