#include "store/erase.hpp"

namespace app {

namespace fs = std::filesystem;

fs::path tombstone_name(std::string_view client_id) {
    return fs::path("tombstones") / (std::string(client_id) + ".json");
}

bool is_erased(const ClinicFiles &files, std::string_view client_id) {
    return !client_id.empty() && files.has(tombstone_name(client_id));
}

} // namespace app
