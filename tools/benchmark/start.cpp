#include "parts.hpp"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <ratio>
#include <string>
#include <utility>
#include <vector>

namespace bench {
namespace {

using engine::Done;
using engine::Error;
using engine::Result;

/// From before the start of the program to its first line on the standard output, which it prints
/// after its first frame; negative when it prints none.
double first_line_ms(const std::string &command) {
    const auto start = std::chrono::steady_clock::now();
    FILE *output = popen(command.c_str(), "r"); // NOLINT(cert-env33-c): our own program
    if (output == nullptr)
        return -1;
    const bool printed = std::fgetc(output) != EOF;
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    while (std::fgetc(output) != EOF) {
    }
    const bool fine = pclose(output) == 0;
    return printed && fine ? wall.count() : -1;
}

Result<Time> median_start(const std::string &command) {
    first_line_ms(command); // from now on the files are in memory
    std::vector<Time> times;
    for (int i = 0; i < 7; ++i) {
        const double wall_ms = first_line_ms(command);
        if (wall_ms < 0)
            return Error{"The benchmark could not start: " + command};
        times.push_back({wall_ms, 0});
    }
    return median(std::move(times));
}

} // namespace

Result<Done> measure_start(const std::filesystem::path &program, Figures &figures) {
    const auto floor = median_start("echo started");
    if (!floor)
        return floor.error();
    figures.push_back({"start: a shell that prints", *floor, "start: a shell that prints", {}});
    const auto time =
        median_start("SDL_VIDEODRIVER=offscreen '" + program.string() + "' --first-frame");
    if (!time)
        return time.error();
    figures.push_back({"start: to the first frame", *time, "start: a shell that prints", {}});
    return Done{};
}

} // namespace bench
