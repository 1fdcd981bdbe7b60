#include "base/file.hpp"
#include "commands.hpp"
#include "model/session/document_json.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace cli {

namespace {

constexpr std::string_view usage =
    "Usage: palpate-cli validate FILE... [--json]\n\n"
    "Checks session files. Prints one line per problem: the file, the place in it as a JSON\n"
    "pointer, what is wrong. Exit code 0 when all files are valid, 1 when one is not.\n"
    "  --json   print the problems as a JSON list of {file, pointer, message}\n";

app::Problems problems_of(const std::string &file, const app::Atlas &atlas) {
    const auto text = engine::read_file(file, app::max_session_bytes);
    if (!text)
        return {{"", text.error().message}};
    return app::problems(*text, atlas);
}

void print_line(const std::string &file, const app::Problem &problem) {
    const std::string place = problem.pointer.empty() ? "(whole file)" : problem.pointer;
    std::printf("%s: %s: %s\n", file.c_str(), place.c_str(), problem.message.c_str());
}

} // namespace

int validate_command(Args args) {
    const auto parsed = parse(args);
    if (!parsed)
        return complain_usage(parsed.error().message, usage);
    if (parsed->help)
        return show_usage(usage);
    if (parsed->files.empty())
        return complain_usage("Name at least one session file.", usage);
    const auto atlas = load_atlas();
    if (!atlas)
        return complain(atlas.error().message, failed);
    bool all_valid = true;
    auto json = nlohmann::json::array();
    for (const std::string &file : parsed->files) {
        for (const app::Problem &problem : problems_of(file, *atlas)) {
            all_valid = false;
            if (parsed->json)
                json.push_back(
                    {{"file", file}, {"pointer", problem.pointer}, {"message", problem.message}});
            else
                print_line(file, problem);
        }
    }
    if (parsed->json)
        std::printf("%s\n",
                    json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    return all_valid ? done : failed;
}

} // namespace cli
