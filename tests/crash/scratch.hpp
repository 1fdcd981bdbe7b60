/// A folder of its own, gone afterwards. In memory where there is /dev/shm: what a killed program
/// has written is there all the same, and how long a disk takes to sync does not matter. tools/soak
/// works on the disk.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace test {

class Scratch {
  public:
    Scratch() {
        const bool memory = ::access("/dev/shm", W_OK) == 0;
        std::string name =
            std::string(memory ? "/dev/shm" : PALPATE_BIN_DIR "/..") + "/palpate-crash-XXXXXX";
        if (mkdtemp(name.data()) == nullptr)
            std::abort();
        path_ = std::filesystem::canonical(name);
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    const std::filesystem::path &path() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace test
