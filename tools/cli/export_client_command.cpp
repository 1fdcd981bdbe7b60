#include "draw_summary.hpp"
#include "export/client_folder.hpp"
#include "host/clock.hpp"
#include "open_store.hpp"

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace cli {

Outcome export_client_command(Args args) {
    constexpr std::string_view missing = "Name a folder and a client.";
    std::filesystem::path folder, out;
    std::string client;
    StoreArgs store_args;
    const engine::CommandLine line{
        .program = "palpate-cli export-client",
        .about = "Writes everything that is kept of one client into a new folder: README.txt, "
                 "client.json, and for each session a folder with session.json, and its summary as "
                 "a PDF page and as a picture. The folder has all of it or is not there. It is not "
                 "encrypted, even if the clinic is.",
        .arguments = {store_folder(folder, missing),
                      client_of_store(client, missing),
                      {"--out", "NEW_DIR", "the new folder; when it is there, it must be empty",
                       &out, "Say where the files go: --out NEW_DIR."},
                      passphrase_option(store_args)},
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    if (const auto there = check_clinic(folder); !there)
        return there.error();
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    const auto words = load_words();
    if (!words)
        return words.error();
    auto store = open_store(folder, *atlas, store_args);
    if (!store)
        return store.error();
    auto drawer = SummaryDrawer::create(*atlas);
    if (!drawer)
        return drawer.error();
    const auto draw = [&](const app::Document &session, const app::Summary &page) {
        return drawer->draw(session, page);
    };
    const auto written =
        app::export_client(*store, client, *words, draw, out, engine::wall_clock());
    if (!written)
        return written.error();
    std::printf("%s: %zu sessions\n", written->folder.c_str(), written->sessions);
    return done;
}

} // namespace cli
