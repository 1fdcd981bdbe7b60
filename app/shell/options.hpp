/// The command line of the program.
#pragma once

#include "base/result.hpp"
#include "shell/resources.hpp"

#include <optional>
#include <span>
#include <string>

namespace app {

struct Options {
    bool help = false;
    bool version = false;
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

/// The Error is one sentence; help_text() has the rest.
engine::Result<Options> parse_options(std::span<const std::string> arguments);
std::string help_text();

} // namespace app
