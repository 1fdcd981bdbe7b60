#include "mesh/mesh_bytes.hpp"

#include "base/file.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace engine {

bool all_finite(const std::vector<float> &values) {
    return std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
}
bool all_finite(const std::vector<glm::vec3> &values) {
    return std::all_of(values.begin(), values.end(), [](glm::vec3 v) {
        return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
    });
}

Error damaged_mesh_file(const std::filesystem::path &file, const char *what) {
    return Error{"The shape file " + file.string() + " is damaged: " + what +
                 ". Build or install the program again."};
}

Result<Done> write_shared_file(const std::filesystem::path &file, std::string_view bytes) {
    auto written = write_file_durably(file, bytes);
    if (!written)
        return written;
    using std::filesystem::perms;
    std::error_code ignored;
    std::filesystem::permissions(file, perms::group_read | perms::others_read,
                                 std::filesystem::perm_options::add, ignored);
    return written;
}

} // namespace engine
