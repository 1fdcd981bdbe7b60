/// palpate-bench [--json FILE]: what takes how long on this machine, as a table.

#include "base/file.hpp"
#include "base/share.hpp"
#include "parts.hpp"

#include <cstdio>
#include <span>

namespace {

using engine::Done;
using engine::Result;

struct Measured {
    bench::Figures figures;
    bench::Amounts amounts;
};

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
    if (auto done = bench::measure_saving(share, figures); !done)
        return done.error();
    return measured;
}

int fail(const std::string &message) {
    std::fprintf(stderr, "%s\n", message.c_str());
    return 1;
}

} // namespace

int main(int count, char **values) {
    const std::span arguments(values, static_cast<std::size_t>(count));
    std::string json_file;
    if (arguments.size() == 3 && std::string(arguments[1]) == "--json") {
        json_file = arguments[2];
    } else if (arguments.size() != 1) {
        std::fputs("palpate-bench [--json FILE]\n", stderr);
        return 2;
    }

    const auto share = engine::share_folder();
    if (!share)
        return fail(share.error().message);
    const auto measured = measure_all(*share);
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
