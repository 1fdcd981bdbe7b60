#include "base/file.hpp"
#include "commands.hpp"
#include "model/session/document_json.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <string>
#include <vector>

namespace cli {

namespace {

app::Problems problems_of_file(const std::string &file, const app::Atlas &atlas) {
    const auto text = engine::read_file(file, app::max_session_bytes);
    if (!text)
        return {{"", text.error().message}};
    return app::problems(*text, atlas);
}

void print_problem(const std::string &file, const app::Problem &problem) {
    const std::string place = problem.pointer.empty() ? "(whole file)" : problem.pointer;
    std::printf("%s: %s: %s\n", file.c_str(), place.c_str(), problem.message.c_str());
}

} // namespace

Outcome validate_command(Args args) {
    std::vector<std::string> files;
    bool as_json = false;
    const engine::CommandLine line{
        .program = "palpate-cli validate",
        .about =
            "Checks session files. Prints one line per problem: the file, the place in it as a "
            "JSON pointer, what is wrong.",
        .arguments = {{"FILE", "", "session files", &files, "Name at least one session file."},
                      json_flag(as_json,
                                "print the problems as a JSON list of {file, pointer, message}")},
        .end = "Exit code 0 when all files are valid, 1 when one is not.",
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    bool all_valid = true;
    auto json = nlohmann::json::array();
    for (const std::string &file : files) {
        for (const app::Problem &problem : problems_of_file(file, *atlas)) {
            all_valid = false;
            if (as_json)
                json.push_back(
                    {{"file", file}, {"pointer", problem.pointer}, {"message", problem.message}});
            else
                print_problem(file, problem);
        }
    }
    if (as_json)
        print_json(json);
    return all_valid ? done : failed;
}

} // namespace cli
