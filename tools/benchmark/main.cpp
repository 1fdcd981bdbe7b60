// palpate-bench: see --help.

#include "args/command_line.hpp"
#include "base/file.hpp"
#include "base/share.hpp"
#include "parts.hpp"

#include <cstdio>
#include <filesystem>
#include <string>

namespace {

using engine::Done;
using engine::Result;

struct Measured {
    bench::Figures figures;
    bench::Amounts amounts;
};

constexpr int many_sessions = 10'000, very_many_sessions = 100'000;

Result<Measured> measure_home_only(const std::filesystem::path &share) {
    Measured measured;
    if (auto done = bench::measure_home(share, very_many_sessions, measured.figures); !done)
        return done.error();
    return measured;
}

Result<Measured> measure_guidance_only(const std::filesystem::path &share) {
    Measured measured;
    if (auto done = bench::measure_guiding(share, measured.figures); !done)
        return done.error();
    return measured;
}

Result<Measured> measure_all(const std::filesystem::path &share) {
    const auto program = share.parent_path().parent_path() / "bin" / "palpate";
    Measured measured;
    auto &[figures, amounts] = measured;
    if (auto done = bench::measure_loading(share, figures, amounts); !done)
        return done.error();
    if (auto done = bench::measure_start(program, figures); !done)
        return done.error();
    if (auto done = bench::measure_frames(share, figures); !done)
        return done.error();
    if (auto done = bench::measure_painting(share, figures); !done)
        return done.error();
    if (auto done = bench::measure_picking(share, figures); !done)
        return done.error();
    if (auto done = bench::measure_surface(share, figures); !done)
        return done.error();
    if (auto done = bench::measure_finding(share, figures); !done)
        return done.error();
    if (auto done = bench::measure_guiding(share, figures); !done)
        return done.error();
    if (auto done = bench::measure_saving(share, figures); !done)
        return done.error();
    if (auto done = bench::measure_home(share, many_sessions, figures); !done)
        return done.error();
    return measured;
}

struct Choice {
    bool home = false, guidance = false;
    std::string json_file; ///< empty: not given
};

engine::CommandLine command_line(Choice &choice) {
    return {
        .program = "palpate-bench",
        .about = "Measures what takes how long on this machine, and prints it as a table.",
        .arguments = {{"--home", "",
                       "only the home screen and its list, up to a hundred thousand sessions",
                       &choice.home},
                      {"--guidance", "", "only the guidance", &choice.guidance},
                      {"--json", "FILE", "also write the figures to FILE", &choice.json_file}},
        .check =
            [&choice] {
                return std::string(choice.home && choice.guidance
                                       ? "--home and --guidance leave out each other: say one."
                                       : "");
            },
    };
}

int fail(const std::string &message) {
    std::fprintf(stderr, "palpate-bench: %s\n", message.c_str());
    return 1;
}

} // namespace

int main(int count, char **values) {
    Choice choice;
    if (const auto exit = engine::answer(command_line(choice), count, values))
        return *exit;
    const auto measure = choice.home       ? &measure_home_only
                         : choice.guidance ? &measure_guidance_only
                                           : &measure_all;

    const auto share = engine::share_folder();
    if (!share)
        return fail(share.error().message);
    const auto measured = measure(*share);
    if (!measured)
        return fail(measured.error().message);
    std::fputs(bench::table(measured->figures).c_str(), stdout);
    std::fputs(bench::table(measured->amounts).c_str(), stdout);
    if (choice.json_file.empty())
        return 0;
    const auto written = engine::write_file_durably(
        choice.json_file, bench::json(measured->figures, measured->amounts));
    return written ? 0 : fail(written.error().message);
}
