#include "store/disk/clinic_lock.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>
#include <utility>

namespace app {

using engine::Error;

namespace {

/// Of the whole file, at once or not at all. These locks belong to the open file, not to the
/// process, so that two stores of one process keep each other out too.
bool lock(int descriptor, int kind) {
    struct flock whole{};
    whole.l_type = static_cast<short>(kind);
    whole.l_whence = SEEK_SET;
    return ::fcntl(descriptor, F_OFD_SETLK, &whole) == 0;
}

} // namespace

engine::Result<ClinicLock> ClinicLock::share(const std::filesystem::path &folder) {
    const std::filesystem::path file = folder / "clinic.lock";
    int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return ClinicLock{-1}; // whatever needs to write says why it cannot
    ClinicLock held{descriptor};
    if (lock(descriptor, F_RDLCK))
        return held;
    if (errno != EAGAIN && errno != EACCES)
        return ClinicLock{-1}; // this file system has no locks
    return Error{"The clinic in " + folder.string() +
                 " is just being encrypted or decrypted by another program. Wait until it has "
                 "finished, then try again."};
}

ClinicLock::ClinicLock(ClinicLock &&other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

ClinicLock &ClinicLock::operator=(ClinicLock &&other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

ClinicLock::~ClinicLock() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

bool ClinicLock::take_alone() {
    return descriptor_ >= 0 && lock(descriptor_, F_WRLCK);
}

void ClinicLock::share_again() {
    if (descriptor_ >= 0)
        lock(descriptor_, F_RDLCK); // from alone to in common nobody is in the way
}

} // namespace app
