#include "base/file.hpp"
#include "catch.hpp"
#include "temp_folder.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace engine;
namespace fs = std::filesystem;

namespace {

class TestFolder : public test::TempFolder {
  public:
    std::size_t entries() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator{path()}, fs::directory_iterator{}));
    }
};

bool says(const Error &error, const char *words) {
    return error.message.find(words) != std::string::npos;
}

/// No file may grow beyond `bytes` while this lives: stands for a full disk.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        old_handler_ = std::signal(SIGXFSZ, SIG_IGN);
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &old_) == 0);
        const rlimit limited{bytes, old_.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &limited) == 0);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, old_handler_);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

  private:
    rlimit old_{};
    void (*old_handler_)(int) = nullptr;
};

} // namespace

TEST_CASE("a file is written, replaced and read back, for its owner only") {
    const TestFolder folder;
    const fs::path file = folder.path() / "one.txt";
    REQUIRE(write_file_durably(file, "old").ok());
    REQUIRE(write_file_durably(file, std::string_view{"n\0w", 3}).ok());
    CHECK(read_file(file, 100).value() == std::string("n\0w", 3));
    CHECK(folder.entries() == 1);
    struct stat status{};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a file above the limit is refused by its size") {
    const TestFolder folder;
    const fs::path file = folder.path() / "huge.bin";
    std::ofstream{file}.put('x');
    fs::resize_file(file, std::uintmax_t{1} << 40); // a hole: reading it would never end
    const auto read = read_file(file, 16 << 20);
    REQUIRE_FALSE(read.ok());
    CHECK(says(read.error(), "too large"));
    CHECK(says(read.error(), "at most 16 MB"));
    fs::resize_file(file, 5);
    CHECK(read_file(file, 5).ok());
    CHECK_FALSE(read_file(file, 4).ok());
}

TEST_CASE("missing files, folders and pipes are named in plain words") {
    const TestFolder folder;
    const auto missing = read_file(folder.path() / "none.txt", 10);
    REQUIRE_FALSE(missing.ok());
    CHECK(says(missing.error(), "There is no file"));
    CHECK(says(missing.error(), "none.txt"));
    const auto directory = read_file(folder.path(), 10);
    REQUIRE_FALSE(directory.ok());
    CHECK(says(directory.error(), "is a folder"));
    REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    const auto pipe = read_file(folder.path() / "pipe", 10);
    REQUIRE_FALSE(pipe.ok());
    CHECK(says(pipe.error(), "not an ordinary file"));
}

TEST_CASE("a write that cannot be says why and leaves nothing behind") {
    const TestFolder folder;
    const fs::path file = folder.path() / "one.txt";
    REQUIRE(write_file_durably(file, "old").ok());

    SECTION("the disk is full") {
        const std::string large(100'000, 'x');
        const auto written = [&] {
            const FileSizeLimit limit{4096};
            return write_file_durably(file, large);
        }();
        REQUIRE_FALSE(written.ok());
        CHECK(says(written.error(), "The disk is full. Free some space, then save again."));
    }
    SECTION("the folder is missing") {
        const auto written = write_file_durably(folder.path() / "no" / "two.txt", "new");
        REQUIRE_FALSE(written.ok());
        CHECK(says(written.error(), "does not exist"));
    }
    SECTION("the folder is a file") {
        const auto written = write_file_durably(file / "two.txt", "new");
        REQUIRE_FALSE(written.ok());
        CHECK(says(written.error(), "does not exist"));
    }
    SECTION("nobody may write there") {
        const auto written = write_file_durably("/proc/palpate-test", "new");
        REQUIRE_FALSE(written.ok());
    }
    SECTION("a folder has the name") {
        fs::create_directories(folder.path() / "taken" / "inside");
        REQUIRE_FALSE(write_file_durably(folder.path() / "taken", "new").ok());
        CHECK(fs::is_directory(folder.path() / "taken" / "inside"));
        fs::remove_all(folder.path() / "taken");
    }
    CHECK(read_file(file, 100).value() == "old");
    CHECK(folder.entries() == 1);
}

TEST_CASE("a temporary file left by a killed program is no obstacle") {
    const TestFolder folder;
    const fs::path file = folder.path() / "one.txt";
    std::ofstream{file.string() + ".tmp-" + std::to_string(::getpid()) + "-0"} << "half";
    REQUIRE(write_file_durably(file, "new").ok());
    CHECK(read_file(file, 100).value() == "new");
}
