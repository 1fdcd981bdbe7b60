#include "base/file.hpp"
#include "base/uuid.hpp"
#include "parts.hpp"
#include "session/session.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace bench {
namespace {

using engine::Done;
using engine::Error;
using engine::Result;
namespace fs = std::filesystem;

constexpr int rounds = 31;

/// A folder on the disk that the program is on, since a folder for temporary files may be memory.
class ScratchFolder {
  public:
    explicit ScratchFolder(fs::path path) : path_(std::move(path)) {}
    ~ScratchFolder() {
        std::error_code ignored; // a scratch folder that stays does no harm
        fs::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;
    const fs::path &path() const { return path_; }

  private:
    fs::path path_;
};

engine::Timestamp at(int second) {
    return {1'760'000'000'000 + second * 1000LL, 60};
}
std::string id(int number) {
    return engine::uuid7(at(0).unix_ms, 0, static_cast<std::uint64_t>(number));
}

/// A session with marks on the first areas of the atlas.
Result<std::string> fill(app::Session &session, const app::Atlas &atlas) {
    app::OpenSession open;
    open.id = id(0);
    open.client = {.id = id(1), .name = "Example", .example = true};
    open.appointment.start = at(0);
    open.practice = {.clinic = "Example clinic", .therapist = "Example"};
    if (auto done = session.dispatch(open); !done)
        return done.error();
    for (int i = 0; i < 8; ++i) {
        const app::AddMark add{.id = id(10 + i),
                               .area = atlas.areas()[static_cast<std::size_t>(i)].id,
                               .regions = {},
                               .channel = app::Channel::pain,
                               .author = app::Author::client,
                               .phase = app::Phase::before,
                               .at = at(i)};
        if (auto done = session.dispatch(add); !done)
            return done.error();
    }
    return id(10);
}

/// The same bytes, written and synced without any care for the file before.
Result<Time> bare_write(const fs::path &file, const std::string &bytes) {
    bool written = true;
    const Time time = measure(rounds, 1, [&] {
        const int handle = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        written = handle >= 0 && written &&
                  write(handle, bytes.data(), bytes.size()) == std::ssize(bytes) &&
                  fsync(handle) == 0;
        if (handle >= 0)
            close(handle);
    });
    if (!written)
        return Error{"The benchmark cannot write to " + file.string() + "."};
    return time;
}

} // namespace

Result<Done> measure_saving(const fs::path &share, Figures &figures) {
    const auto atlas = app::Atlas::load(share / "atlas" / "atlas.json");
    if (!atlas)
        return atlas.error();
    const ScratchFolder folder(share.parent_path() / "bench-scratch");
    auto store = app::FolderStore::open(folder.path(), *atlas);
    if (!store)
        return store.error();
    app::Session session({}, *store, *atlas);
    const auto mark = fill(session, *atlas);
    if (!mark)
        return mark.error();

    const auto file = engine::read_file(store->session_file(id(0)), 1'000'000);
    if (!file)
        return file.error();
    const auto floor = bare_write(folder.path() / "bare", *file);
    if (!floor)
        return floor.error();
    const std::string floor_name = "save: write and sync only";
    figures.push_back({floor_name, *floor, floor_name, {}});

    int level = 0;
    bool saved = true;
    const Time time = measure(rounds, 1, [&] {
        level = (level + 1) % 11;
        const bool done = session.dispatch(app::SetMarkLevel{*mark, level}).ok();
        saved = saved && done && session.save_state().saved;
    });
    if (!saved)
        return Error{"The benchmark's session could not be saved in " + folder.path().string()};
    figures.push_back({"save: a change, until on the disk", time, floor_name, {}});
    return Done{};
}

} // namespace bench
