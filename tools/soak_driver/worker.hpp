/// A process that works on a session until it is killed, and says what is durable. For kills.cpp.
#pragma once

#include "disk_faults.hpp"
#include "store/record/store.hpp"

#include <span>
#include <sys/types.h>

namespace soak {

/// A clinic's folder; with a passphrase, an encrypted one.
struct Clinic {
    std::filesystem::path folder; ///< absolute
    std::string passphrase;

    engine::Result<app::FolderStore> open(const app::Atlas &atlas) const;
};

/// How it came to an end, and how many commands it acknowledged before.
struct End {
    std::size_t acknowledged = 0;
    bool killed = false;
    std::string problem; ///< it ended by itself and not well
};

/// Forks. The child does what CommandMaker makes of the seed, as one `Record`, until it is killed
/// after `life_ms` of the processor's time or by the fault. A machine that is busy with other
/// things so lets it come as far as an idle one.
engine::Result<End> work_in_fork(const Clinic &clinic, const app::Atlas &atlas,
                                 const std::string &session_id, std::uint64_t seed,
                                 const Fault &fault, int life_ms);
/// The same commands, by `palpate-cli apply`.
engine::Result<End> work_in_program(const std::filesystem::path &cli, const Clinic &clinic,
                                    const std::string &session_id,
                                    std::span<const app::Command> commands, int life_ms);

} // namespace soak
