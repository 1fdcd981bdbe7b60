#include "shell/program.hpp"

#include "base/share.hpp"
#include "session/demo_clinic.hpp"

#include <algorithm>

namespace app {

using engine::Done;
using engine::Error;
using engine::Result;

namespace {

// A demo starts afresh, but only where nothing but earlier demos lies.
Result<Done> forget_examples(const FolderStore &store, const std::filesystem::path &clinic) {
    const auto shelf = store.all();
    if (!shelf)
        return shelf.error();
    const bool real = !shelf->unreadable.empty() ||
                      std::any_of(shelf->sessions.begin(), shelf->sessions.end(),
                                  [](const Document &d) { return !d.client.example; });
    if (real)
        return Error{"The folder " + clinic.string() +
                     " holds sessions that are not examples. Nothing was changed. Choose another "
                     "folder for the demo with --data."};
    for (const Document &document : shelf->sessions) {
        std::error_code error;
        std::filesystem::remove(store.session_file(document.id), error);
        if (error)
            return Error{"The demo's folder " + clinic.string() + " cannot be emptied: " +
                         error.message() + ". Choose another one with --data."};
    }
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
        const auto empty = forget_examples(*program->store, config.clinic);
        if (!empty)
            return empty.error();
        const auto made =
            create_demo_clinic(*program->store, ready.atlas, ready.catalog, *config.demo_today);
        if (!made)
            return made.error();
        if (const auto pin = set_example_pin(program->store->files()); !pin)
            return pin.error();
    }
    program->seal = std::make_unique<Seal>(program->store->files(), PinLimits{}, config.now);
    program->workspace = std::make_unique<Workspace>(*program->store, ready.atlas);
    program->shell =
        std::make_unique<Shell>(ready, *program->ui, *program->workspace, *program->seal,
                                Shell::Config{config.clinic / "summaries", config.random});
    return program;
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
