/// A process that works on a session until it is killed, and says what is durable. For kills.cpp.
#pragma once

#include "disk_faults.hpp"
#include "store/record/folder_store.hpp"

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

/// When a process is killed: so many ms after it has acknowledged so many commands. By the
/// commands, a slow or busy machine lets it come as far as a fast one; the ms strike anywhere
/// between two.
struct Life {
    std::size_t commands = 0;
    int then_ms = 0;
};

/// Forks. The child does what CommandMaker makes of the seed, as one `Record`, until it is killed
/// by the end of its `life`, or by the fault where there is one.
engine::Result<End> work_in_fork(const Clinic &clinic, const app::Atlas &atlas,
                                 const std::string &session_id, std::uint64_t seed,
                                 const Fault &fault, const Life &life);
/// The same commands, by `palpate-cli apply`.
engine::Result<End> work_in_program(const std::filesystem::path &cli, const Clinic &clinic,
                                    const std::string &session_id,
                                    std::span<const app::Command> commands, const Life &life);

} // namespace soak
