/// What lies in a clinic's folder, read past the store.
#pragma once

#include "base/file.hpp"
#include "catch.hpp"
#include "example_session.hpp"
#include "store/record/folder_store.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace test {

inline std::string bytes_of(const std::filesystem::path &file) {
    return engine::read_file(file, std::size_t{1} << 30).value();
}

/// 0600 is for its owner only.
inline unsigned mode_of(const std::filesystem::path &path) {
    struct stat status{};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777u;
}

inline bool says(const engine::Error &error, std::string_view words) {
    INFO(error.message);
    return error.message.find(words) != std::string::npos;
}

inline constexpr engine::Timestamp now{1'800'000'000'000, 60};

/// Who works, for the audit log; always at the same moment.
inline app::Actor ines() {
    return {.who = [] { return std::string("Ines Ferreira"); }, .clock = [] { return now; }};
}

inline app::FolderStore open_store(const std::filesystem::path &folder, app::Actor actor = {}) {
    auto store = app::FolderStore::open(folder, atlas(), std::move(actor));
    INFO((store.ok() ? "" : store.error().message));
    REQUIRE(store.ok());
    return std::move(*store);
}

} // namespace test
