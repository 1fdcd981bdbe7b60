/// The therapist's PIN, and the waits after wrong tries. How it is kept: store/vault/pin_hash.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace app {

constexpr std::size_t pin_digits = 4;
bool is_pin(std::string_view text);

/// What one try costs. The hash carries its own limits, so that any program can check each one.
struct PinLimits {
    unsigned long long operations = 3;
    std::size_t memory_bytes = std::size_t{64} << 20;
};
/// For example clinics, whose PIN everybody knows, and for tests.
constexpr PinLimits quick_pin_limits{1, 8192};

/// After so many wrong tries in a row the pad waits, longer each time.
constexpr int free_tries = 5;
constexpr std::array<int, 5> waits_s{30, 60, 120, 300, 900};
/// Seconds to wait after the given number of wrong tries in a row.
constexpr int wait_after(int wrong_tries) {
    if (wrong_tries < free_tries)
        return 0;
    const auto step = static_cast<std::size_t>(wrong_tries - free_tries);
    return waits_s[step < waits_s.size() ? step : waits_s.size() - 1];
}

} // namespace app
