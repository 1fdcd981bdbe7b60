/// The command line of the program.
#pragma once

#include "args/command_line.hpp"
#include "shell/resources.hpp"

#include <optional>

namespace app {

struct Options {
    bool demo = false;              ///< a fresh demo clinic instead of the user's folder
    bool first_frame = false;       ///< leave after the first frame and print its time
    std::filesystem::path data;     ///< empty: the user's folder
    std::filesystem::path headless; ///< play the demo without a window into this folder
    std::filesystem::path screens;  ///< write pictures of all screens into this folder
    std::filesystem::path walks;    ///< play the scripted walks; figures into this file, "-": none
    std::filesystem::path stats;    ///< write counters there at the end, as JSON
    std::optional<Language> language; ///< of the pictures of client screens; none: all
    int width = 1280, height = 800;
    int text_scale = 100; ///< 100..200
    bool dark = false;
    bool fullscreen = false;
    std::optional<BodyDetail> detail; ///< none: by how fast this machine draws
};

/// Fills `options`, which outlive it.
engine::CommandLine command_line(Options &options);

} // namespace app
