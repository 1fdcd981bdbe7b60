#include "base/file.hpp"
#include "base/uuid.hpp"
#include "model/session/update.hpp"
#include "parts.hpp"
#include "scratch_folder.hpp"
#include "store/files/session_name.hpp"
#include "store/record/folder_store.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string>
#include <vector>

namespace bench {
namespace {

using engine::Done;
using engine::Error;
using engine::Result;
namespace fs = std::filesystem;

constexpr int rounds = 11;
constexpr int sessions_of_client = 20; // of the one that is opened
constexpr int fewest_clients = 40;     // more than are shown at once
constexpr std::int64_t now_ms = 1'760'000'000'000;
constexpr std::int64_t between_ms = 5'400'000; // the same number of sessions on each day

engine::Timestamp start_of(int number, int sessions) {
    return {now_ms - (sessions - number) * between_ms, 60};
}
std::string session_id(int number, int sessions) {
    return engine::uuid7(start_of(number, sessions).unix_ms, 0, static_cast<std::uint64_t>(number));
}
std::string client_id(int client) {
    return engine::uuid7(1, 1, static_cast<std::uint64_t>(client));
}

/// As a session of an hour leaves it: eight marks, and words.
Result<app::Document> example(const app::Atlas &atlas) {
    app::OpenSession open;
    open.id = session_id(0, 0);
    open.client = {.id = client_id(0), .name = "Example", .example = true};
    open.appointment.start = start_of(0, 0);
    open.practice = {.clinic = "Example clinic", .therapist = "Example"};
    std::vector<app::Command> log{open};
    for (int i = 0; i < 8; ++i) {
        const std::string id = session_id(100 + i, 0);
        log.push_back(app::AddMark{.id = id,
                                   .area = atlas.areas()[static_cast<std::size_t>(i)].id,
                                   .regions = {},
                                   .channel = app::Channel::pain,
                                   .author = app::Author::client,
                                   .phase = app::Phase::before,
                                   .at = start_of(0, 0)});
        log.push_back(app::SetMarkLevel{id, i});
    }
    log.push_back(app::SetNote{"Warm and guarded at first, softer after ten minutes."});
    return app::replay({}, log, atlas);
}

/// Without waiting for the disk: nobody needs these files after a crash.
bool write_clinic(const fs::path &clinic, int sessions, app::Document document) {
    bool written = true;
    const int every = sessions / sessions_of_client;
    const int others = std::max(fewest_clients, every);
    for (int number = 0; number < sessions && written; ++number) {
        const int client = number % every == 0 ? 0 : 1 + number % others;
        document.id = session_id(number, sessions);
        document.appointment.start = start_of(number, sessions);
        document.client.id = client_id(client);
        document.client.name = "Example " + std::to_string(client);
        std::ofstream file(clinic / app::session_name(document.id), std::ios::binary);
        file << app::to_json(document);
        written = file.good();
    }
    return written;
}

/// What is compared with making the index: all files read and understood.
bool read_all(const app::FolderStore &store, int sessions) {
    bool read = true;
    for (int number = 0; number < sessions && read; ++number)
        read = store.read_session(session_id(number, sessions)).ok();
    return read;
}

struct Names {
    std::string shelf, client, search;
};
Names names_of(int sessions) {
    const std::string with = ", with " + std::to_string(sessions) + " sessions";
    return {"home: open the clinic's day" + with, "home: one client's 20 sessions" + with,
            "home: search a name" + with};
}

Result<Done> measure_index(const app::FolderStore &store, int sessions, Figures &figures) {
    bool good = true;
    const auto count = static_cast<std::size_t>(sessions);
    const std::string with = " (each of " + std::to_string(sessions) + ")";
    const std::string floor = "index: only read a session" + with;
    const Time reading = measure(1, 1, [&] { good = read_all(store, sessions) && good; });
    figures.push_back({floor, each(reading, count), floor, {}});
    const Time making = measure(1, 1, [&] {
        app::Index::remove(store.files());
        good = store.shelf({.now = {now_ms, 60}}).ok() && good;
    });
    figures.push_back({"index: make it anew, a session" + with, each(making, count), floor, {}});
    if (!good)
        return Error{"The benchmark's sessions cannot be read."};
    return Done{};
}

Result<Done> measure_clinic(const fs::path &clinic, const app::Atlas &atlas, int sessions,
                            const Names &floors, Figures &figures) {
    const auto document = example(atlas);
    if (!document)
        return document.error();
    auto store = app::FolderStore::open(clinic, atlas);
    if (!store)
        return store.error();
    if (!write_clinic(clinic, sessions, *document))
        return Error{"The benchmark cannot write to " + clinic.string() + "."};
    if (const auto done = measure_index(*store, sessions, figures); !done)
        return done;

    bool good = true;
    const app::ShelfQuery query{.now = {now_ms, 60}};
    good = store->shelf(query).ok() && good; // the folder has not changed for a while now
    const Names names = names_of(sessions);
    const Time shelf = measure(rounds, 3, [&] {
        const auto opened = app::FolderStore::open(clinic, atlas);
        const auto day = opened.ok() ? opened->shelf(query) : opened.error();
        good = good && day.ok() && day->sessions == static_cast<std::size_t>(sessions);
    });
    figures.push_back({names.shelf, shelf, floors.shelf, {}});
    const Time client = measure(rounds, 3, [&] {
        const auto own = store->sessions_of(client_id(0));
        good = good && own.ok() && own->size() == sessions_of_client;
    });
    figures.push_back({names.client, client, floors.client, {}});
    const Time search = measure(rounds, 3, [&] {
        const auto found = store->shelf({.now = {now_ms, 60}, .filter = "example 3"});
        good = good && found.ok() && !found->clients.empty();
    });
    figures.push_back({names.search, search, floors.search, {}});
    if (!good)
        return Error{"The benchmark's clinic in " + clinic.string() + " cannot be read."};
    return Done{};
}

} // namespace

Result<Done> measure_home(const fs::path &share, int most_sessions, Figures &figures) {
    const auto atlas = app::Atlas::load(share / "atlas" / "atlas.json");
    if (!atlas)
        return atlas.error();
    constexpr int fewest = 100, step = 10;
    for (int sessions = fewest; sessions <= most_sessions;
         sessions = sessions == fewest ? fewest * step * step : sessions * step) {
        const ScratchFolder folder(share.parent_path() / "bench-scratch-home");
        const auto done =
            measure_clinic(folder.path(), *atlas, sessions, names_of(fewest), figures);
        if (!done)
            return done;
    }
    return Done{};
}

} // namespace bench
