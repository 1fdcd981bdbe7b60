/// The two clocks and the random source of the program. Everything else gets time and randomness as
/// arguments.
#pragma once

#include "base/time.hpp"

#include <chrono>
#include <cstdint>

namespace engine {

/// Monotonic seconds since the clock was made. A copy keeps the same start.
class Clock {
  public:
    double now_s() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

  private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// The computer's wall clock with the offset of its time zone at this moment.
Timestamp wall_clock();

/// 64 bits from the system's random source, for ids.
std::uint64_t random_64();

} // namespace engine
