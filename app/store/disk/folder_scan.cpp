#include "store/disk/folder_scan.hpp"

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unordered_map>
#include <utility>

namespace app {

namespace fs = std::filesystem;

namespace {

std::int64_t ns(const timespec &time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

std::optional<struct stat> look_at(const fs::path &path) {
    struct stat seen{};
    if (::lstat(path.c_str(), &seen) != 0)
        return {};
    return seen;
}

} // namespace

std::string stamp_of_file(const fs::path &file) {
    const auto seen = look_at(file);
    if (!seen)
        return {};
    return std::to_string(seen->st_size) + " " + std::to_string(ns(seen->st_mtim)) + " " +
           std::to_string(ns(seen->st_ctim)) + " " + std::to_string(seen->st_ino);
}

std::string stamp_of_folder(const fs::path &folder) {
    const auto seen = look_at(folder);
    return seen ? std::to_string(ns(seen->st_mtim)) + " " + std::to_string(seen->st_ino)
                : std::string();
}

bool has_settled(const fs::path &folder) {
    const auto seen = look_at(folder);
    if (!seen)
        return true;
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);       // the clock that such times are taken from
    constexpr std::int64_t tick_ns = 20'000'000; // longest tick of a kernel's clock, doubled
    const std::int64_t age = ns(now) - ns(seen->st_mtim);
    return age < 0 || age > tick_ns;
}

std::optional<std::unordered_map<std::string, std::string>> stamps_in(const fs::path &folder) {
    std::error_code failed;
    fs::directory_iterator files{folder, failed};
    std::unordered_map<std::string, std::string> stamps;
    for (; !failed && files != fs::directory_iterator{}; files.increment(failed)) {
        const fs::path &file = files->path();
        if (file.extension() != ".json")
            continue;
        if (std::string stamp = stamp_of_file(file); !stamp.empty())
            stamps.emplace(file.filename().string(), std::move(stamp));
    }
    if (failed)
        return {};
    return stamps;
}

} // namespace app
