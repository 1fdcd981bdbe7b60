/// The passphrase of a clinic whose records are encrypted.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string_view>

namespace app {

/// Shorter ones are refused; below the second length a person is warned. No rule asks for signs.
constexpr std::size_t shortest_passphrase = 8, good_passphrase = 14, longest_passphrase = 1024;
engine::Result<engine::Done> check_passphrase(std::string_view passphrase);
bool is_weak_passphrase(std::string_view passphrase);

/// What one try of a passphrase costs; about a second and 256 MB where nothing else is set.
struct PassphraseCost {
    unsigned long long operations = 3;
    std::size_t memory_bytes = std::size_t{256} << 20;
};
/// For tests.
constexpr PassphraseCost quick_passphrase_cost{1, 8192};

} // namespace app
