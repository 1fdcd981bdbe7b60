/// palpate-bench [--home | --guidance] [--json FILE]: what takes how long on this machine, as a
/// table. --home: only the home screen and its list, up to a hundred thousand sessions. --guidance:
/// only the guidance.

#include "base/file.hpp"
#include "base/share.hpp"
#include "parts.hpp"

#include <cstdio>
#include <filesystem>
#include <span>
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

int fail(const std::string &message) {
    std::fprintf(stderr, "%s\n", message.c_str());
    return 1;
}

} // namespace

int main(int count, char **values) {
    std::string json_file;
    bool understood = true;
    auto *measure = &measure_all;
    const std::span arguments(values, static_cast<std::size_t>(count));
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string argument = arguments[i];
        if (argument == "--home")
            measure = &measure_home_only;
        else if (argument == "--guidance")
            measure = &measure_guidance_only;
        else if (argument == "--json" && i + 1 < arguments.size())
            json_file = arguments[++i];
        else
            understood = false;
    }
    if (!understood) {
        std::fputs("palpate-bench [--home | --guidance] [--json FILE]\n", stderr);
        return 2;
    }

    const auto share = engine::share_folder();
    if (!share)
        return fail(share.error().message);
    const auto measured = measure(*share);
    if (!measured)
        return fail(measured.error().message);
    std::fputs(bench::table(measured->figures).c_str(), stdout);
    std::fputs(bench::table(measured->amounts).c_str(), stdout);
    if (json_file.empty())
        return 0;
    const auto written =
        engine::write_file_durably(json_file, bench::json(measured->figures, measured->amounts));
    return written ? 0 : fail(written.error().message);
}
