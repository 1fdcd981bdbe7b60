/// Session files for commands that read a session without a clinic around it.
#pragma once

#include "args/command_line.hpp"
#include "model/atlas/atlas.hpp"
#include "model/session/document.hpp"

#include <filesystem>

namespace cli {

/// "FILE", a session, for the commands about one.
engine::Argument session_file(std::filesystem::path &file);
/// "--history": by itself the folder that the session's file lies in.
engine::Argument history_option(std::filesystem::path &history);
std::filesystem::path history_or_beside(const std::filesystem::path &history,
                                        const std::filesystem::path &file);

engine::Result<app::Document> read_session(const std::filesystem::path &file,
                                           const app::Atlas &atlas);

/// The client's earlier sessions in the folder, oldest first. Other files in it are none of our
/// business; `unreadable` takes a sentence for each that ends in .json and is no session.
engine::Result<std::vector<app::Document>>
earlier_sessions(const std::filesystem::path &folder, const app::Document &today,
                 const app::Atlas &atlas, std::vector<std::string> *unreadable = nullptr);

} // namespace cli
