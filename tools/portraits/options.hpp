/// The command line of palpate-portraits.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace portraits {

struct Options {
    bool help = false;
    std::vector<std::filesystem::path> meshes;
    std::filesystem::path out;
    std::vector<std::string> views; ///< empty: all, and the sheet of the main ones
    int width = 900, height = 1200;
    bool dark = false;
    bool lines = true;
};

extern const char *const help_text;

engine::Result<Options> parse_options(std::span<const char *const> arguments);

} // namespace portraits
