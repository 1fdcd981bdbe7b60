/// A file that several processes append to: locks, reads, and appends that are there in full or not
/// at all. For sources of app/store only.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace app {

/// Open file with the locks of an open file description (fcntl F_OFD_SETLK), which hold between
/// processes and between two of these in one, on network folders too.
class SharedFile {
  public:
    /// Makes the file (0600) and its name durable when it is missing.
    static engine::Result<SharedFile> open(const std::filesystem::path &path);
    SharedFile(SharedFile &&other) noexcept;
    SharedFile &operator=(SharedFile &&other) = delete;
    ~SharedFile();

    const std::filesystem::path &path() const { return path_; }

    /// Waits until nobody else appends or replaces. Where the file was removed meanwhile, a new one
    /// is made and generation() grows.
    engine::Result<engine::Done> lock();
    void unlock();
    std::uint64_t generation() const { return generation_; }

    /// Somebody works on what the file is about: held until the end.
    engine::Result<engine::Done> lock_presence();
    /// Whether nobody but this one holds it. Takes it alone then, until the end.
    bool is_alone();

    engine::Result<std::uint64_t> size() const;
    /// From `offset` to the end, at most `max_bytes`.
    engine::Result<std::string> read(std::uint64_t offset, std::size_t max_bytes) const;
    /// Durable when it returns Done; else the file is as long as it was. Needs lock().
    engine::Result<engine::Done> append(std::uint64_t offset, std::string_view bytes);
    /// Needs lock(). Durable with the next append.
    engine::Result<engine::Done> cut(std::uint64_t size);
    /// Takes the file out of its folder. Needs lock(); the next lock() of anybody makes a new one.
    void remove();

  private:
    SharedFile(std::filesystem::path path, int descriptor)
        : path_(std::move(path)), descriptor_(descriptor) {}
    engine::Error error(std::string_view what, int why) const;

    std::filesystem::path path_;
    int descriptor_ = -1;
    std::uint64_t generation_ = 0;
    short presence_ = 0; ///< the lock that is held: none, shared or alone
};

/// While it lives, nobody else appends.
class FileLock {
  public:
    static engine::Result<FileLock> take(SharedFile &file);
    FileLock(FileLock &&other) noexcept : file_(other.file_) { other.file_ = nullptr; }
    FileLock &operator=(FileLock &&other) = delete;
    ~FileLock();

  private:
    explicit FileLock(SharedFile &file) : file_(&file) {}
    SharedFile *file_;
};

} // namespace app
