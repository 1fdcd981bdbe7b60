/// Calls of this program to the disk that go wrong as planned: they fail, write too little, or are
/// the last thing that the program does. Whoever links this file has its own open(), write() ...,
/// which pass everything else on to the C library.
#pragma once

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace soak {

enum class Call : std::uint8_t { open, write, sync, rename, truncate, close, remove, make_folder };
inline constexpr int call_kinds = 8;
std::string_view name_of(Call call);

enum class Outcome : std::uint8_t {
    fail,
    fall_short, ///< of a write: the first half only, and the next write fails; else as `fail`
    die_before,
    die_half, ///< of a write: after the first half; else as `die_before`
    die_after
};

/// The `at`-th call (1..) that changes or opens something below `folder`, an absolute path.
struct Fault {
    std::filesystem::path folder;
    long at = 0;
    Outcome outcome = Outcome::fail;
    int error = ENOSPC;
};

/// While it lives, the fault is in force in this process and in those that it forks.
class DiskFaults {
  public:
    explicit DiskFaults(const Fault &fault);
    ~DiskFaults();
    DiskFaults(const DiskFaults &) = delete;
    DiskFaults &operator=(const DiskFaults &) = delete;

    /// How many calls were counted so far.
    long calls() const;
    bool has_fired() const;
    /// "write sessions/0193....json": what the fault struck; empty before.
    std::string struck() const;
};

} // namespace soak
