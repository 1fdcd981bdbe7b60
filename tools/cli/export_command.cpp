#include "commands.hpp"
#include "draw_summary.hpp"
#include "export/write_files.hpp"
#include "read_sessions.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cli {

namespace fs = std::filesystem;
using engine::Error;
using engine::Result;

namespace {

struct ExportRequest {
    bool json = false;
    fs::path file, out, history;
    std::vector<app::Format> formats = {app::Format::pdf, app::Format::html, app::Format::png};
};

Result<std::vector<app::Format>> parse_formats(std::string_view list) {
    std::vector<app::Format> formats;
    while (!list.empty()) {
        const std::string_view name = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), name.size() + 1));
        const app::Format all[] = {app::Format::pdf, app::Format::html, app::Format::png};
        const auto *const found = std::find_if(std::begin(all), std::end(all),
                                               [&](app::Format f) { return app::word(f) == name; });
        if (found == std::end(all))
            return Error{"There is no format \"" + std::string(name) + "\": use pdf, html or png."};
        if (std::find(formats.begin(), formats.end(), *found) == formats.end())
            formats.push_back(*found);
    }
    if (formats.empty())
        return Error{"--format needs at least one of pdf, html, png."};
    return formats;
}

engine::CommandLine export_line(ExportRequest &request) {
    const auto take_formats = [&request](const std::string &list) -> Result<engine::Done> {
        auto formats = parse_formats(list);
        if (!formats)
            return formats.error();
        request.formats = std::move(*formats);
        return engine::Done{};
    };
    return {
        .program = "palpate-cli export",
        .about = "Writes the summary of a session for people without Palpate: PDF page, web page, "
                 "picture.",
        .arguments = {session_file(request.file),
                      {"--out", "DIR", "folder for the files; made when it is missing",
                       &request.out, "Say where the files go: --out DIR."},
                      {"--format", "LIST", "some of pdf,html,png (all when left out)",
                       take_formats},
                      history_option(request.history),
                      json_flag(request.json, "print the written files as a JSON list")},
    };
}

Result<std::vector<fs::path>> write_summary(const ExportRequest &request) {
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    const auto document = read_session(request.file, *atlas);
    if (!document)
        return document.error();
    const auto past =
        earlier_sessions(history_or_beside(request.history, request.file), *document, *atlas);
    if (!past)
        return past.error();
    const auto words = load_words();
    if (!words)
        return words.error();
    const app::Summary summary = app::summary(*document, *past, *atlas, *words);
    auto drawer = SummaryDrawer::create(*atlas);
    if (!drawer)
        return drawer.error();
    const auto views = drawer->draw(*document, summary);
    if (!views)
        return views.error();
    // The session's own time, so that the same file always gives the same bytes.
    return app::write_summary_files(summary, *views, request.out, request.formats,
                                    engine::to_iso(document->appointment.start));
}

} // namespace

Outcome export_command(Args args) {
    ExportRequest request;
    if (const auto exit = engine::answer(export_line(request), args))
        return *exit;
    const auto files = write_summary(request);
    if (!files)
        return files.error();
    auto json = nlohmann::json::array();
    for (const fs::path &file : *files) {
        if (request.json)
            json.push_back(file.string());
        else
            std::printf("%s\n", file.c_str());
    }
    if (request.json)
        print_json(json);
    return done;
}

} // namespace cli
