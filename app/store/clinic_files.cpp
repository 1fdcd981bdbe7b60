#include "store/clinic_files.hpp"

#include "base/file.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace app {

namespace fs = std::filesystem;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

Result<Done> make_private_folder(const fs::path &folder) {
    std::error_code failed;
    if (fs::is_directory(folder, failed))
        return Done{};
    fs::create_directories(folder, failed);
    if (!failed)
        fs::permissions(folder, fs::perms::owner_all, failed);
    if (failed)
        return Error{"The folder " + folder.string() + " cannot be made (" + failed.message() +
                     "). Choose another folder for the sessions."};
    return Done{};
}

} // namespace

Result<ClinicFiles> ClinicFiles::open(const fs::path &folder) {
    if (const auto made = make_private_folder(folder); !made)
        return made.error();
    return ClinicFiles{folder};
}

Result<Done> ClinicFiles::make_folder(const fs::path &name) const {
    return make_private_folder(path(name));
}

bool ClinicFiles::has(const fs::path &name) const {
    std::error_code failed;
    const auto status = fs::symlink_status(path(name), failed);
    return status.type() != fs::file_type::not_found;
}

Result<std::string> ClinicFiles::read(const fs::path &name, std::size_t max_bytes) const {
    return engine::read_file(path(name), max_bytes);
}

Result<Done> ClinicFiles::write(const fs::path &name, std::string_view bytes) const {
    return engine::write_file_durably(path(name), bytes);
}

Result<Done> ClinicFiles::remove(const fs::path &name) const {
    std::error_code failed;
    fs::remove(path(name), failed);
    if (failed)
        return Error{"The file " + path(name).string() + " cannot be removed (" + failed.message() +
                     "). Check the folder, then try again."};
    const int parent = ::open(path(name).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = parent >= 0 && ::fsync(parent) == 0;
    if (parent >= 0)
        ::close(parent);
    if (!synced)
        return Error{"The folder " + path(name).parent_path().string() +
                     " could not be brought to the disk. Check the disk, then try again."};
    return Done{};
}

std::string ClinicFiles::to_line(const fs::path & /*name*/, std::string_view text) const {
    return std::string(text) + "\n";
}

Result<std::string> ClinicFiles::from_line(const fs::path & /*name*/, std::string_view line) const {
    return std::string(line);
}

std::string ClinicFiles::seal_text(std::string_view /*name*/, std::string_view text) const {
    return std::string(text);
}

Result<std::string> ClinicFiles::open_text(std::string_view /*name*/,
                                           std::string_view sealed) const {
    return std::string(sealed);
}

std::string ClinicFiles::token(std::string_view words) const {
    return std::string(words);
}

} // namespace app
