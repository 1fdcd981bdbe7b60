/// The command line of palpate-portraits.
#pragma once

#include "args/command_line.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace portraits {

struct Options {
    std::vector<std::filesystem::path> meshes;
    std::filesystem::path out;
    std::vector<std::string> views; ///< empty: all, and the sheet of the main ones
    int width = 900, height = 1200;
    bool dark = false;
    bool lines = true;
};

/// Fills `options`, which outlive it.
engine::CommandLine command_line(Options &options);
/// Only the names of the views are asked for.
bool is_listing(const Options &options);

} // namespace portraits
