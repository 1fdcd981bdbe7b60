#include "store/files/session_name.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace app {

std::filesystem::path session_name(std::string_view session_id) {
    return std::filesystem::path("sessions") / (std::string(session_id) + ".json");
}

} // namespace app
