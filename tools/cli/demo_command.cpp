#include "base/share.hpp"
#include "open_store.hpp"
#include "session/demo_clinic.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <ctime>

namespace cli {

namespace {

constexpr std::string_view usage =
    "Usage: palpate-cli demo OUT_DIR [--json]\n\n"
    "Writes the demo clinic into OUT_DIR/sessions: three invented clients with six sessions each,\n"
    "two weeks apart, the last one today. Every one is marked as an example.\n"
    "  --json   print the written files as a JSON list\n";

engine::Timestamp now() {
    using namespace std::chrono;
    const std::time_t seconds = system_clock::to_time_t(system_clock::now());
    std::tm local{};
    localtime_r(&seconds, &local);
    return {.unix_ms = static_cast<std::int64_t>(seconds) * 1000,
            .offset_minutes = static_cast<std::int32_t>(local.tm_gmtoff / 60)};
}

engine::Result<std::vector<std::string>> write_clinic(const std::filesystem::path &folder) {
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
    if (const auto made = app::create_demo_clinic(*store, *atlas, *catalog, now()); !made)
        return made.error();
    constexpr std::size_t everybody = 1000;
    const auto shelf = store->shelf({.now = now(), .most = everybody});
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

int demo_command(Args args) {
    const auto parsed = parse(args);
    if (!parsed)
        return complain_usage(parsed.error().message, usage);
    if (parsed->help)
        return show_usage(usage);
    if (parsed->files.size() != 1)
        return complain_usage("Name one folder to write to.", usage);
    const auto files = write_clinic(parsed->files.front());
    if (!files)
        return complain(files.error().message, failed);
    if (parsed->json)
        std::printf("%s\n", nlohmann::json(*files).dump(2).c_str());
    else
        std::printf("%zu sessions are in %s\n", files->size(),
                    (std::filesystem::path(parsed->files.front()) / "sessions").c_str());
    return done;
}

} // namespace cli
