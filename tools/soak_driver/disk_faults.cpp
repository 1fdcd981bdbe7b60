#include "disk_faults.hpp"

#include "base/check.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace soak {

namespace {

constexpr std::size_t most_descriptors = 1024;

struct State {
    std::optional<Fault> fault;
    std::string folder;
    long calls = 0;
    std::string struck;
    int full = -1;                                   ///< the next write to this descriptor fails
    std::array<std::string, most_descriptors> files; ///< below the folder, by descriptor
};

/// The C library's functions have no other way to it.
State &state() {
    static State one;
    return one;
}

/// Only the part below the folder; empty: it lies elsewhere.
std::string below(const char *path) {
    const State &now = state();
    const std::string_view all = path;
    if (!now.fault || !all.starts_with(now.folder))
        return {};
    return all.size() == now.folder.size() ? "." : std::string(all.substr(now.folder.size() + 1));
}

std::string below(int descriptor) {
    const bool known = descriptor >= 0 && descriptor < static_cast<int>(most_descriptors);
    return known && state().fault ? state().files[static_cast<std::size_t>(descriptor)] : "";
}

void note(int descriptor, const std::string &name) {
    if (descriptor >= 0 && descriptor < static_cast<int>(most_descriptors))
        state().files[static_cast<std::size_t>(descriptor)] = name;
}

/// The outcome of this call, when the fault is for it.
std::optional<Outcome> outcome_of(Call call, const std::string &name) {
    State &now = state();
    if (name.empty() || !now.fault || ++now.calls != now.fault->at)
        return {};
    now.struck = std::string(name_of(call)) + " " + name;
    return now.fault->outcome;
}

[[noreturn]] void die() {
    ::raise(SIGKILL);
    std::abort();
}

int failed() {
    errno = state().fault->error;
    return -1;
}

/// One call that is done in full or not at all.
template <class Real>
int once(Call call, const std::string &name, Real real) {
    const auto outcome = outcome_of(call, name);
    if (outcome == Outcome::fail || outcome == Outcome::fall_short)
        return failed();
    if (outcome == Outcome::die_before || outcome == Outcome::die_half)
        die();
    const int result = real();
    if (outcome == Outcome::die_after)
        die();
    return result;
}

/// `real(bytes)` writes so many.
template <class Real>
ssize_t write_some(int descriptor, std::size_t size, Real real) {
    const std::string name = below(descriptor);
    if (!name.empty() && descriptor == state().full) {
        state().full = -1;
        return failed();
    }
    const auto outcome = outcome_of(Call::write, name);
    if (outcome == Outcome::fail)
        return failed();
    if (outcome == Outcome::die_before)
        die();
    if (outcome == Outcome::fall_short)
        state().full = descriptor;
    const bool half = outcome == Outcome::fall_short || outcome == Outcome::die_half;
    const ssize_t written = real(half ? size / 2 : size);
    if (outcome == Outcome::die_half || outcome == Outcome::die_after)
        die();
    return written;
}

template <class Function>
Function *next(const char *name) {
    auto *found = reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
    engine::check(found != nullptr, "the C library has it");
    return found;
}

using Open = int(const char *, int, ...);
using OpenAt = int(int, const char *, int, ...);

int open_noted(Open *real, const char *path, int flags, mode_t mode) {
    const std::string name = below(path);
    const int descriptor = once(Call::open, name, [&] { return real(path, flags, mode); });
    note(descriptor, name);
    return descriptor;
}

int open_at_noted(OpenAt *real, int folder, const char *path, int flags, mode_t mode) {
    const std::string name = below(path);
    const int descriptor = once(Call::open, name, [&] { return real(folder, path, flags, mode); });
    note(descriptor, name);
    return descriptor;
}

} // namespace

std::string_view name_of(Call call) {
    constexpr std::array<std::string_view, call_kinds> names{
        "open", "write", "sync", "rename", "truncate", "close", "remove", "make folder"};
    return names[static_cast<std::size_t>(call)];
}

