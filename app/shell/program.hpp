/// All parts of the running program, wired together once.
#pragma once

#include "host/window.hpp"
#include "shell/options.hpp"
#include "shell/shell.hpp"

namespace app {

struct Program {
    std::unique_ptr<engine::Window> window;
    std::unique_ptr<Resources> resources;
    std::unique_ptr<engine::ui::Ui> ui;
    std::unique_ptr<FolderStore> store;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Seal> seal;
    std::unique_ptr<Shell> shell;
    Painter painter;
};

struct ProgramConfig {
    engine::WindowConfig window;
    std::filesystem::path clinic;                ///< folder of the sessions
    std::optional<engine::Timestamp> demo_today; ///< fill the empty folder with the demo clinic
    ClockTimes now;                              ///< of the start
    std::function<std::uint64_t()> random;
};

/// Opens the window, reads the assets, opens the clinic. The Error is a sentence for the user.
engine::Result<std::unique_ptr<Program>> make_program(const Options &options,
                                                      const ProgramConfig &config);

/// The same body, drawn with another detail from the next frame on. On an Error all stays as it is.
engine::Result<engine::Done> change_detail(Program &program, BodyDetail detail);

} // namespace app
