#include "draw_summary.hpp"
#include "export/client_folder.hpp"
#include "host/clock.hpp"
#include "open_store.hpp"

#include <cstdio>

namespace cli {

namespace {

constexpr std::string_view usage =
    "Usage: palpate-cli export-client STORE_DIR CLIENT_ID --out NEW_DIR\n\n"
    "Writes everything that is kept of one client into a new folder: README.txt, client.json, and\n"
    "for each session a folder with session.json, and its summary as a PDF page and as a picture.\n"
    "The folder has all of it or is not there. It is not encrypted, even if the clinic is.\n"
    "  --out NEW_DIR   must be new or empty\n";

} // namespace

int export_client_command(Args args) {
    auto store_args = take_store_args(args);
    if (!store_args)
        return complain_usage(store_args.error().message, usage);
    const auto out = take_value(store_args->rest, "--out");
    if (!out)
        return complain_usage(out.error().message, usage);
    const auto parsed = parse(store_args->rest);
    if (!parsed)
        return complain_usage(parsed.error().message, usage);
    if (parsed->help)
        return show_usage(std::string(usage) + std::string(passphrase_help));
    if (parsed->files.size() != 2)
        return complain_usage("Name a folder and a client.", usage);
    if (out->empty())
        return complain_usage("Say where the files go: --out NEW_DIR.", usage);
    if (const auto there = check_clinic(parsed->files[0]); !there)
        return complain(there.error().message, failed);
    const auto atlas = load_atlas();
    if (!atlas)
        return complain(atlas.error().message, failed);
    const auto words = load_words();
    if (!words)
        return complain(words.error().message, failed);
    auto store = open_store(parsed->files[0], *atlas, *store_args);
    if (!store)
        return complain(store.error().message, failed);
    auto drawer = SummaryDrawer::create(*atlas);
    if (!drawer)
        return complain(drawer.error().message, failed);
    const auto draw = [&](const app::Document &session, const app::Summary &page) {
        return drawer->draw(session, page);
    };
    const auto written =
        app::export_client(*store, parsed->files[1], *words, draw, *out, engine::wall_clock());
    if (!written)
        return complain(written.error().message, failed);
    std::printf("%s: %zu sessions\n", written->folder.c_str(), written->sessions);
    return done;
}

} // namespace cli
