#include "store/files/clinic_files.hpp"

#include "base/file.hpp"
#include "store/vault/sealed_bytes.hpp"

#include <cstddef>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace app {

namespace fs = std::filesystem;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr const char *locked_message =
    "This clinic is encrypted and locked. Open it with its passphrase or the recovery key first.";

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
    auto lock = ClinicLock::share(folder);
    if (!lock)
        return lock.error();
    auto vault = Vault::load(folder);
    if (!vault)
        return vault.error();
    return ClinicFiles{folder, std::move(*lock), std::move(*vault)};
}

ClinicFiles::ClinicFiles(fs::path folder, ClinicLock lock, std::optional<Vault> vault)
    : folder_(std::move(folder)), lock_(std::move(lock)), vault_(std::move(vault)) {}
ClinicFiles::ClinicFiles(ClinicFiles &&) noexcept = default;
ClinicFiles &ClinicFiles::operator=(ClinicFiles &&) noexcept = default;
ClinicFiles::~ClinicFiles() = default;

Result<Done> ClinicFiles::unlock(std::string_view secret) {
    if (!is_locked())
        return Done{};
    if (const auto opened = vault_->unlock(secret); !opened)
        return opened;
    if (is_changing())
        static_cast<void>(finish_change()); // else the next time: all can be read as it is
    return Done{};
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
    if (is_locked())
        return Error{locked_message};
    auto bytes = engine::read_file(path(name), vault_ ? sealed_size(max_bytes) : max_bytes);
    return bytes ? opened(name, std::move(*bytes), max_bytes) : std::move(bytes);
}

Result<std::string> ClinicFiles::opened(const fs::path &name, std::string bytes,
                                        std::size_t max_bytes) const {
    if (!vault_ && are_sealed(bytes))
        return Error{"The file " + name.string() +
                     " is encrypted, but the clinic's keys (vault.json in the clinic's folder) are "
                     "not there. Put back vault.json from a backup. Nothing was changed."};
    if (!vault_ || (is_changing() && !are_sealed(bytes)))
        return bytes;
    return open_sealed(vault_->files_key(), name.generic_string(), bytes, max_bytes);
}

Result<Done> ClinicFiles::write(const fs::path &name, std::string_view bytes) const {
    if (is_locked())
        return Error{locked_message};
    if (!seals())
        return engine::write_file_durably(path(name), bytes);
    return engine::write_file_durably(
        path(name), seal_bytes(vault_->files_key(), name.generic_string(), bytes));
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

std::string ClinicFiles::to_line(const fs::path &name, std::string_view text) const {
    engine::check(!is_locked(), "lines are written into an open clinic");
    if (!seals())
        return std::string(text) + "\n";
    return seal_line(vault_->lines_key(), name.generic_string(), text) + "\n";
}

Result<std::string> ClinicFiles::from_line(const fs::path &name, std::string_view line) const {
    if (is_locked())
        return Error{locked_message};
    if (!vault_ || (is_changing() && !is_sealed_line(line)))
        return std::string(line);
    return open_line(vault_->lines_key(), name.generic_string(), line);
}

std::string ClinicFiles::seal_text(std::string_view name, std::string_view text) const {
    engine::check(!is_locked(), "values are written into an open clinic");
    return vault_ ? seal_line(vault_->values_key(), name, text) : std::string(text);
}

Result<std::string> ClinicFiles::open_text(std::string_view name, std::string_view sealed) const {
    if (is_locked())
        return Error{locked_message};
    if (!vault_)
        return std::string(sealed);
    return open_line(vault_->values_key(), name, sealed);
}

std::string ClinicFiles::token(std::string_view words) const {
    engine::check(!is_locked(), "words are looked up in an open clinic");
    return vault_ ? keyed_hash(vault_->tokens_key(), words) : std::string(words);
}

} // namespace app
