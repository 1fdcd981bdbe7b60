/// All parts of the running program, wired together once.
#pragma once

#include "host/window.hpp"
#include "records/lane.hpp"
#include "shell/gate.hpp"
#include "shell/options.hpp"
#include "shell/shell.hpp"

namespace app {

struct ProgramConfig {
    engine::WindowConfig window;
    std::filesystem::path clinic;                ///< folder of the sessions
    std::optional<engine::Timestamp> demo_today; ///< fill the empty folder with the demo clinic
    ClockTimes now;                              ///< of the start
    std::function<std::uint64_t()> random;
    PassphraseCost passphrase_cost;          ///< of a new one
    std::function<engine::Timestamp()> wall; ///< of the audit log; none: there is none
    /// The records are asked beside the thread that draws. Without it each frame is the same in
    /// every run.
    bool in_background = false;
};

struct Program {
    Program() = default;
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;
    /// What was changed last still reaches the records.
    ~Program();

    std::unique_ptr<engine::Window> window;
    std::unique_ptr<Resources> resources;
    std::unique_ptr<engine::ui::Ui> ui;
    std::unique_ptr<Lane> lane; ///< none: the records are asked here
    std::unique_ptr<Store> store;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Seal> seal;
    std::unique_ptr<Shell> shell;
    std::unique_ptr<Gate> gate; ///< in place of store to shell, until there is a passphrase
    Painter painter;
    ProgramConfig config;
};

/// Opens the window, reads the assets, opens the clinic. The Error is a sentence for the user.
engine::Result<std::unique_ptr<Program>> make_program(const Options &options,
                                                      const ProgramConfig &config);

/// One frame of the Shell, or of the Gate while there is one. An Error: the clinic that was just
/// unlocked cannot be opened.
engine::Result<FrameResult> frame(Program &program, const FrameInput &input, Painter *painter);
double wait_s(const Program &program, double now_s);
bool is_due(Program &program, double now_s, engine::Timestamp wall);

/// The records leave the memory; a Gate asks for the passphrase, or for a new one.
engine::Result<engine::Done> close_clinic(Program &program);

/// The same body, drawn with another detail from the next frame on. On an Error all stays as it is.
engine::Result<engine::Done> change_detail(Program &program, BodyDetail detail);

} // namespace app
