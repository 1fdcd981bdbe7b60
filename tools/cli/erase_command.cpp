#include "host/clock.hpp"
#include "open_store.hpp"
#include "store/record/erase.hpp"

#include <cinttypes>
#include <cstdio>

namespace cli {

namespace {

constexpr std::string_view usage =
    "Usage: palpate-cli erase STORE_DIR CLIENT_ID --yes [--reason TEXT]\n\n"
    "Deletes one client for good: all sessions, what is in their journals, the client's file, and\n"
    "the pages in summaries/ that go by the client's name. A tombstone without a name stays:\n"
    "tombstones/CLIENT_ID.json. Nothing brings the client back. Backups that were made before "
    "still\n"
    "hold the client, and so do files that were exported elsewhere: delete those too.\n"
    "  --yes           without it nothing is deleted\n"
    "  --reason TEXT   for the tombstone; without a name\n";

} // namespace

int erase_command(Args args) {
    auto store_args = take_store_args(args);
    if (!store_args)
        return complain_usage(store_args.error().message, usage);
    const auto reason = take_value(store_args->rest, "--reason");
    if (!reason)
        return complain_usage(reason.error().message, usage);
    const bool sure = take_flag(store_args->rest, "--yes");
    const auto parsed = parse(store_args->rest);
    if (!parsed)
        return complain_usage(parsed.error().message, usage);
    if (parsed->help)
        return show_usage(std::string(usage) + std::string(passphrase_help));
    if (parsed->files.size() != 2)
        return complain_usage("Name a folder and a client.", usage);
    if (!sure)
        return complain_usage("Nothing was deleted. Deleting is for good: say --yes.", usage);
    if (const auto there = check_clinic(parsed->files[0]); !there)
        return complain(there.error().message, failed);
    const auto atlas = load_atlas();
    if (!atlas)
        return complain(atlas.error().message, failed);
    auto store = open_store(parsed->files[0], *atlas, *store_args);
    if (!store)
        return complain(store.error().message, failed);
    const auto gone =
        app::erase_client(*store, parsed->files[1], "palpate-cli", engine::wall_clock(), *reason);
    if (!gone)
        return complain(gone.error().message, failed);
    std::printf("The client and %" PRIu64 " sessions are deleted. Backups that were made before "
                "still hold them.\n",
                gone->sessions);
    return done;
}

} // namespace cli
