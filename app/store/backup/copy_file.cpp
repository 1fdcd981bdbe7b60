#include "store/backup/copy_file.hpp"

#include "model/text/sha256.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace app {

namespace fs = std::filesystem;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr mode_t owner_only = 0600;
constexpr std::size_t piece_bytes = std::size_t{256} << 10U;

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

  private:
    int number_;
};

Error read_error(const fs::path &file, int why) {
    return {"The file " + file.string() + " could not be read (" + std::strerror(why) +
            "). Check the disk and who may read it, then try again."};
}

Error write_error(const fs::path &file, int why) {
    switch (why) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return {"The disk of " + file.string() +
                " is full. Free some space or choose another disk, then try again."};
    case EACCES:
    case EPERM:
        return {file.string() + " may not be written. Choose another folder, or ask for permission "
                                "to write there."};
    case EROFS:
        return {"The disk of " + file.string() +
                " can only be read, not written. Choose another folder."};
    default:
        return {file.string() + " could not be written (" + std::strerror(why) +
                "). Check the disk, then try again."};
    }
}

/// 0 or errno.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : ENOSPC;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

/// Gives every piece of the file to `take`, which returns 0 or errno.
template <class Take>
Result<BackupFile> read_through(const fs::path &file, const fs::path &to, Take take) {
    const Descriptor in{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};
    if (!in.open())
        return read_error(file, errno);
    Sha256 hash;
    BackupFile read;
    std::string piece(piece_bytes, '\0');
    for (;;) {
        const ssize_t count = ::read(in.number(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return read_error(file, errno);
        if (count == 0)
            break;
        const auto part = std::string_view(piece).substr(0, static_cast<std::size_t>(count));
        hash.add(part);
        read.size += part.size();
        if (const int why = take(part); why != 0)
            return write_error(to, why);
    }
    read.sha256 = hash.hex();
    return read;
}

} // namespace

Result<std::vector<fs::path>> files_below(const fs::path &folder) {
    std::vector<fs::path> names;
    std::error_code failed;
    for (fs::recursive_directory_iterator at{folder, failed}, end; !failed && at != end;
         at.increment(failed)) {
        std::error_code gone; // while we look: then it is none of ours
        if (at->symlink_status(gone).type() == fs::file_type::regular)
            names.push_back(at->path().lexically_relative(folder));
    }
    if (failed)
        return Error{"The folder " + folder.string() + " cannot be listed (" + failed.message() +
                     "). Check the folder, then try again."};
    std::ranges::sort(names);
    return names;
}

Result<BackupFile> fingerprint(const fs::path &file) {
    return read_through(file, file, [](std::string_view) { return 0; });
}

Result<BackupFile> copy_for_backup(const fs::path &from, const fs::path &to) {
    const Descriptor out{
        ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, owner_only)};
    if (!out.open())
        return write_error(to, errno);
    return read_through(from, to,
                        [&](std::string_view part) { return write_all(out.number(), part); });
}

Result<Done> sync_disk_of(const fs::path &folder) {
    const Descriptor descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!descriptor.open() || ::syncfs(descriptor.number()) != 0)
        return write_error(folder, errno);
    return Done{};
}

} // namespace app
