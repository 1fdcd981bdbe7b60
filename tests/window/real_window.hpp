/// The real program in a real window under Xvfb, driven by xdotool. Where to click is found by
/// walking through the same screens without a window at the same size.
#pragma once

#include "base/file.hpp"
#include "clinic.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <thread>

namespace test {

using namespace std::chrono_literals;

class Process {
  public:
    explicit Process(std::vector<std::string> words) {
        std::vector<char *> argv;
        for (std::string &word : words)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        REQUIRE(posix_spawnp(&pid_, argv[0], nullptr, nullptr, argv.data(), environ) == 0);
    }
    ~Process() { stop(SIGKILL); }
    Process(const Process &) = delete;
    Process &operator=(const Process &) = delete;

    /// Ends it with the signal and waits; the exit code, or -1 when it died of the signal.
    int stop(int with) {
        if (pid_ == 0)
            return -1;
        ::kill(pid_, with);
        return wait();
    }
    pid_t id() const { return pid_; }
    int wait() {
        int status = 0;
        waitpid(pid_, &status, 0);
        pid_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    pid_t pid_ = 0;
};

/// The exit code; a command that hangs is ended after 20 s.
inline int run(std::vector<std::string> words) {
    words.insert(words.begin(), {"timeout", "20"});
    return Process(std::move(words)).wait();
}

/// A display of its own for a test.
class Display {
  public:
    Display() {
        setenv("DISPLAY", ":97", 1);
        unsetenv("SDL_VIDEODRIVER");
        unsetenv("WAYLAND_DISPLAY");
        for (int tries = 0; run({"xdotool", "getmouselocation"}) != 0; ++tries) {
            REQUIRE(tries < 100);
            std::this_thread::sleep_for(100ms);
        }
    }

  private:
    Process server_{{"Xvfb", ":97", "-screen", "0", "1280x800x24", "-nolisten", "tcp"}};
};

/// Whether it becomes true within 20 s.
inline bool comes_true(const std::function<bool()> &condition) {
    for (int tries = 0; tries < 100; ++tries) {
        if (condition())
            return true;
        std::this_thread::sleep_for(200ms);
    }
    return false;
}

/// CPU time that a process has used.
inline long ticks_of(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string text;
    std::getline(file, text);
    // After the name, which may hold spaces: the state, ten numbers, then user and system time
    // (proc(5), fields 14, 15).
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        fields >> skipped;
    long user = 0, system = 0;
    fields >> user >> system;
    return user + system;
}

class Window {
  public:
    Window(const std::filesystem::path &data, const std::filesystem::path &stats,
           const std::vector<std::string> &more)
        : stats_(stats), program_(words(data, stats, more)) {
        REQUIRE(comes_true([] {
            return run({"xdotool", "search", "--onlyvisible", "--name", "Palpate", "windowmove",
                        "0", "0"}) == 0;
        }));
        settle(); // sanitized builds draw their first frames slowly
    }

    /// Waits until the program rests, however busy the machine is: half a second with at most one
    /// tick (10 ms) of CPU time.
    void settle() const {
        long before = 0;
        REQUIRE(comes_true([&] {
            const long now = ticks_of(program_.id());
            const bool rests = before != 0 && now - before <= 1;
            before = now;
            if (!rests)
                std::this_thread::sleep_for(300ms); // and 200 ms between two looks
            return rests;
        }));
    }

    void click(glm::vec2 at) {
        REQUIRE(run({"xdotool", "mousemove", std::to_string(static_cast<int>(at.x)),
                     std::to_string(static_cast<int>(at.y)), "sleep", "0.2", "click", "1"}) == 0);
        std::this_thread::sleep_for(1500ms);
    }
    void type(std::string_view words) {
        REQUIRE(run({"xdotool", "type", "--delay", "60", std::string(words)}) == 0);
        std::this_thread::sleep_for(1s);
    }

    nlohmann::json stats_after_close() {
        CHECK(program_.stop(SIGTERM) == 0);
        const auto text = engine::read_file(stats_, 1 << 16);
        REQUIRE(text.ok());
        return nlohmann::json::parse(*text);
    }
    void kill() { program_.stop(SIGKILL); }
    pid_t process() const { return program_.id(); }

  private:
    static std::vector<std::string> words(const std::filesystem::path &data,
                                          const std::filesystem::path &stats,
                                          const std::vector<std::string> &more) {
        std::vector<std::string> all{PALPATE_BIN_DIR "/palpate",
                                     "--data",
                                     data.string(),
                                     "--size",
                                     "1280x800",
                                     "--body-detail",
                                     "fast",
                                     "--stats",
                                     stats.string()};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    std::filesystem::path stats_;
    Process program_;
};

/// Of what can be pressed: a field's label may have the same name.
inline glm::vec2 middle_of(const engine::ui::Tree &tree, std::string_view name) {
    for (const engine::ui::Node &node : tree.nodes())
        if (node.name == name && node.takes_input)
            return node.visible.center();
    FAIL("there is no " << name);
    return {};
}

inline glm::vec2 area_pixel(const app::Shell &shell, std::string_view area) {
    const app::BodyPlaces &places = resources().body->places();
    for (const app::Figure &figure : shell.body().figures) {
        const auto seen = places.visible(figure, places.tags_of_area(area));
        if (seen.area_px2 > 100)
            return pixel_of(figure.view, figure.viewport, seen.point);
    }
    FAIL("the area is not in sight");
    return {};
}

inline glm::vec2 level_pixel(const engine::ui::Tree &tree, std::string_view slider, int level) {
    const engine::ui::Node *node = tree.find(slider);
    REQUIRE(node != nullptr);
    const engine::Rect &rect = node->rect;
    return {rect.x + rect.w * (static_cast<float>(level) + 0.5F) / 11, rect.y + rect.h * 0.4F};
}

} // namespace test
