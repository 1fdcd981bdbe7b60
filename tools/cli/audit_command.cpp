#include "open_store.hpp"
#include "store/backup/verify_store.hpp"

#include <nlohmann/json.hpp>

#include <cinttypes>
#include <cstdio>

namespace cli {

namespace {

constexpr std::string_view usage =
    "Usage: palpate-cli audit verify STORE_DIR [--passphrase-file FILE]\n"
    "       palpate-cli audit show STORE_DIR [--json] [--passphrase-file FILE]\n\n"
    "verify: checks the list of what was done with the records (audit/log.jsonl). Finds every "
    "line\n"
    "that was edited, removed, put in or moved, and every signed session that says something else\n"
    "now. Prints \"N entries, head HASH\" and exits with 0, or prints one line per problem and\n"
    "exits with 1. Note number and head elsewhere: who can write the folder could write the whole\n"
    "list anew.\n"
    "show: prints the list, oldest first; --json: one JSON object a line.\n";

int verify(const app::ClinicFiles &files) {
    const auto atlas = load_atlas();
    if (!atlas)
        return complain(atlas.error().message, failed);
    const auto report = app::verify_audit(
        files, [&](const std::string &id) { return app::check_session(files, *atlas, id); });
    if (!report)
        return complain(report.error().message, failed);
    for (const std::string &remark : report->remarks)
        std::fprintf(stderr, "%s\n", remark.c_str());
    for (const std::string &problem : report->problems)
        std::printf("%s\n", problem.c_str());
    if (!report->problems.empty())
        return failed;
    std::printf("%" PRIu64 " entries, head %s\n", report->entries,
                report->head.empty() ? "-" : report->head.c_str());
    return done;
}

nlohmann::ordered_json as_json(const app::AuditLine &line) {
    return {{"n", line.n},
            {"at", engine::to_iso(line.at)},
            {"who", line.who},
            {"what", app::Names<app::Deed>::all[static_cast<std::size_t>(line.entry.what)]},
            {"session", line.entry.session},
            {"client", line.entry.client},
            {"content", line.entry.content},
            {"detail", line.entry.detail}};
}

void print_line(const app::AuditLine &line) {
    const std::string_view what =
        app::Names<app::Deed>::all[static_cast<std::size_t>(line.entry.what)];
    std::string about;
    if (!line.entry.session.empty())
        about += "  session " + line.entry.session;
    if (!line.entry.client.empty())
        about += "  client " + line.entry.client;
    if (!line.entry.detail.empty())
        about += "  (" + line.entry.detail + ")";
    std::printf("%" PRIu64 "  %s  %.*s  %s%s\n", line.n, engine::to_iso(line.at).c_str(),
                static_cast<int>(what.size()), what.data(), line.who.c_str(), about.c_str());
}

int show(const app::ClinicFiles &files, bool json) {
    const auto read = app::read_audit(files, [&](const app::AuditLine &line) {
        if (!json)
            print_line(line);
        else
            std::printf("%s\n",
                        as_json(line)
                            .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                            .c_str());
    });
    return read ? done : complain(read.error().message, failed);
}

} // namespace

int audit_command(Args args) {
    const auto store = take_store_args(args);
    if (!store)
        return complain_usage(store.error().message, usage);
    const auto parsed = parse(store->rest);
    if (!parsed)
        return complain_usage(parsed.error().message, usage);
    if (parsed->help)
        return show_usage(std::string(usage) + std::string(passphrase_help));
    if (parsed->files.size() != 2 || (parsed->files[0] != "verify" && parsed->files[0] != "show"))
        return complain_usage("Say audit verify or audit show, and name one folder.", usage);
    if (const auto there = check_clinic(parsed->files[1]); !there)
        return complain(there.error().message, failed);
    const auto files = open_files(parsed->files[1], *store);
    if (!files)
        return complain(files.error().message, failed);
    return parsed->files[0] == "verify" ? verify(*files) : show(*files, parsed->json);
}

} // namespace cli
