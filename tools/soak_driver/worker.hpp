/// A process that works on a session until it is killed, and says what is durable. For kills.cpp.
#pragma once

#include "base/result.hpp"
#include "disk_faults.hpp"
#include "model/atlas.hpp"
#include "model/command.hpp"

#include <span>
#include <sys/types.h>

namespace soak {

/// How it came to an end, and how many commands it acknowledged before.
struct End {
    std::size_t acknowledged = 0;
    bool killed = false;
    std::string problem; ///< it ended by itself and not well
};

/// Forks. The child does what CommandMaker makes of the seed, as one `Record`, until it is killed
/// after `life_ms` or by the fault.
engine::Result<End> work_in_fork(const app::Atlas &atlas, const std::string &session_id,
                                 std::uint64_t seed, const Fault &fault, int life_ms);
/// The same commands, by `palpate-cli apply`.
engine::Result<End> work_in_program(const std::filesystem::path &cli,
                                    const std::filesystem::path &folder,
                                    const std::string &session_id,
                                    std::span<const app::Command> commands, int life_ms);

} // namespace soak
