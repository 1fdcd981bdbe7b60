// An encrypted clinic in a real window: what the program leaves on the disk while a client marks a
// place, and afterwards, tells nobody anything.

#include "host/clock.hpp"
#include "protected_clinic.hpp"
#include "real_window.hpp"

#include <array>
#include <atomic>
#include <fcntl.h>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>

namespace fs = std::filesystem;
using test::Window, test::middle_of, test::area_pixel, test::level_pixel;

namespace {

constexpr std::string_view area = "lower_leg_calf.l";
const std::array<std::string_view, 4> secrets{"Lindgren", "lower_leg_calf", "gastrocnemius",
                                              "\"level\""};

std::string bytes_of(const fs::path &file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return std::move(all).str();
}

/// "file: secret" for each secret that can be read in a file, or in its name.
void look_into(const fs::path &file, std::set<std::string> &found) {
    const std::string bytes = bytes_of(file);
    for (const std::string_view secret : secrets)
        if (bytes.find(secret) != std::string::npos ||
            file.filename().string().find(secret) != std::string::npos)
            found.insert(file.string() + ": " + std::string(secret));
}

/// Files may come and go meanwhile.
std::vector<fs::path> files_below(const fs::path &folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::recursive_directory_iterator at{folder, failed}, end; !failed && at != end;
         at.increment(failed))
        if (std::error_code gone; at->is_regular_file(gone))
            files.push_back(at->path());
    return files;
}

std::set<std::string> readable_below(const fs::path &folder) {
    std::set<std::string> found;
    for (const fs::path &file : files_below(folder))
        look_into(file, found);
    return found;
}

/// Files that the process has open for writing, wherever they lie and also when they have no name
/// any more; not its terminal.
std::vector<fs::path> written_by(pid_t process) {
    std::vector<fs::path> files;
    const fs::path proc = fs::path("/proc") / std::to_string(process);
    std::error_code failed;
    for (fs::directory_iterator at{proc / "fd", failed}, end; !failed && at != end;
         at.increment(failed)) {
        const std::string number = at->path().filename().string();
        std::ifstream info(proc / "fdinfo" / number);
        std::string word;
        unsigned flags = 0;
        while (info >> word && word != "flags:") {
        }
        info >> std::oct >> flags;
        if (std::error_code gone; std::stoi(number) > STDERR_FILENO &&
                                  (flags & O_ACCMODE) != O_RDONLY &&
                                  fs::is_regular_file(at->path(), gone))
            files.push_back(at->path());
    }
    return files;
}

