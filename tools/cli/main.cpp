#include "commands.hpp"

#include <array>
#include <cstdio>

namespace {

struct Row {
    std::string_view name;
    int (*run)(cli::Args);
    std::string_view help;
};

/// The one table of all commands.
constexpr std::array commands{
    Row{"demo", cli::demo_command, "demo OUT_DIR          write the demo clinic into a new folder"},
    Row{"validate", cli::validate_command,
        "validate FILE...      check session files; one line per problem"},
    Row{"export", cli::export_command,
        "export FILE --out DIR write the summary as PDF, web page and picture"},
    Row{"plan", cli::plan_command,
        "plan FILE             propose the minutes of a session, part by part"},
    Row{"wording", cli::wording_command,
        "wording FILE|-        find names of diseases and myths about massage in a text"},
    Row{"guide", cli::guide_command, "guide FILE --at TIME  what the rules say about a session"},
    Row{"regions", cli::regions_command, "regions --csv         print the atlas as a table"},
    Row{"find", cli::find_command, "find WORDS            find places of the body by their names"},
    Row{"apply", cli::apply_command,
        "apply DIR SESSION     apply commands from standard input; \"ack N\" when line N is safe"},
    Row{"show", cli::show_command, "show DIR SESSION      print a session of a clinic's folder"},
    Row{"encrypt", cli::encrypt_command, "encrypt DIR           encrypt a clinic's folder"},
    Row{"decrypt", cli::decrypt_command, "decrypt DIR           decrypt a clinic's folder"},
    Row{"rekey", cli::rekey_command, "rekey DIR             give a clinic a new passphrase"},
    Row{"audit", cli::audit_command,
        "audit verify DIR      check the list of what was done with the records; audit show DIR"},
    Row{"backup", cli::backup_command, "backup DIR BACKUPS    copy a clinic's folder elsewhere"},
    Row{"verify", cli::verify_command,
        "verify DIR            check every file of a clinic's folder or of a backup"},
    Row{"restore", cli::restore_command,
        "restore BACKUPS DIR   put the newest backup back into a new folder"},
    Row{"export-client", cli::export_client_command,
        "export-client DIR ID --out NEW_DIR   everything that is kept of one client"},
    Row{"erase", cli::erase_command, "erase DIR ID --yes    delete one client for good"},
};

void print_help(std::FILE *out) {
    std::fputs("palpate-cli: session files of Palpate on the command line\n\n"
               "Usage: palpate-cli COMMAND [OPTIONS] ...\n\nCommands:\n",
               out);
    for (const Row &row : commands)
        std::fprintf(out, "  %.*s\n", static_cast<int>(row.help.size()), row.help.data());
    std::fputs("\n\"palpate-cli COMMAND --help\" says more about one command.\n"
               "\"palpate-cli --version\" prints the version.\n"
               "Exit codes: 0 done, 1 not done or not valid, 2 called in a wrong way.\n",
               out);
}

} // namespace

int main(int argc, char **argv) {
    const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
    if (args.empty()) {
        print_help(stderr);
        return cli::wrong_usage;
    }
    if (args[0] == "--help" || args[0] == "-h" || args[0] == "help") {
        print_help(stdout);
        return cli::done;
    }
    if (args[0] == "--version") {
        std::printf("palpate-cli %s\n", PALPATE_VERSION);
        return cli::done;
    }
    for (const Row &row : commands)
        if (row.name == args[0])
            return row.run(cli::Args{args}.subspan(1));
    cli::complain("There is no command \"" + args[0] + "\".", cli::wrong_usage);
    print_help(stderr);
    return cli::wrong_usage;
}
