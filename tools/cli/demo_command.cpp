#include "base/share.hpp"
#include "open_store.hpp"
#include "session/demo_clinic.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

namespace cli {

namespace {

engine::Timestamp local_time() {
    using namespace std::chrono;
    const std::time_t seconds = system_clock::to_time_t(system_clock::now());
    std::tm local{};
    localtime_r(&seconds, &local);
    return {.unix_ms = static_cast<std::int64_t>(seconds) * 1000,
            .offset_minutes = static_cast<std::int32_t>(local.tm_gmtoff / 60)};
}

engine::Result<std::vector<std::string>> write_demo_clinic(const std::filesystem::path &folder) {
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    const auto share = engine::share_folder();
    const auto catalog = app::HomeworkCatalog::load(*share / "atlas" / "homework.json");
    if (!catalog)
        return catalog.error();
    auto store = app::FolderStore::open(folder, *atlas, command_line_actor());
    if (!store)
        return store.error();
    if (const auto made = app::create_demo_clinic(*store, *atlas, *catalog, local_time()); !made)
        return made.error();
    constexpr std::size_t everybody = 1000;
    const auto shelf = store->shelf({.now = local_time(), .most = everybody});
    if (!shelf)
        return shelf.error();
    std::vector<std::string> files;
    for (const app::ClientRow &row : shelf->clients) {
        const auto sessions = store->sessions_of(row.client.id);
        if (!sessions)
            return sessions.error();
        for (const app::Document &session : *sessions)
            files.push_back(store->session_file(session.id).string());
    }
    std::ranges::sort(files); // ids grow with time
    return files;
}

} // namespace

Outcome demo_command(Args args) {
    std::filesystem::path folder;
    bool json = false;
    const engine::CommandLine line{
        .program = "palpate-cli demo",
        .about = "Writes the demo clinic: three invented clients with six sessions each, two weeks "
                 "apart, the last one today. Every one is marked as an example.",
        .arguments = {{"OUT_DIR", "", "the folder for the clinic", &folder,
                       "Name one folder to write to."},
                      json_flag(json, "print the written files as a JSON list")},
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    const auto files = write_demo_clinic(folder);
    if (!files)
        return files.error();
    if (json)
        print_json(nlohmann::json(*files));
    else
        std::printf("%zu sessions are in %s\n", files->size(), (folder / "sessions").c_str());
    return done;
}

} // namespace cli
