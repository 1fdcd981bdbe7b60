#include "commands.hpp"
#include "draw_summary.hpp"
#include "export/write_files.hpp"
#include "read_sessions.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace cli {

namespace fs = std::filesystem;
using engine::Error;
using engine::Result;

namespace {

constexpr std::string_view usage =
    "Usage: palpate-cli export FILE --out DIR [--format pdf,html,png] [--history DIR] [--json]\n\n"
    "Writes the summary of a session for people without Palpate: PDF page, web page, picture.\n"
    "  --out DIR       folder for the files; made when it is missing\n"
    "  --format LIST   some of pdf,html,png (all when left out)\n"
    "  --history DIR   folder with earlier sessions of the client (the one FILE lies in when left "
    "out)\n"
    "  --json          print the written files as a JSON list\n";

struct Request {
    bool help = false, json = false;
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

/// Takes the options that have a value out of the arguments; parse() reads the rest.
Result<Request> parse_request(Args args) {
    Request request;
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string &name = args[i];
        if (name != "--out" && name != "--format" && name != "--history") {
            rest.push_back(name);
            continue;
        }
        ++i; // the value
        if (i == args.size() || args[i].empty())
            return Error{name + " needs a value."};
        if (name == "--out")
            request.out = args[i];
        else if (name == "--history")
            request.history = args[i];
        else if (auto formats = parse_formats(args[i]))
            request.formats = *formats;
        else
            return formats.error();
    }
    const auto parsed = parse(rest);
    if (!parsed)
        return parsed.error();
    request.help = parsed->help;
    request.json = parsed->json;
    if (request.help)
        return request;
    if (parsed->files.size() != 1)
        return Error{"Name exactly one session file."};
    if (request.out.empty())
        return Error{"Say where the files go: --out DIR."};
    request.file = parsed->files.front();
    if (request.history.empty())
        request.history = fs::absolute(request.file).parent_path();
    return request;
}

Result<std::vector<fs::path>> write(const Request &request) {
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    const auto document = read_session(request.file, *atlas);
    if (!document)
        return document.error();
    const auto past = earlier_sessions(request.history, *document, *atlas);
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

int export_command(Args args) {
    const auto request = parse_request(args);
    if (!request)
        return complain_usage(request.error().message, usage);
    if (request->help)
        return show_usage(usage);
    const auto files = write(*request);
    if (!files)
        return complain(files.error().message, failed);
    auto json = nlohmann::json::array();
    for (const fs::path &file : *files) {
        if (request->json)
            json.push_back(file.string());
        else
            std::printf("%s\n", file.c_str());
    }
    if (request->json)
        std::printf("%s\n",
                    json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    return done;
}

} // namespace cli
