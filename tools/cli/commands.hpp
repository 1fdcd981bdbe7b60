/// What palpate-cli can do: one function per command. Each describes what it can be called with
/// beside what it does.
#pragma once

#include "args/command_line.hpp"
#include "model/atlas/atlas.hpp"
#include "model/text/phrases.hpp"

#include <cstdio>
#include <span>
#include <string>
#include <string_view>

namespace cli {

/// Exit codes of every command.
enum Exit : int { done = 0, failed = 1, wrong_usage = 2 };

/// The arguments after the command's name.
using Args = std::span<const std::string>;

/// An exit code. An Error: the command was not done, and its sentence is still to be said.
using Outcome = engine::Result<int>;

Outcome demo_command(Args args);
Outcome validate_command(Args args);
Outcome export_command(Args args);
Outcome regions_command(Args args);
Outcome find_command(Args args);
Outcome apply_command(Args args);
Outcome show_command(Args args);
Outcome encrypt_command(Args args);
Outcome decrypt_command(Args args);
Outcome rekey_command(Args args);
Outcome audit_command(Args args);
Outcome backup_command(Args args);
Outcome verify_command(Args args);
Outcome restore_command(Args args);
Outcome erase_command(Args args);
Outcome export_client_command(Args args);
Outcome guide_command(Args args);
Outcome plan_command(Args args);
Outcome wording_command(Args args);

/// "--json".
engine::Argument json_flag(bool &json, std::string_view help);

/// Writes "palpate-cli: MESSAGE" to standard error.
void complain(std::string_view message);

/// Writes JSON to standard output; of the caller's kind, so that this header needs none.
template <class Json>
void print_json(const Json &json) {
    std::printf("%s\n", json.dump(2, ' ', false, Json::error_handler_t::replace).c_str());
}

/// The atlas and homework.json of share/palpate.
engine::Result<app::Atlas> load_atlas();
/// The English words of share/palpate.
engine::Result<app::Phrases> load_words();

} // namespace cli
