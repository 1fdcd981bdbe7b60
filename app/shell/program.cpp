#include "shell/program.hpp"

#include "base/share.hpp"
#include "session/demo_clinic.hpp"

namespace app {

using engine::Result;

namespace {

Practice demo_practice() {
    return {"Runners' Clinic", "Tom Reyes, LMT", "licence 204417", {}};
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
    auto resources = load_resources(*share, options.detail);
    if (!resources)
        return resources.error();
    program->resources = std::move(*resources);
    const Resources &ready = *program->resources;

    auto ui = engine::ui::Ui::create({*share / "fonts", options.text_scale, options.dark, false});
    if (!ui)
        return ui.error();
    program->ui = std::move(*ui);
    auto painter = make_painter(ready);
    if (!painter)
        return painter.error();
    program->painter = std::move(*painter);

    auto store = FolderStore::open(config.clinic, ready.atlas);
    if (!store)
        return store.error();
    program->store = std::make_unique<FolderStore>(std::move(*store));
    if (config.demo_today) {
        const auto made =
            create_demo_clinic(*program->store, ready.atlas, ready.catalog, *config.demo_today);
        if (!made)
            return made.error();
    }
    program->workspace = std::make_unique<Workspace>(*program->store, ready.atlas);
    program->shell = std::make_unique<Shell>(
        ready, *program->ui, *program->workspace,
        Shell::Config{config.clinic / "summaries", demo_practice(), config.random});
    return program;
}

} // namespace app
