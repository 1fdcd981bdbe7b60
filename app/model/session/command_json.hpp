/// Commands as JSON, one object a line: a log that can be read, kept and replayed.
#pragma once

#include "base/result.hpp"
#include "model/session/command.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// The names of all commands, in the order of the variant: "open_session", "add_mark" ...
std::vector<std::string_view> command_names();

/// {"command": "set_mark_level", "id": "...", "level": 6}, without a line end.
std::string to_json_line(const Command &command);
engine::Result<Command> command_from_json(std::string_view line);

std::string to_json_lines(std::span<const Command> log);
/// Empty lines are skipped; an Error names the line.
engine::Result<std::vector<Command>> commands_from_json_lines(std::string_view text);

} // namespace app
