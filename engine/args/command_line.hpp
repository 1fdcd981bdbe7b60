/// What a program can be called with, as data: it is read, and explained by --help, in one way for
/// all programs. --help and --version are part of every command line.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace engine {

/// A number from `least` to `most`.
template <class T>
struct Number {
    T *into;
    T least, most;
};
/// Two whole numbers with an x between them, in pixels. What they hold is the example for others.
struct PixelSize {
    Number<int> width, height;
};
/// One of some words; `take` gets its place among them.
struct OneOf {
    std::vector<std::string> words;
    std::function<void(std::size_t)> take;
};
/// Any other value; the Error is a whole sentence.
using Take = std::function<Result<Done>(const std::string &)>;

/// Where a value goes. A bool is an option without a value, the vectors take more than one.
using Target =
    std::variant<bool *, std::string *, std::filesystem::path *, std::vector<std::string> *,
                 std::vector<std::filesystem::path> *, Number<int>, Number<float>, Number<double>,
                 Number<std::uint64_t>, PixelSize, OneOf, Take>;

struct Argument {
    std::string name;  ///< "--out"; without dashes, "FILE", it is known by its place
    std::string value; ///< what stands for the value of an option in the help: "DIR"
    std::string help;
    Target into;
    std::string missing{}; ///< it has to be there, and this is said when it is not
};

/// A command of a program, for the help; the program looks for it itself.
struct Command {
    std::string_view name, help;
};

struct CommandLine {
    std::string program; ///< with its command: "tar list"
    std::string about;   ///< paragraphs, as long lines
    std::vector<Argument> arguments{};
    std::string end{}; ///< of the help
    std::vector<Command> commands{};
    /// What is wrong with the arguments together, in a sentence; empty: nothing.
    std::function<std::string()> check{};
};

/// Reads arguments, without the name of the program, into the targets. A text: --help or --version
/// asked for it, and nothing else is to be done. The Error says what is wrong with the call.
Result<std::optional<std::string>> read(const CommandLine &line,
                                        std::span<const std::string> arguments);
std::string help(const CommandLine &line);

/// The same for a program: what there is to say is written. Nothing: it goes on; else its exit
/// code, 2 for a wrong call.
std::optional<int> answer(const CommandLine &line, std::span<const std::string> arguments);
std::optional<int> answer(const CommandLine &line, int argc, char **argv);

/// Of this build: "1.2.3".
std::string_view version();

} // namespace engine
