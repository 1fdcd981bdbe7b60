/// Where a passphrase comes from: a file, an environment variable, the terminal (without echo), or
/// a line of standard input. It is never an argument, which every program on the computer could
/// read.
#pragma once

#include "base/result.hpp"
#include "records/secret.hpp"

#include <filesystem>

namespace cli {

/// Lines of standard input belong to the command itself, so that no passphrase is read from it.
enum class Input { free, taken };

struct PassphraseSource {
    std::string_view question; ///< "Passphrase: "
    const char *variable = nullptr;
    std::filesystem::path file; ///< empty: not given; else its first line
    Input input = Input::free;
    bool twice = false; ///< on a terminal: a new one that nobody has proved yet
};
/// The first of them that is there.
engine::Result<app::Secret> read_passphrase(const PassphraseSource &source);

} // namespace cli
