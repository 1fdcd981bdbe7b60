// palpate-soak: see --help.

#include "base/share.hpp"
#include "kills.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <system_error>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr const char *usage =
    "Usage: palpate-soak [--kills N] [--seconds S] [--seed X]\n\n"
    "Kills programs that work on sessions, N times (1000) or until S seconds are over, and checks\n"
    "after each kill that every acknowledged command is there. Exit code 1 at the first loss; the\n"
    "folder then stays.\n";

struct Choice {
    int kills = 1000;
    double seconds = 0; ///< 0: as long as it takes
    std::uint64_t seed = std::random_device{}();
};

template <class Number>
bool take(const std::string &text, Number &number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= 0;
}

std::optional<Choice> parse(const std::vector<std::string> &args) {
    Choice choice;
    for (std::size_t i = 0; i + 1 < args.size(); i += 2) {
        const std::string &value = args[i + 1];
        const bool taken = args[i] == "--kills"     ? take(value, choice.kills)
                           : args[i] == "--seconds" ? take(value, choice.seconds)
                           : args[i] == "--seed"    ? take(value, choice.seed)
                                                    : false;
        if (!taken)
            return std::nullopt;
    }
    return args.size() % 2 == 0 ? std::optional(choice) : std::nullopt;
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
    const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
    if (args.size() == 1 && (args[0] == "--help" || args[0] == "-h")) {
        std::fputs(usage, stdout);
        return 0;
    }
    const auto choice = parse(args);
    if (!choice) {
        std::fputs(usage, stderr);
        return 2;
    }
    return soak_for(*choice);
}
