/// What palpate-cli can do: one function and one source file per command.
#pragma once

#include "base/result.hpp"
#include "model/atlas/atlas.hpp"
#include "model/text/phrases.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// Exit codes of every command.
enum Exit : int { done = 0, failed = 1, wrong_usage = 2 };

/// The arguments after the command's name.
using Args = std::span<const std::string>;

int demo_command(Args args);
int validate_command(Args args);
int export_command(Args args);
int regions_command(Args args);
int find_command(Args args);
int apply_command(Args args);
int show_command(Args args);
int encrypt_command(Args args);
int decrypt_command(Args args);
int rekey_command(Args args);
int audit_command(Args args);
int backup_command(Args args);
int verify_command(Args args);
int restore_command(Args args);
int erase_command(Args args);
int export_client_command(Args args);
int guide_command(Args args);
int plan_command(Args args);
int wording_command(Args args);

/// Options ("--json") and the rest, in order. An unknown option is an Error.
struct Parsed {
    bool help = false, json = false;
    std::vector<std::string> files;
};
engine::Result<Parsed> parse(Args args);

/// Takes "NAME VALUE" out of the arguments; empty when it is not there. An Error: the value lacks.
engine::Result<std::string> take_value(std::vector<std::string> &args, std::string_view name);
/// Takes NAME out of the arguments. True: it was there.
bool take_flag(std::vector<std::string> &args, std::string_view name);

/// Writes the help of a command to standard output.
int show_usage(std::string_view usage);
/// Writes "palpate-cli: MESSAGE" to standard error and gives back `exit`.
int complain(std::string_view message, Exit exit);
/// A wrong call: the message, then how to call it.
int complain_usage(std::string_view message, std::string_view usage);

/// The atlas and homework.json of share/palpate.
engine::Result<app::Atlas> load_atlas();
/// The English words of share/palpate.
engine::Result<app::Phrases> load_words();

} // namespace cli
