// The real program in a real window under Xvfb, driven by xdotool. Where to click is found by
// walking through the same screens without a window at the same size.

#include "base/file.hpp"
#include "clinic.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>

using test::Clinic;
using namespace std::chrono_literals;

namespace {

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
        kill(pid_, with);
        return wait();
    }
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
int run(std::vector<std::string> words) {
    words.insert(words.begin(), {"timeout", "20"});
    return Process(std::move(words)).wait();
}

// A display of its own for this test.
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

class Window {
  public:
    explicit Window(const test::TempFolder &folder)
        : data_(folder.path() / "window"),
          stats_(folder.path() / "stats.json"),
          program_({PALPATE_BIN_DIR "/palpate", "--demo", "--data", data_.string(), "--size",
                    "1280x800", "--body-detail", "fast", "--stats", stats_.string()}) {
        for (int tries = 0; run({"xdotool", "search", "--onlyvisible", "--name", "Palpate",
                                 "windowmove", "0", "0"}) != 0;
             ++tries) {
            REQUIRE(tries < 100);
            std::this_thread::sleep_for(200ms);
        }
        std::this_thread::sleep_for(1s); // sanitized builds draw their first frames slowly
    }

    void click(glm::vec2 at) {
        REQUIRE(run({"xdotool", "mousemove", std::to_string(static_cast<int>(at.x)),
                     std::to_string(static_cast<int>(at.y)), "sleep", "0.2", "click", "1"}) == 0);
        std::this_thread::sleep_for(1500ms);
    }

    /// Marks of the session that was changed, once it has some; empty after 20 s without.
    nlohmann::json marks_on_disk() const {
        for (int tries = 0; tries < 100; ++tries) {
            for (const auto &file : std::filesystem::directory_iterator(data_ / "sessions")) {
                const auto text = engine::read_file(file.path(), 1 << 20);
                if (!text)
                    continue;
                const auto json = nlohmann::json::parse(*text, nullptr, false);
                if (json.value("stage", "") == "before" && !json["marks"].empty() &&
                    json["marks"][0].value("level", nlohmann::json()).is_number())
                    return json["marks"];
            }
            std::this_thread::sleep_for(200ms);
        }
        return {};
    }

    nlohmann::json stats_after_close() {
        CHECK(program_.stop(SIGTERM) == 0);
        const auto text = engine::read_file(stats_, 1 << 16);
        REQUIRE(text.ok());
        return nlohmann::json::parse(*text);
    }

  private:
    std::filesystem::path data_, stats_;
    Process program_;
};

glm::vec2 middle_of(const Clinic &clinic, std::string_view name) {
    const engine::ui::Node *node = clinic.node(name);
    REQUIRE(node != nullptr);
    return node->visible.center();
}

glm::vec2 area_pixel(const Clinic &clinic, std::string_view area) {
    const app::BodyPlaces &places = test::resources().body->places();
    for (const app::Figure &figure : clinic.shell->body().figures) {
        const auto seen = places.visible(figure, places.tags_of_area(area));
        if (seen.area_px2 > 100)
            return pixel_of(figure.view, figure.viewport, seen.point);
    }
    FAIL("the area is not in sight");
    return {};
}

} // namespace

TEST_CASE("in a real window: tap a calf, set level 6, and the file on the disk holds it") {
    const Display display;
    const test::TempFolder folder;
    Window window(folder);
    Clinic guide;

    window.click(middle_of(guide, "Hand over to Maya"));
    guide.tap("Hand over to Maya");
    window.click(middle_of(guide, "Start"));
    guide.tap("Start");
    window.click(area_pixel(guide, "lower_leg_calf.l"));
    guide.tap_area("lower_leg_calf.l");
    const engine::Rect slider = guide.node("Pain level")->rect;
    window.click({slider.x + slider.w * 6.5F / 11, slider.y + slider.h * 0.4F});

    const nlohmann::json marks = window.marks_on_disk();
    REQUIRE(marks.size() == 1);
    CHECK(marks[0]["area"] == "lower_leg_calf.l");
    CHECK(marks[0]["level"] == 6);
    CHECK(marks[0]["channel"] == "pain");
}

TEST_CASE("nothing is drawn while nothing changes") {
    const Display display;
    const test::TempFolder folder;
    Window window(folder);
    std::this_thread::sleep_for(6s);
    const nlohmann::json stats = window.stats_after_close();
    CHECK(stats["frames"].get<int>() >= 1);
    CHECK(stats["frames"].get<int>() < 30);
    // The last frame but the closing one was drawn while the window opened, not in the quiet 6 s.
    CHECK(stats["quiet_s"].get<double>() > 4);
    CHECK(stats["body_detail"] == "fast"); // as it was asked for
}
