/// What the window's loop needs around the frames: where the clinic is, and counters of the run.
#pragma once

#include "shell/program.hpp"

namespace app {

/// The window, the clinic's folder and the ids of a run with a window. A demo starts
/// afresh.
engine::Result<ProgramConfig> run_config(const Options &options, const engine::Clock &clock);

/// Shows that nothing is drawn while nothing changes, and how finely.
struct RunStats {
    int frames = 0;
    double first_frame_s = 0; ///< after the start of the clock
    double last_frame_s = 0;
    double quiet_s = 0;                   ///< the longest time without a frame
    BodyDetail detail = BodyDetail::high; ///< at the end

    void frame(double now_s);
};
/// As JSON; does nothing when `file` is empty.
engine::Result<engine::Done> write_stats(const RunStats &stats, const std::filesystem::path &file);

} // namespace app
