/// Checks for bugs. They stay on in every build: a wrong health record is worse than a stopped
/// program.
#pragma once

#include <source_location>

namespace engine {

/// Prints `what` with its place and aborts. For states that only a bug can reach.
[[noreturn]] void fail_check(const char *what, const std::source_location &where);

inline void check(bool holds, const char *what,
                  const std::source_location &where = std::source_location::current()) {
    if (!holds) [[unlikely]]
        fail_check(what, where);
}

} // namespace engine
