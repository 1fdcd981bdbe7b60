#include "store/disk/shared_file.hpp"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace app {

using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr mode_t owner_only = 0600;
/// Two bytes that need not be in the file: locks lie on them.
constexpr off_t append_byte = 0, presence_byte = 1;

/// 0 or errno.
int set_lock(int descriptor, short kind, off_t byte, bool wait) {
    struct flock lock{};
    lock.l_type = kind;
    lock.l_whence = SEEK_SET;
    lock.l_start = byte;
    lock.l_len = 1;
    while (::fcntl(descriptor, wait ? F_OFD_SETLKW : F_OFD_SETLK, &lock) != 0)
        if (errno != EINTR)
            return errno;
    return 0;
}

int sync_folder_of(const std::filesystem::path &path) {
    const int folder = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return errno;
    // Some network file systems cannot sync a folder and say EINVAL.
    const int why = ::fsync(folder) == 0 || errno == EINVAL ? 0 : errno;
    ::close(folder);
    return why;
}

int open_or_make(const std::filesystem::path &path) {
    int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor >= 0 || errno != ENOENT)
        return descriptor;
    descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, owner_only);
    if (descriptor < 0)
        return descriptor;
    if (const int why = sync_folder_of(path); why != 0) {
        ::close(descriptor);
        errno = why;
        return -1;
    }
    return descriptor;
}

/// 0 or errno.
int write_all(int descriptor, std::uint64_t offset, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count =
            ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : ENOSPC;
        offset += static_cast<std::uint64_t>(count);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

Error file_error(const std::filesystem::path &path, std::string_view what, int why) {
    if (why == ENOSPC || why == EDQUOT || why == EFBIG)
        return {"The disk is full. Free some space, then save again."};
    if (why == EACCES || why == EPERM)
        return {"The file " + path.string() +
                " may not be changed. Ask for permission to write in its folder."};
    if (why == ENOENT || why == ENOTDIR)
        return {"The folder " + path.parent_path().string() +
                " is not there. Put it back, then try again."};
    return {"The file " + path.string() + " could not be " + std::string(what) + " (" +
            std::strerror(why) + "). Check the disk, then try again."};
}

} // namespace

Result<SharedFile> SharedFile::open(const std::filesystem::path &path) {
    const int descriptor = open_or_make(path);
    if (descriptor < 0)
        return file_error(path, "opened", errno);
    return SharedFile{path, descriptor};
}

SharedFile::SharedFile(SharedFile &&other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      generation_(other.generation_),
      presence_(other.presence_) {}

SharedFile::~SharedFile() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

Error SharedFile::error(std::string_view what, int why) const {
    return file_error(path_, what, why);
}

Result<Done> SharedFile::lock() {
    for (;;) {
        if (const int why = set_lock(descriptor_, F_WRLCK, append_byte, true); why != 0)
            return error("locked", why);
        struct stat status{};
        if (::fstat(descriptor_, &status) != 0)
            return error("looked at", errno);
        if (status.st_nlink > 0)
            return Done{};
        // Somebody has removed it while we waited: what we hold is nobody's file any more.
        const int fresh = open_or_make(path_);
        if (fresh < 0)
            return error("opened", errno);
        ::close(std::exchange(descriptor_, fresh));
        ++generation_;
        if (presence_ != 0)
            if (const int why = set_lock(descriptor_, presence_, presence_byte, false); why != 0)
                return error("locked", why);
    }
}

void SharedFile::unlock() {
    set_lock(descriptor_, F_UNLCK, append_byte, false);
}

Result<Done> SharedFile::lock_presence() {
    if (const int why = set_lock(descriptor_, F_RDLCK, presence_byte, true); why != 0)
        return error("locked", why);
    presence_ = F_RDLCK;
    return Done{};
}

bool SharedFile::is_alone() {
    if (set_lock(descriptor_, F_WRLCK, presence_byte, false) != 0)
        return false;
    presence_ = F_WRLCK;
    return true;
}

Result<std::uint64_t> SharedFile::size() const {
    struct stat status{};
    if (::fstat(descriptor_, &status) != 0)
        return error("looked at", errno);
    return static_cast<std::uint64_t>(status.st_size);
}

Result<std::string> SharedFile::read(std::uint64_t offset, std::size_t max_bytes) const {
    const auto all = size();
    if (!all)
        return all.error();
    const std::uint64_t left = *all > offset ? *all - offset : 0;
    if (left > max_bytes)
        return Error{"The file " + path_.string() +
                     " is larger than any of its kind. Put back a copy of it from a backup."};
    std::string bytes(static_cast<std::size_t>(left), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t count = ::pread(descriptor_, bytes.data() + filled, bytes.size() - filled,
                                      static_cast<off_t>(offset + filled));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return error("read", errno);
        if (count == 0)
            break; // it became shorter meanwhile
        filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    return bytes;
}

Result<Done> SharedFile::append(std::uint64_t offset, std::string_view bytes) {
    const auto before = size();
    if (!before)
        return before.error();
    if (*before != offset) // what a write that was cut short has left
        if (const auto mended = cut(offset); !mended)
            return mended;
    int why = write_all(descriptor_, offset, bytes);
    if (why == 0 && ::fdatasync(descriptor_) != 0)
        why = errno;
    if (why == 0)
        return Done{};
    // Nobody else can have seen it: we hold the lock. Where this fails too, the next append cuts.
    (void)!::ftruncate(descriptor_, static_cast<off_t>(offset));
    return error("written", why);
}

Result<Done> SharedFile::cut(std::uint64_t size) {
    if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0)
        return error("cut", errno);
    return Done{};
}

void SharedFile::remove() {
    ::unlink(path_.c_str()); // a file that stays is empty and does no harm
}

Result<FileLock> FileLock::take(SharedFile &file) {
    if (const auto locked = file.lock(); !locked)
        return locked.error();
    return FileLock{file};
}

FileLock::~FileLock() {
    if (file_ != nullptr)
        file_->unlock();
}

} // namespace app
