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

/// Of all walks, in the order in which they are printed.
std::vector<std::string> walk_names();

/// Plays one of them without a window, in a fresh clinic in `folder`. Some report in two parts.
engine::Result<std::vector<WalkReport>> play_walk(const Resources &resources, std::string_view name,
                                                  const std::filesystem::path &folder);

/// `palpate --walks FILE`: prints a table and writes the figures to the file; "-": no file. False
/// when a walk is not good.
engine::Result<bool> print_walks(const Options &options);

} // namespace app
