#include "shell/program.hpp"

#include "base/share.hpp"
#include "session/demo_clinic.hpp"
#include "store/record/journal.hpp"
#include "store/record/recovery.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

namespace app {

using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr std::size_t most_examples = 100;

// A demo starts afresh, but only where nothing but earlier demos lies.
Result<Done> forget_examples(const FolderStore &store, const std::filesystem::path &clinic) {
    const auto shelf = store.shelf({.most = most_examples});
    if (!shelf)
        return shelf.error();
    const bool real = !shelf->unreadable.empty() || shelf->more > 0 ||
                      std::any_of(shelf->clients.begin(), shelf->clients.end(),
                                  [](const ClientRow &row) { return !row.client.example; });
    if (real)
        return Error{"The folder " + clinic.string() +
                     " holds sessions that are not examples. Nothing was changed. Choose another "
                     "folder for the demo with --data."};
    for (const ClientRow &row : shelf->clients) {
        const auto sessions = store.sessions_of(row.client.id);
        if (!sessions)
            return sessions.error();
        for (const Document &document : *sessions)
            for (const auto &name : {session_name(document.id), journal_name(document.id)})
                if (const auto removed = store.files().remove(name); !removed)
                    return removed;
        if (const auto removed = store.files().remove(name_of_client(row.client.id)); !removed)
            return removed;
    }
    return Done{};
}

/// Who has the tablet now; `program` outlives its store.
Actor actor_of(const Program &program, const ProgramConfig &config) {
    return {.who =
                [&program] {
                    const bool sealed = program.seal != nullptr && program.seal->sealed();
                    return std::string(sealed ? "client at the tablet" : "");
                },
            .clock = config.wall};
}

/// Store to shell, in a folder that is open.
Result<Done> open_clinic(Program &program, ClinicFiles files, const ClockTimes &now) {
    const ProgramConfig &config = program.config;
    const Resources &ready = *program.resources;
    auto store = FolderStore::open(std::move(files), ready.atlas, actor_of(program, config));
    if (!store)
        return store.error();
    program.store = std::make_unique<FolderStore>(std::move(*store));
    if (config.demo_today) {
        const auto empty = forget_examples(*program.store, config.clinic);
        if (!empty)
            return empty.error();
        const auto made =
            create_demo_clinic(*program.store, ready.atlas, ready.catalog, *config.demo_today);
        if (!made)
            return made.error();
        if (const auto pin = set_example_pin(program.store->files()); !pin)
            return pin.error();
    }
    program.seal = std::make_unique<Seal>(program.store->files(), PinLimits{}, now);
    program.workspace = std::make_unique<Workspace>(*program.store, ready.atlas);
    program.shell =
        std::make_unique<Shell>(ready, *program.ui, *program.workspace, *program.seal,
                                Shell::Config{config.clinic / "summaries", config.random,
                                              recovery_words(recover(*program.store))});
    return Done{};
}

} // namespace

Result<std::unique_ptr<Program>> make_program(const Options &options, const ProgramConfig &config) {
    auto program = std::make_unique<Program>();
    auto window = engine::Window::create(config.window);
    if (!window)
        return window.error();
    program->window = std::move(*window);

    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    auto resources = load_resources(*share, options.detail.value_or(BodyDetail::high));
    if (!resources)
        return resources.error();
    program->resources = std::move(*resources);

    auto ui = engine::ui::Ui::create({*share / "fonts", options.text_scale, options.dark, false});
    if (!ui)
        return ui.error();
    program->ui = std::move(*ui);
    auto painter = make_painter(*program->resources);
    if (!painter)
        return painter.error();
    program->painter = std::move(*painter);

    program->config = config;
    auto files = ClinicFiles::open(config.clinic);
    if (!files)
        return files.error();
    if (files->is_locked()) {
        program->gate =
            std::make_unique<Gate>(*program->ui, program->resources->words(Language::english),
                                   std::move(*files), config.passphrase_cost);
        return program;
    }
    if (const auto opened = open_clinic(*program, std::move(*files), config.now); !opened)
        return opened.error();
    return program;
}

Result<Done> close_clinic(Program &program) {
    program.shell.reset();
    program.workspace.reset();
    program.seal.reset();
    program.store.reset();
    auto files = ClinicFiles::open(program.config.clinic);
    if (!files)
        return files.error();
    program.gate = std::make_unique<Gate>(*program.ui, program.resources->words(Language::english),
                                          std::move(*files), program.config.passphrase_cost);
    return Done{};
}

Result<FrameResult> frame(Program &program, const FrameInput &input, Painter *painter) {
    if (program.gate) {
        FrameResult result = program.gate->frame(input, painter);
        if (!program.gate->is_done())
            return result;
        ClinicFiles files = program.gate->take_files();
        program.gate.reset();
        program.config.demo_today.reset(); // it lies there already
        const auto opened = open_clinic(program, std::move(files), {input.now_s, input.wall});
        if (!opened)
            return opened.error();
        return result;
    }
    FrameResult result = program.shell->frame(input, painter);
    if (!result.protect)
        return result;
    if (const auto closed = close_clinic(program); !closed)
        return closed.error();
    result.again = true;
    return result;
}

bool is_due(Program &program, double now_s, engine::Timestamp wall) {
    return program.gate ? program.gate->wait_s(now_s) <= 0 : program.shell->is_due(now_s, wall);
}

double wait_s(const Program &program, double now_s) {
    return program.gate ? program.gate->wait_s(now_s) : program.shell->wait_s(now_s);
}

Result<Done> change_detail(Program &program, BodyDetail detail) {
    Resources &resources = *program.resources;
    auto body = BodyModel::load(resources.share / "body", detail, resources.atlas);
    if (!body)
        return body.error();
    auto renderer = BodyRenderer::create((*body)->mesh(), resources.share / "shaders");
    if (!renderer)
        return renderer.error();
    program.painter.body = std::move(*renderer); // the old one refers to the old body
    resources.body = std::move(*body);
    return Done{};
}

} // namespace app
