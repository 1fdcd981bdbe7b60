#include "open_store.hpp"
#include "store/backup/verify_store.hpp"

#include <nlohmann/json.hpp>

#include <cinttypes>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace cli {

namespace {

Outcome verify_audit_log(const app::ClinicFiles &files) {
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    const auto report = app::verify_audit(
        files, [&](const std::string &id) { return app::check_session(files, *atlas, id); });
    if (!report)
        return report.error();
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

nlohmann::ordered_json audit_json(const app::AuditLine &line) {
    return {{"n", line.n},
            {"at", engine::to_iso(line.at)},
            {"who", line.who},
            {"what", app::Names<app::Deed>::all[static_cast<std::size_t>(line.entry.what)]},
            {"session", line.entry.session},
            {"client", line.entry.client},
            {"content", line.entry.content},
            {"detail", line.entry.detail}};
}

void print_audit_line(const app::AuditLine &line) {
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

Outcome show_audit_log(const app::ClinicFiles &files, bool json) {
    const auto read = app::read_audit(files, [&](const app::AuditLine &line) {
        if (!json)
            print_audit_line(line);
        else
            std::printf("%s\n",
                        audit_json(line)
                            .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                            .c_str());
    });
    if (!read)
        return read.error();
    return done;
}

} // namespace

Outcome audit_command(Args args) {
    constexpr std::string_view missing = "Say audit verify or audit show, and name one folder.";
    bool verify = false, json = false;
    std::filesystem::path folder;
    StoreArgs store;
    const auto take_action = [&verify,
                              missing](const std::string &word) -> engine::Result<engine::Done> {
        verify = word == "verify";
        if (!verify && word != "show")
            return engine::Error{std::string(missing)};
        return engine::Done{};
    };
    const engine::CommandLine line{
        .program = "palpate-cli audit",
        .about = "The list of what was done with the records, audit/log.jsonl.\n\n"
                 "verify: finds every line that was edited, removed, put in or moved, and every "
                 "signed session that says something else now. Prints \"N entries, head HASH\" and "
                 "exits with 0, or prints one line per problem and exits with 1. Note number and "
                 "head elsewhere: who can write the folder could write the whole list anew.\n\n"
                 "show: prints the list, oldest first.",
        .arguments = {{"verify|show", "", "what to do with the list", take_action,
                       std::string(missing)},
                      store_folder(folder, missing),
                      json_flag(json, "show prints one JSON object a line"),
                      passphrase_option(store)},
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    if (const auto there = check_clinic(folder); !there)
        return there.error();
    const auto files = open_files(folder, store);
    if (!files)
        return files.error();
    return verify ? verify_audit_log(*files) : show_audit_log(*files, json);
}

} // namespace cli
