#include "commands.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Row {
    std::string_view name;
    cli::Outcome (*run)(cli::Args);
    std::string_view help;
};

/// The one table of all commands.
constexpr std::array commands{
    Row{"demo", cli::demo_command, "write the demo clinic into a new folder"},
    Row{"validate", cli::validate_command, "check session files; one line per problem"},
    Row{"export", cli::export_command, "write the summary as PDF, web page and picture"},
    Row{"plan", cli::plan_command, "propose the minutes of a session, part by part"},
    Row{"wording", cli::wording_command,
        "find names of diseases and myths about massage in a text"},
    Row{"guide", cli::guide_command, "say what the rules say about a session"},
    Row{"regions", cli::regions_command, "print the atlas as a table"},
    Row{"find", cli::find_command, "find places of the body by their names"},
    Row{"apply", cli::apply_command,
        "apply commands from standard input to a session; \"ack N\" when line N is safe"},
    Row{"show", cli::show_command, "print a session of a clinic's folder"},
    Row{"encrypt", cli::encrypt_command, "encrypt a clinic's folder"},
    Row{"decrypt", cli::decrypt_command, "decrypt a clinic's folder"},
    Row{"rekey", cli::rekey_command, "give a clinic a new passphrase"},
    Row{"audit", cli::audit_command, "check or print the list of what was done with the records"},
    Row{"backup", cli::backup_command, "copy a clinic's folder elsewhere"},
    Row{"verify", cli::verify_command, "check every file of a clinic's folder or of a backup"},
    Row{"restore", cli::restore_command, "put the newest backup back into a new folder"},
    Row{"export-client", cli::export_client_command, "write everything that is kept of one client"},
    Row{"erase", cli::erase_command, "delete one client for good"},
};

engine::CommandLine command_line() {
    engine::CommandLine line{
        .program = "palpate-cli",
        .about = "Works with session files and clinics' folders of Palpate without its window.",
        .arguments = {{"COMMAND", "",
                       "what to do; \"palpate-cli COMMAND --help\" says more about it",
                       [](const std::string &name) -> engine::Result<engine::Done> {
                           return engine::Error{"There is no command \"" + name + "\"."};
                       },
                       "Name a command."}},
        .end = "Exit codes: 0 done, 1 not done or not valid, 2 called in a wrong way.",
    };
    for (const Row &row : commands)
        line.commands.push_back({row.name, row.help});
    return line;
}

} // namespace

int main(int argc, char **argv) {
    const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
    const auto line = command_line();
    if (args.empty() || args[0] == "help") {
        std::fputs(engine::help(line).c_str(), args.empty() ? stderr : stdout);
        return args.empty() ? cli::wrong_usage : cli::done;
    }
    const auto *const row = std::ranges::find(commands, args[0], &Row::name);
    if (row == commands.end())
        return engine::answer(line, args).value_or(cli::wrong_usage);
    const auto outcome = row->run(cli::Args{args}.subspan(1));
    if (outcome)
        return *outcome;
    cli::complain(outcome.error().message);
    return cli::failed;
}
