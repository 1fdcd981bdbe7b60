#include "host/paths.hpp"

#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace engine {
namespace {

/// The XDG rules: a relative path is to be ignored.
std::filesystem::path absolute_from_environment(const char *variable) {
    const char *value = std::getenv(variable);
    const std::filesystem::path path = value == nullptr ? "" : value;
    return path.is_absolute() ? path : std::filesystem::path{};
}

} // namespace

Result<std::filesystem::path> user_data_folder(std::string_view name) {
    if (const auto data = absolute_from_environment("XDG_DATA_HOME"); !data.empty())
        return data / name;
    if (const auto home = absolute_from_environment("HOME"); !home.empty())
        return home / ".local" / "share" / name;
    return Error{"There is no place for your data: neither HOME nor XDG_DATA_HOME is set to a "
                 "folder. Set one of them and start again."};
}

} // namespace engine
