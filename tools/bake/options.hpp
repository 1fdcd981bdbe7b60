/// The command line of the program `bake`.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <span>
#include <string>

namespace bake {

struct Options {
    std::string variant = "neutral";
    float build = 0; ///< -1 slim .. 1 heavy
    bool fast = false;
    bool measure = false, compare = false;
    bool help = false;
    std::filesystem::path body, out, obj, family; ///< empty: not given
};

extern const char *const help_text;

/// `arguments` without the program's name. An Error says what is wrong with them.
engine::Result<Options> parse_options(std::span<const char *const> arguments);

} // namespace bake
