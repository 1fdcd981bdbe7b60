/// The command line of the program `bake`.
#pragma once

#include "args/command_line.hpp"

#include <filesystem>
#include <string>

namespace bake {

struct Options {
    std::string variant = "neutral";
    float build = 0; ///< -1 slim .. 1 heavy
    bool fast = false;
    bool measure = false, compare = false;
    std::filesystem::path body, out, obj, family; ///< empty: not given
};

/// Fills `options`, which outlive it.
engine::CommandLine command_line(Options &options);

} // namespace bake
