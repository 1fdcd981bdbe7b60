#include "shell/run.hpp"

#include "base/file.hpp"
#include "host/paths.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace app {

using engine::Done;
using engine::Result;

namespace {

Result<std::filesystem::path> clinic_folder(const Options &options) {
    if (!options.data.empty())
        return options.data;
    const auto folder = engine::user_data_folder("palpate");
    if (!folder)
        return folder.error();
    return *folder / (options.demo ? "demo" : "clinic");
}

} // namespace

Result<ProgramConfig> run_config(const Options &options, const engine::Clock &clock) {
    const auto clinic = clinic_folder(options);
    if (!clinic)
        return clinic.error();
    ProgramConfig config;
    config.window.width = options.width;
    config.window.height = options.height;
    config.window.fullscreen = options.fullscreen;
    config.window.clock = clock;
    config.clinic = *clinic;
    config.now = {clock.now_s(), engine::wall_clock()};
    config.random = engine::random_64;
    config.wall = engine::wall_clock;
    config.in_background = true;
    if (options.demo)
        config.demo_today = engine::wall_clock();
    return config;
}

void RunStats::frame(double now_s) {
    if (frames++ == 0)
        first_frame_s = now_s;
    else
        quiet_s = std::max(quiet_s, now_s - last_frame_s);
    last_frame_s = now_s;
}

Result<Done> write_stats(const RunStats &stats, const std::filesystem::path &file) {
    if (file.empty())
        return Done{};
    const nlohmann::ordered_json json{
        {"frames", stats.frames},
        {"first_frame_s", stats.first_frame_s},
        {"last_frame_s", stats.last_frame_s},
        {"quiet_s", stats.quiet_s},
        {"body_detail", stats.detail == BodyDetail::high ? "high" : "fast"}};
    return engine::write_file_durably(file, json.dump(2) + "\n");
}

} // namespace app
