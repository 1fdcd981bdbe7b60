/// Where a session's file lies.
#pragma once

#include <filesystem>
#include <string_view>

namespace app {

/// "sessions/<id>.json"
std::filesystem::path session_name(std::string_view session_id);

} // namespace app