DiskFaults::DiskFaults(const Fault &fault) {
    State &now = state();
    engine::check(!now.fault, "one fault at a time");
    now = State{};
    now.folder = fault.folder.string();
    now.fault = fault;
}
DiskFaults::~DiskFaults() {
    state() = State{};
}
long DiskFaults::calls() const {
    return state().calls;
}
bool DiskFaults::has_fired() const {
    return !state().struck.empty();
}
std::string DiskFaults::struck() const {
    return state().struck;
}

} // namespace soak

// What follows has the names and types of the C library.
// NOLINTBEGIN(readability-identifier-naming,cert-dcl50-cpp)
using namespace soak;

#define PALPATE_MODE(last)                                                                         \
    mode_t mode = 0;                                                                               \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0) {                                                    \
        va_list more;                                                                              \
        va_start(more, last);                                                                      \
        mode = va_arg(more, mode_t);                                                               \
        va_end(more);                                                                              \
    }

extern "C" {

int open(const char *path, int flags, ...) {
    static Open *const real = next<Open>("open");
    PALPATE_MODE(flags)
    return open_noted(real, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    static Open *const real = next<Open>("open64");
    PALPATE_MODE(flags)
    return open_noted(real, path, flags, mode);
}
int openat(int folder, const char *path, int flags, ...) {
    static OpenAt *const real = next<OpenAt>("openat");
    PALPATE_MODE(flags)
    return open_at_noted(real, folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
    static OpenAt *const real = next<OpenAt>("openat64");
    PALPATE_MODE(flags)
    return open_at_noted(real, folder, path, flags, mode);
}
ssize_t write(int descriptor, const void *bytes, size_t size) {
    static auto *const real = next<ssize_t(int, const void *, size_t)>("write");
    return write_some(descriptor, size, [&](size_t part) { return real(descriptor, bytes, part); });
}
ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t at) {
    static auto *const real = next<ssize_t(int, const void *, size_t, off_t)>("pwrite");
    return write_some(descriptor, size,
                      [&](size_t part) { return real(descriptor, bytes, part, at); });
}
ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t at) {
    static auto *const real = next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    return write_some(descriptor, size,
                      [&](size_t part) { return real(descriptor, bytes, part, at); });
}
int fsync(int descriptor) {
    static auto *const real = next<int(int)>("fsync");
    return once(Call::sync, below(descriptor), [&] { return real(descriptor); });
}
int fdatasync(int descriptor) {
    static auto *const real = next<int(int)>("fdatasync");
    return once(Call::sync, below(descriptor), [&] { return real(descriptor); });
}
int rename(const char *from, const char *to) noexcept {
    static auto *const real = next<int(const char *, const char *)>("rename");
    return once(Call::rename, below(to), [&] { return real(from, to); });
}
int ftruncate(int descriptor, off_t size) noexcept {
    static auto *const real = next<int(int, off_t)>("ftruncate");
    return once(Call::truncate, below(descriptor), [&] { return real(descriptor, size); });
}
int ftruncate64(int descriptor, off64_t size) noexcept {
    static auto *const real = next<int(int, off64_t)>("ftruncate64");
    return once(Call::truncate, below(descriptor), [&] { return real(descriptor, size); });
}
int close(int descriptor) {
    static auto *const real = next<int(int)>("close");
    const std::string name = below(descriptor);
    note(descriptor, "");
    // A close that fails has closed: Linux always frees the number.
    const auto outcome = outcome_of(Call::close, name);
    if (outcome == Outcome::die_before || outcome == Outcome::die_half)
        die();
    const int result = real(descriptor);
    if (outcome == Outcome::die_after)
        die();
    return outcome ? failed() : result;
}
int unlink(const char *path) noexcept {
    static auto *const real = next<int(const char *)>("unlink");
    return once(Call::remove, below(path), [&] { return real(path); });
}
int remove(const char *path) noexcept {
    static auto *const real = next<int(const char *)>("remove");
    return once(Call::remove, below(path), [&] { return real(path); });
}
int mkdir(const char *path, mode_t mode) noexcept {
    static auto *const real = next<int(const char *, mode_t)>("mkdir");
    return once(Call::make_folder, below(path), [&] { return real(path, mode); });
}

} // extern "C"
// NOLINTEND(readability-identifier-naming,cert-dcl50-cpp)
