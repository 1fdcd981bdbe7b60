// Whatever the interface has called saved outlives the program, at whatever moment it is killed.

#include "clinic.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <limits>
#include <map>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using test::Clinic;

namespace {

constexpr int kills = 30;
/// The child is killed at a random moment after so many lines: counted in what it says and not in
/// time, so that a busy machine tests the same.
constexpr unsigned most_lines = 12, most_more_us = 30'000;

/// Prints "id level" of every mark once the interface says that all is saved.
void tell_what_is_saved(const Clinic &clinic, int to) {
    if (clinic.node("Saved") == nullptr)
        return;
    for (const app::Mark &mark : clinic.shell->document().marks) {
        if (!mark.level)
            continue;
        const std::string line = mark.id + " " + std::to_string(*mark.level) + "\n";
        if (::write(to, line.data(), line.size()) < 0)
            ::_exit(1);
    }
}

/// The child: marks places until it is killed.
[[noreturn]] void mark_for_ever(Clinic &clinic, int to) {
    for (int round = 0;; ++round)
        for (const char *area : {"lower_leg_calf.l", "thigh_front_of_thigh.l", "lower_leg_calf.r",
                                 "thigh_hamstrings.r"}) {
            clinic.tap_area(area);
            clinic.level("Pain level", std::min(10, 1 + round));
            tell_what_is_saved(clinic, to);
            clinic.tap("Done");
            tell_what_is_saved(clinic, to);
        }
}

/// Appends what the child says, up to so many lines or to its end.
void read_lines(int from, std::ptrdiff_t lines, std::string &text) {
    std::array<char, 4096> some{};
    for (ssize_t count = 0; std::ranges::count(text, '\n') < lines &&
                            (count = ::read(from, some.data(), some.size())) > 0;)
        text.append(some.data(), static_cast<std::size_t>(count));
}

/// By mark: the level that was told last. A line that was cut off was not told.
std::map<std::string, int> told(const std::string &text) {
    std::map<std::string, int> levels;
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != text.npos; at = end + 1) {
        const std::string line = text.substr(at, end - at);
        const auto space = line.find(' ');
        levels[line.substr(0, space)] = std::stoi(line.substr(space + 1));
    }
    return levels;
}

} // namespace

TEST_CASE("killing the program loses no mark that was shown as saved") {
    Clinic clinic({.demo = false});
    clinic.tap("New session");
    clinic.type("Client's name", "Zoe Okafor");
    clinic.tap("Start");
    clinic.tap("Hand over to Zoe");
    clinic.enter_pin("1234");
    clinic.enter_pin("1234");
    clinic.tap("Start");
    std::mt19937 random(20261120);
    int marks_told = 0;
    for (int i = 0; i < kills; ++i) {
        clinic.workspace->session().save(); // without the marks of the child before
        std::array<int, 2> pipe{};
        REQUIRE(::pipe(pipe.data()) == 0);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0)
            mark_for_ever(clinic, pipe[1]);
        ::close(pipe[1]);
        std::string said;
        const std::ptrdiff_t lines = random() % (most_lines + 1);
        read_lines(pipe[0], lines, said);
        std::this_thread::sleep_for(std::chrono::microseconds(random() % most_more_us));
        REQUIRE(::kill(child, SIGKILL) == 0);
        ::waitpid(child, nullptr, 0);
        read_lines(pipe[0], std::numeric_limits<std::ptrdiff_t>::max(), said);
        const auto levels = told(said);
        ::close(pipe[0]);
        const app::Document saved = clinic.on_disk();
        for (const auto &[id, level] : levels) {
            INFO("killed after " << lines << " lines: " << id);
            const app::Mark *mark = app::find_mark(saved, id);
            REQUIRE(mark != nullptr);
            CHECK(mark->level.has_value());
            REQUIRE(mark->level.has_value());
            CHECK(*mark->level >= level); // it only grows: a later one may not have been told
        }
        marks_told += static_cast<int>(levels.size());
    }
    CHECK(marks_told > kills / 2); // it lives long enough to say something
}
