/// The scripted walks: how long a client needs, whether sides are ever mixed up, and whether what
/// was called saved is on the disk.
#pragma once

#include "shell/options.hpp"
#include "tours/walk.hpp"

namespace app {

struct WalkReport {
    std::string name;
    int taps = 0; ///< and keys
    int marks = 0;
    int wrong_sides = 0;
    int acknowledged = 0, found = 0; ///< see Walk
    double limit_s = 0;              ///< 0: none
    std::string failure;             ///< empty: it went through

    double seconds() const { return taps * seconds_a_tap; }
    bool good() const {
        return failure.empty() && wrong_sides == 0 && acknowledged == found &&
               (limit_s == 0 || seconds() <= limit_s);
    }
};

/// Plays them all without a window, each in a fresh clinic below `folder`.
engine::Result<std::vector<WalkReport>> play_walks(const Resources &resources,
                                                   const std::filesystem::path &folder);

/// `palpate --walks FILE`: prints a table and writes the figures to the file; "-": no file. False
/// when a walk is not good.
engine::Result<bool> print_walks(const Options &options);

} // namespace app
