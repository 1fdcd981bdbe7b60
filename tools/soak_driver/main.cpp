// palpate-soak: see --help.

#include "args/command_line.hpp"
#include "base/share.hpp"
#include "kills.hpp"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <random>
#include <string>
#include <system_error>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Choice {
    int kills = 1000;
    double seconds = 0; ///< 0: as long as it takes
    std::uint64_t seed = std::random_device{}();
};

engine::CommandLine command_line(Choice &choice) {
    return {
        .program = "palpate-soak",
        .about = "Kills programs that work on sessions, and checks after each kill that every "
                 "acknowledged command is there.",
        .arguments = {{"--kills", "N", "how many times (1000)",
                       engine::Number<int>{&choice.kills, 0, std::numeric_limits<int>::max()}},
                      {"--seconds", "S", "stop when S seconds are over (as long as it takes)",
                       engine::Number<double>{&choice.seconds, 0, 1e9}},
                      {"--seed", "X",
                       "the moments of an earlier run, which has printed it (another each time)",
                       engine::Number<std::uint64_t>{&choice.seed, 0,
                                                     std::numeric_limits<std::uint64_t>::max()}}},
        .end = "Exit code 1 at the first loss; the folder then stays.",
    };
}

/// A folder of its own beside the program: on a disk, which a folder for temporary files may not
/// be.
fs::path make_folder(const fs::path &share) {
    std::string name = (share.parent_path().parent_path() / "soak-XXXXXX").string();
    return ::mkdtemp(name.data()) == nullptr ? fs::path{} : fs::path(name);
}

int fail(const std::string &message) {
    std::fprintf(stderr, "palpate-soak: %s\n", message.c_str());
    return 1;
}

void print(const soak::Tally &tally, double seconds) {
    std::printf("%d kills in %.0f s (%d in a call to the disk, %d of palpate-cli), %d sessions\n"
                "%ld commands acknowledged, all there; %ld more were there; %llu lay in journals\n",
                tally.kills, seconds, tally.in_calls, tally.of_programs, tally.sessions,
                tally.acknowledged, tally.unacknowledged,
                static_cast<unsigned long long>(tally.recovered));
}

int soak_for(const Choice &choice) {
    const auto share = engine::share_folder();
    if (!share)
        return fail(share.error().message);
    const auto atlas = app::Atlas::load(*share / "atlas" / "atlas.json");
    if (!atlas)
        return fail(atlas.error().message);
    const fs::path folder = make_folder(*share);
    if (folder.empty())
        return fail("No folder can be made in " + share->parent_path().parent_path().string());
    std::printf("seed %llu\n", static_cast<unsigned long long>(choice.seed));
    std::fflush(stdout);

    const auto begin = Clock::now();
    const auto seconds = [&begin] {
        return std::chrono::duration<double>(Clock::now() - begin).count();
    };
    soak::KillPlan plan{.folder = folder / "clinic", .seed = choice.seed, .kills = choice.kills};
    plan.cli = share->parent_path().parent_path() / "bin" / "palpate-cli";
    plan.goes_on = [&](const soak::Tally &) {
        return choice.seconds <= 0 || seconds() < choice.seconds;
    };
    const auto tally = soak::kill_and_look(plan, *atlas);
    if (!tally)
        return fail(tally.error().message);
    print(*tally, seconds());
    std::error_code ignored; // a folder that stays does no harm
    fs::remove_all(folder, ignored);
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    Choice choice;
    if (const auto exit = engine::answer(command_line(choice), argc, argv))
        return *exit;
    return soak_for(choice);
}
