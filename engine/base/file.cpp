#include "base/file.hpp"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace engine {

namespace {

constexpr mode_t owner_only = 0600;

/// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() {
        if (number_ >= 0)
            ::close(number_);
    }
    bool open() const { return number_ >= 0; }
    int number() const { return number_; }
    /// Some file systems report a failed write only here.
    bool close() {
        const int number = number_;
        number_ = -1;
        return ::close(number) == 0;
    }

  private:
    int number_;
};

std::string quoted(const std::filesystem::path &file) {
    return "\"" + file.string() + "\"";
}

std::string megabytes(std::uintmax_t bytes) {
    constexpr std::uintmax_t megabyte = 1024 * 1024;
    return std::to_string((bytes + megabyte - 1) / megabyte) + " MB";
}

Error read_error(const std::filesystem::path &file, int why) {
    switch (why) {
    case ENOENT:
    case ENOTDIR:
        return {"There is no file " + quoted(file) + ". Check the name and the folder."};
    case EACCES:
    case EPERM:
        return {"The file " + quoted(file) +
                " may not be read. Ask its owner for permission to read it."};
    default:
        return {"The file " + quoted(file) + " could not be read (" + std::strerror(why) +
                "). Check the disk, then try again."};
    }
}

/// 0 when everything was written, else errno.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        if (count == 0)
            return ENOSPC;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

/// Fills `path` with an exclusive new file beside `file`: two writers never share one.
int create_beside(const std::filesystem::path &file, std::filesystem::path &path) {
    constexpr int attempts = 100;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        path = file;
        path += ".tmp-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
        const int descriptor =
            ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, owner_only);
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
    return -1;
}

/// 0 when all is on the disk, else errno.
int fill(Descriptor &file, std::string_view bytes) {
    if (const int why = write_all(file.number(), bytes); why != 0)
        return why;
    if (::fsync(file.number()) != 0)
        return errno;
    return file.close() ? 0 : errno;
}

} // namespace

Error write_error(const std::filesystem::path &file, int why) {
    switch (why) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return {"The disk is full. Free some space, then save again."};
    case EACCES:
    case EPERM:
        return {"The file " + quoted(file) +
                " may not be written. Choose another folder, or ask "
                "for permission to write there."};
    case EROFS:
        return {"The disk of " + quoted(file) +
                " can only be read, not written. Choose another folder."};
    case ENOENT:
    case ENOTDIR:
        return {"The folder " + quoted(file.parent_path()) +
                " does not exist. Make it or choose another folder, then save again."};
    default:
        return {"The file " + quoted(file) + " could not be written (" + std::strerror(why) +
                "). Check the disk, then save again."};
    }
}

Result<Done> sync_folder(const std::filesystem::path &folder) {
    const Descriptor descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    // Some network file systems cannot sync a folder and say EINVAL; there the rename is all.
    if (!descriptor.open() || (::fsync(descriptor.number()) != 0 && errno != EINVAL))
        return write_error(folder, errno);
    return Done{};
}

Result<std::string> read_file(const std::filesystem::path &file, std::size_t max_bytes) {
    // O_NONBLOCK: a pipe somebody put there must not make us wait.
    Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (!descriptor.open())
        return read_error(file, errno);
    struct stat status{};
    if (::fstat(descriptor.number(), &status) != 0)
        return read_error(file, errno);
    if (S_ISDIR(status.st_mode))
        return Error{quoted(file) + " is a folder, not a file. Choose a file in it."};
    if (!S_ISREG(status.st_mode))
        return Error{quoted(file) + " is not an ordinary file. Choose another file."};
    const auto size = static_cast<std::uintmax_t>(status.st_size);
    if (size > max_bytes)
        return Error{"The file " + quoted(file) + " is too large: " + megabytes(size) +
                     ", at most " + megabytes(max_bytes) +
                     " can be opened. Choose another file; it was not read."};
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t count =
            ::read(descriptor.number(), bytes.data() + filled, bytes.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return read_error(file, errno);
        if (count == 0)
            break; // it became shorter meanwhile
        filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    return bytes;
}

Result<Done> write_file_durably(const std::filesystem::path &file, std::string_view bytes) {
    std::filesystem::path temporary;
    Descriptor descriptor{create_beside(file, temporary)};
    if (!descriptor.open())
        return write_error(file, errno);
    int why = fill(descriptor, bytes);
    if (why == 0 && ::rename(temporary.c_str(), file.c_str()) != 0)
        why = errno;
    if (why != 0) {
        ::unlink(temporary.c_str());
        return write_error(file, why);
    }
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
    if (const auto synced = sync_folder(folder); !synced)
        return synced;
    return Done{};
}

} // namespace engine
