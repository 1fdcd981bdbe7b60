#include "host/clock.hpp"
#include "open_store.hpp"

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace cli {

Outcome erase_command(Args args) {
    constexpr std::string_view missing = "Name a folder and a client.";
    std::filesystem::path folder;
    std::string client, reason;
    bool sure = false;
    StoreArgs store_args;
    const engine::CommandLine line{
        .program = "palpate-cli erase",
        .about =
            "Deletes one client for good: all sessions, what is in their journals, the client's "
            "file, and the pages in summaries/ that go by the client's name. A tombstone "
            "without a name stays: tombstones/CLIENT_ID.json. Nothing brings the client back. "
            "Backups that were made before still hold the client, and so do files that were "
            "exported elsewhere: delete those too.",
        .arguments = {store_folder(folder, missing),
                      client_of_store(client, missing),
                      {"--yes", "", "without it nothing is deleted", &sure,
                       "Nothing was deleted. Deleting is for good: say --yes."},
                      {"--reason", "TEXT", "for the tombstone; without a name", &reason},
                      passphrase_option(store_args)},
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    if (const auto there = check_clinic(folder); !there)
        return there.error();
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    auto store = open_store(folder, *atlas, store_args);
    if (!store)
        return store.error();
    const auto gone = store->erase(
        {.client = client, .who = "palpate-cli", .at = engine::wall_clock(), .reason = reason});
    if (!gone)
        return gone.error();
    std::printf("The client and %zu sessions are deleted. Backups that were made before still hold "
                "them.\n",
                *gone);
    return done;
}

} // namespace cli
