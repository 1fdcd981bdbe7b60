#include "base/share.hpp"

#include <filesystem>
#include <system_error>

namespace engine {

Result<std::filesystem::path> share_folder() {
    std::error_code failed;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
    if (failed)
        return Error{"The program cannot find its own place on the disk. Start it from a folder "
                     "that you may read, on a system with /proc."};
    const auto share = program.parent_path().parent_path() / "share" / "palpate";
    if (!std::filesystem::is_directory(share, failed))
        return Error{"The program's data are missing: there is no folder " + share.string() +
                     ". Install or build Palpate again."};
    return share;
}

} // namespace engine
