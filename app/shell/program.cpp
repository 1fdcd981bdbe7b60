#include "shell/program.hpp"

#include "base/share.hpp"
#include "records/background_store.hpp"
#include "session/demo_clinic.hpp"
#include "store/record/folder_door.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

namespace app {

using engine::Done;
using engine::Error;
using engine::Result;

namespace {

/// Who has the tablet now; `program` outlives its store.
std::string who_works(const Program &program) {
    const bool sealed = program.seal != nullptr && program.seal->sealed();
    return sealed ? "client at the tablet" : "";
}

/// In the lane, it is who had the tablet when the store was asked.
Actor actor_of(const Program &program) {
    Actor actor{.clock = program.config.wall};
    if (const Lane *lane = program.lane.get())
        actor.who = [lane] { return lane->speaker(); };
    else
        actor.who = [&program] { return who_works(program); };
    return actor;
}

Result<Done> begin_demo(Store &store, const Resources &ready, engine::Timestamp today) {
    if (const auto empty = store.forget_examples(); !empty)
        return empty.error();
    if (const auto made = create_demo_clinic(store, ready.atlas, ready.catalog, today); !made)
        return made;
    return set_example_pin(store);
}

/// Store to shell, in a clinic that is not locked.
Result<Done> open_records(Program &program, Door &door, const ClockTimes &now) {
    const ProgramConfig &config = program.config;
    const Resources &ready = *program.resources;
    auto store = door.open(ready.atlas, actor_of(program));
    if (!store)
        return store.error();
    if (config.demo_today)
        if (const auto begun = begin_demo(**store, ready, *config.demo_today); !begun)
            return begun;
    const auto recovered = (*store)->recover();
    if (!recovered)
        return recovered.error();
    program.store = program.lane
                        ? std::make_unique<BackgroundStore>(std::move(*store), *program.lane)
                        : std::move(*store);
    program.seal = std::make_unique<Seal>(*program.store, PinLimits{}, now);
    program.store->finish(); // the shell begins with who has the tablet
    program.workspace = std::make_unique<Workspace>(*program.store, ready.atlas);
    program.shell = std::make_unique<Shell>(
        ready, *program.ui, *program.workspace, *program.seal,
        Shell::Config{config.clinic / "summaries", config.random, recovery_words(*recovered)});
    program.store->finish(); // and the session that is handed over
    return Done{};
}

/// In the order in which one uses the other.
void close_records(Program &program) {
    program.shell.reset();
    program.workspace.reset();
    program.seal.reset();
    program.store.reset();
}

Result<Done> ask_at_gate(Program &program, std::unique_ptr<Door> door) {
    program.gate =
        std::make_unique<Gate>(*program.ui, program.resources->words(Language::english),
                               std::move(door), program.config.passphrase_cost, program.lane.get());
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
    if (config.in_background)
        program->lane = std::make_unique<Lane>([at = program.get()] { return who_works(*at); },
                                               [at = program.get()] { at->window->wake(); });
    auto door = open_folder(config.clinic);
    if (!door)
        return door.error();
    const auto begun = (*door)->is_locked() ? ask_at_gate(*program, std::move(*door))
                                            : open_records(*program, **door, config.now);
    if (!begun)
        return begun.error();
    return program;
}

Program::~Program() {
    close_records(*this);
}

Result<Done> close_clinic(Program &program) {
    close_records(program);
    auto door = open_folder(program.config.clinic);
    return door ? ask_at_gate(program, std::move(*door)) : door.error();
}

Result<FrameResult> frame(Program &program, const FrameInput &input, Painter *painter) {
    if (program.lane)
        program.lane->deliver();
    if (program.gate) {
        FrameResult result = program.gate->frame(input, painter);
        if (!program.gate->is_done())
            return result;
        const std::shared_ptr<Door> door = program.gate->take_door();
        program.gate.reset();
        program.config.demo_today.reset(); // it lies there already
        const auto opened = open_records(program, *door, {input.now_s, input.wall});
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
    const bool answered = program.lane && program.lane->deliver();
    if (program.gate)
        return answered || program.gate->wait_s(now_s) <= 0;
    return program.shell->is_due(now_s, wall);
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