/// Looks again and again, so that what is there for a moment only is found too.
class Watch {
  public:
    Watch(fs::path folder, pid_t process)
        : folder_(std::move(folder)), process_(process), thread_([this] { look(); }) {}
    ~Watch() { end(); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    std::set<std::string> end() {
        over_ = true;
        if (thread_.joinable())
            thread_.join();
        return found_;
    }
    int rounds() const { return rounds_; }
    int open_files() const { return open_files_; }

  private:
    void look() {
        for (; !over_; ++rounds_) {
            found_.merge(readable_below(folder_));
            for (const fs::path &file : written_by(process_)) {
                look_into(file, found_);
                ++open_files_;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }

    fs::path folder_;
    pid_t process_;
    std::atomic<bool> over_ = false;
    std::atomic<int> rounds_ = 0, open_files_ = 0;
    std::set<std::string> found_;
    std::thread thread_; // last: it uses all of the above
};

/// While it lives, all folders that a program may write to of its own accord lie in one.
class EverythingIn {
  public:
    explicit EverythingIn(const fs::path &folder) {
        for (const char *name : {"HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
                                 "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
            const char *before = getenv(name);
            before_.emplace_back(name, before != nullptr ? std::optional<std::string>(before)
                                                         : std::nullopt);
            const fs::path own = folder / name;
            fs::create_directories(own);
            fs::permissions(own, fs::perms::owner_all);
            setenv(name, own.c_str(), 1);
        }
    }
    ~EverythingIn() {
        for (const auto &[name, value] : before_)
            if (value)
                setenv(name, value->c_str(), 1);
            else
                unsetenv(name);
    }
    EverythingIn(const EverythingIn &) = delete;
    EverythingIn &operator=(const EverythingIn &) = delete;

  private:
    std::vector<std::pair<const char *, std::optional<std::string>>> before_;
};

/// Of the session in which the client marks; none: it has no marks.
std::vector<app::Mark> marks_in(const fs::path &data) {
    auto files = app::ClinicFiles::open(data);
    REQUIRE(files.ok());
    REQUIRE(files->unlock(test::passphrase).ok());
    const auto store = app::FolderStore::open(std::move(*files), test::resources().atlas);
    REQUIRE(store.ok());
    for (const fs::path &file : files_below(data / "sessions")) {
        const auto session = store->load(file.stem().string());
        REQUIRE(session.ok());
        if (session->stage == app::Stage::before && !session->marks.empty())
            return session->marks;
    }
    return {};
}

} // namespace

TEST_CASE("in a real window: of an encrypted clinic nothing can be read, while and after it is "
          "used") {
    test::ProtectedClinic guide{false, engine::wall_clock()};
    // What is looked for would be found.
    std::string plain;
    for (const std::string &found : readable_below(guide.folder.path()))
        plain += found + "\n";
    for (const std::string_view secret : secrets) {
        INFO(plain);
        CHECK(plain.find(": " + std::string(secret) + "\n") != std::string::npos);
    }
    guide.encrypt();

    const test::TempFolder folder;
    const fs::path data = folder.path() / "clinic";
    fs::copy(guide.folder.path(), data, fs::copy_options::recursive);
    guide.start();
    REQUIRE(marks_in(data).empty());

    const test::Display display;
    const EverythingIn everything(folder.path());
    Window window(data, folder.path() / "stats.json", {});
    Watch watch(folder.path(), window.process());

    window.click(middle_of(guide.program.ui->tree(), "Passphrase"));
    window.type(test::passphrase);
    guide.type("Passphrase", test::passphrase);
    window.click(middle_of(guide.program.ui->tree(), "Unlock"));
    guide.tap("Unlock");
    REQUIRE(guide.program.shell != nullptr);
    const auto step = [&](std::string_view name) {
        window.click(middle_of(guide.program.ui->tree(), name));
        guide.tap(name);
    };
    step("Hand over to Maya");
    step("Start");

    const auto in_journals = [&] {
        std::uintmax_t bytes = 0;
        for (const fs::path &file : files_below(data / "journal"))
            if (std::error_code gone; fs::file_size(file, gone) > 0 && !gone)
                bytes += fs::file_size(file, gone);
        return bytes;
    };
    window.click(area_pixel(*guide.program.shell, area));
    REQUIRE(guide.driver->tap_area(area, test::resources().body->places()).ok());
    CHECK(test::comes_true([&] { return in_journals() > 0; }));
    const std::uintmax_t without_level = in_journals();
    window.click(level_pixel(guide.program.ui->tree(), "Pain level", 6));
    // Whether it is there is looked at in the end.
    (void)test::comes_true([&] { return in_journals() > without_level; });

    // Killed, so that it can tidy nothing up; with a polite end it would ask for the PIN first.
    window.kill();
    const std::set<std::string> found = watch.end();
    for (const std::string &what : found)
        FAIL_CHECK(what);
    CHECK(watch.rounds() > 10);
    CHECK(watch.open_files() > 0);
    for (const std::string &what : readable_below(folder.path()))
        FAIL_CHECK("afterwards: " + what);

    // All the same it is there, for who has the passphrase.
    const std::vector<app::Mark> marks = marks_in(data);
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].area == area);
    CHECK(marks[0].level == 6);
}
