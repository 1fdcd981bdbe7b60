/// Kills programs that work on a clinic's folder, at random moments and in the middle of single
/// calls to the disk, and looks whether everything that was acknowledged is there.
#pragma once

#include "base/result.hpp"
#include "model/atlas/atlas.hpp"
#include "worker.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace soak {

struct Tally {
    int kills = 0;
    int in_calls = 0;        ///< of those, in the middle of a call to the disk
    int of_programs = 0;     ///< of those, palpate-cli apply; the others are forks of this program
    int sessions = 0;        ///< begun
    long acknowledged = 0;   ///< commands
    long unacknowledged = 0; ///< commands that were there, too
    std::uint64_t recovered = 0; ///< commands that lay in journals
};

struct KillPlan {
    std::filesystem::path folder; ///< absolute; made, and left as it is at the end
    std::string passphrase;       ///< empty: the clinic is not encrypted
    std::filesystem::path cli;    ///< palpate-cli; empty: only forks
    std::uint64_t seed = 1;
    int kills = 1000;
    Life longest{.commands = 3, .then_ms = 12}; ///< of a fork
    int program_each = 40;                      ///< so many kills, one of palpate-cli
    std::function<bool(const Tally &)> goes_on = [](const Tally &) { return true; };
};

/// An Error at the first loss says what was lost, and with which seed.
engine::Result<Tally> kill_and_look(const KillPlan &plan, const app::Atlas &atlas);

} // namespace soak
