// The program: reads the command line, wires the parts, and runs the loop of frames.

#include "shell/detail_chooser.hpp"
#include "shell/run.hpp"
#include "tours/tours.hpp"
#include "tours/walks.hpp"

#include <cstdio>
#include <filesystem>
#include <vector>

namespace {

using engine::Error;
using engine::Result;

int fail(const Error &error) {
    std::fprintf(stderr, "palpate: %s\n", error.message.c_str());
    return 1;
}

int report(const Result<std::vector<std::filesystem::path>> &files) {
    if (!files)
        return fail(files.error());
    for (const auto &file : *files)
        std::printf("%s\n", file.string().c_str());
    return 0;
}

int report(const Result<bool> &good) {
    if (!good)
        return fail(good.error());
    return *good ? 0 : 1;
}

int run_window(const app::Options &options) {
    const engine::Clock clock;
    const auto config = app::run_config(options, clock);
    if (!config)
        return fail(config.error());
    auto made = app::make_program(options, *config);
    if (!made)
        return fail(made.error());
    app::Program &program = **made;
    if (!program.window->has_display() && !options.first_frame)
        return fail({"There is no display here. Use palpate --headless FOLDER to play the demo "
                     "without a window."});

    app::DetailChooser chooser(options.detail);
    app::RunStats stats;
    stats.detail = chooser.detail();
    std::vector<engine::InputEvent> events;
    for (app::FrameResult result{.again = true}; !result.closed;) {
        events.clear();
        if (result.again)
            program.window->poll(events);
        else
            program.window->wait_events(app::wait_s(program, clock.now_s()), events);
        if (!result.again && events.empty() &&
            !app::is_due(program, clock.now_s(), engine::wall_clock()))
            continue; // nothing has changed: nothing is drawn
        const double begin_s = clock.now_s();
        const auto drawn = app::frame(
            program,
            {clock.now_s(), engine::wall_clock(), glm::vec2(program.window->size()), events},
            &program.painter);
        if (!drawn)
            return fail(drawn.error());
        result = *drawn;
        program.window->set_text_input(program.ui->text_input());
        program.window->swap();
        stats.frame(clock.now_s());
        if (program.shell && program.shell->body().moving)
            chooser.moving_frame(clock.now_s() - begin_s);
        if (chooser.detail() != stats.detail) {
            stats.detail = chooser.detail();
            if (const auto changed = app::change_detail(program, stats.detail); !changed)
                std::fprintf(stderr, "palpate: %s\n", changed.error().message.c_str());
            result.again = true;
        }
        if (options.first_frame)
            break;
    }
    if (options.first_frame)
        std::printf("%.1f\n", stats.first_frame_s * 1000);
    const auto written = app::write_stats(stats, options.stats);
    return written ? 0 : fail(written.error());
}

} // namespace

int main(int argc, char **argv) {
    app::Options options;
    if (const auto exit = engine::answer(app::command_line(options), argc, argv))
        return *exit;
    if (!options.headless.empty())
        return report(app::play_demo(options));
    if (!options.screens.empty())
        return report(app::write_screens(options));
    if (!options.walks.empty())
        return report(app::print_walks(options));
    return run_window(options);
}
