#include "base/uuid.hpp"
#include "parts.hpp"
#include "scratch_folder.hpp"
#include "store/record/folder_store.hpp"
#include "store/record/journal.hpp"

#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <vector>

namespace bench {
namespace {

using engine::Done;
using engine::Error;
using engine::Result;
namespace fs = std::filesystem;

constexpr int rounds = 201;

engine::Timestamp at(int second) {
    return {1'760'000'000'000 + second * 1000LL, 60};
}
std::string id(int number) {
    return engine::uuid7(at(0).unix_ms, 0, static_cast<std::uint64_t>(number));
}

/// A session with marks on the first areas of the atlas.
Result<std::unique_ptr<app::Record>> begin(app::FolderStore &store, const app::Atlas &atlas) {
    app::OpenSession open;
    open.id = id(0);
    open.client = {.id = id(1), .name = "Example", .example = true};
    open.appointment.start = at(0);
    open.practice = {.clinic = "Example clinic", .therapist = "Example"};
    auto record = store.create(open);
    for (int i = 0; record && i < 8; ++i) {
        const app::AddMark add{.id = id(10 + i),
                               .area = atlas.areas()[static_cast<std::size_t>(i)].id,
                               .regions = {},
                               .channel = app::Channel::pain,
                               .author = app::Author::client,
                               .phase = app::Phase::before,
                               .at = at(i)};
        if (auto done = app::commit(**record, add, atlas); !done)
            return done.error();
    }
    return record;
}

/// What is written and synced without any care, beside what the program does.
class BareFile {
  public:
    explicit BareFile(const fs::path &file)
        : file_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {}
    ~BareFile() {
        if (file_ >= 0)
            ::close(file_);
    }
    BareFile(const BareFile &) = delete;
    BareFile &operator=(const BareFile &) = delete;

    /// As the journal does: at the end, and synced with its size.
    bool append(std::string_view bytes) {
        const bool done = ::pwrite(file_, bytes.data(), bytes.size(), end_) == std::ssize(bytes) &&
                          ::fdatasync(file_) == 0;
        end_ += std::ssize(bytes);
        return done;
    }
    /// The whole content anew.
    bool write(std::string_view bytes) {
        return ::ftruncate(file_, 0) == 0 &&
               ::pwrite(file_, bytes.data(), bytes.size(), 0) == std::ssize(bytes) &&
               ::fsync(file_) == 0;
    }

  private:
    int file_;
    off_t end_ = 0;
};

/// Two things in turn, so that the disk is as busy for both. Wall time: what is synced waits
/// for the disk. The CPU time of the first comes as a figure of its own.
void measure_in_turn(Figures &figures, const std::string &name, const std::function<void()> &work,
                     const std::string &floor, const std::function<void()> &bare) {
    std::vector<Time> times, floors;
    for (int i = 0; i < rounds; ++i) {
        times.push_back(measure(1, 1, work));
        floors.push_back(measure(1, 1, bare));
    }
    figures.push_back({floor, {.wall_ms = median(floors).wall_ms}, floor, {}});
    figures.push_back({name, {.wall_ms = median(times).wall_ms}, floor, {}});
    figures.push_back({name + " (CPU)", median(std::move(times)), {}, {}});
}

} // namespace

Result<Done> measure_saving(const fs::path &share, Figures &figures) {
    const auto atlas = app::Atlas::load(share / "atlas" / "atlas.json");
    if (!atlas)
        return atlas.error();
    const ScratchFolder folder(share.parent_path() / "bench-scratch");
    auto store = app::FolderStore::open(folder.path() / "clinic", *atlas);
    if (!store)
        return store.error();
    auto record = begin(*store, *atlas);
    if (!record)
        return record.error();

    bool done = true;
    int level = 0;
    const auto change = [&] {
        level = (level + 1) % 11;
        return app::SetMarkLevel{id(10), level};
    };
    BareFile lines{folder.path() / "lines"}, file{folder.path() / "file"};
    const std::string line =
        app::journal_line(store->files(), id(0), {(*record)->revision(), change()});
    measure_in_turn(
        figures, "save: a change, until durable",
        [&] { done = done && app::commit(**record, change(), *atlas).ok(); },
        "save: append its line and sync", [&] { done = done && lines.append(line); });

    const std::string bytes = app::to_json((*record)->document(), (*record)->revision());
    measure_in_turn(
        figures, "save: the whole session",
        [&] {
            done = done && app::commit(**record, change(), *atlas).ok() && (*record)->save().ok();
        },
        "save: append the line, write the file, sync both",
        [&] { done = done && lines.append(line) && file.write(bytes); });
    if (!done)
        return Error{"The benchmark's session could not be saved in " + folder.path().string()};
    return Done{};
}

} // namespace bench
