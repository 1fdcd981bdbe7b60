#include "args/command_line.hpp"

// The one source that knows it: it takes three seconds to compile.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace engine {

namespace {

constexpr std::size_t page_width = 80, name_width = 28;

bool is_option(const Argument &argument) {
    return argument.name.starts_with('-');
}

bool takes_more(const Argument &argument) {
    return std::holds_alternative<std::vector<std::string> *>(argument.into) ||
           std::holds_alternative<std::vector<std::filesystem::path> *>(argument.into);
}

std::string joined(const std::vector<std::string> &words, std::string_view between) {
    std::string all;
    for (const std::string &word : words)
        all += (all.empty() ? "" : std::string(between)) + word;
    return all;
}

/// "DIR" or "light|dark".
std::string value_of(const Argument &argument) {
    const auto *one_of = std::get_if<OneOf>(&argument.into);
    return one_of != nullptr && argument.value.empty() ? joined(one_of->words, "|")
                                                       : argument.value;
}

/// Paragraphs broken into lines, each but the first after `indent` spaces.
std::string wrapped(std::string_view text, std::size_t indent) {
    std::string lines;
    std::size_t column = indent;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\n') {
            lines += "\n" + std::string(indent, ' ');
            column = indent;
            ++at;
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string_view word = text.substr(at, end - at);
        if (column > indent && column + 1 + word.size() > page_width) {
            lines += "\n" + std::string(indent, ' ');
            column = indent;
        }
        if (column > indent) {
            lines += ' ';
            ++column;
        }
        lines += word;
        column += word.size();
        at = end + (end < text.size() && text[end] == ' ' ? 1 : 0);
    }
    return lines;
}

/// "tar" of "tar list".
std::string program_of(const CommandLine &line) {
    return line.program.substr(0, line.program.find(' '));
}

std::string row(const std::string &name, std::string_view text) {
    std::string line = "  " + name;
    if (line.size() + 2 > name_width)
        line += "\n" + std::string(name_width, ' ');
    else
        line.resize(name_width, ' ');
    return line + wrapped(text, name_width) + "\n";
}

/// What has to be there, and that there are options.
std::string usage(const CommandLine &line) {
    std::string text = "Usage: " + line.program;
    for (const Argument &argument : line.arguments)
        if (!is_option(argument))
            text += " " + argument.name + (takes_more(argument) ? "..." : "");
    for (const Argument &argument : line.arguments)
        if (is_option(argument) && !argument.missing.empty())
            text +=
                " " + argument.name + (value_of(argument).empty() ? "" : " ") + value_of(argument);
    return text + " [OPTION]...\n";
}

/// The usage comes first, and long texts are broken into lines, which CLI11 leaves to others.
class Page : public CLI::Formatter {
  public:
    explicit Page(const CommandLine &line) : line_(line) { label("Positionals", "Arguments"); }

    std::string make_help(const CLI::App *app, std::string /*name*/,
                          CLI::AppFormatMode mode) const override {
        std::string text = usage(line_) + "\n" + wrapped(line_.about, 0) + "\n" +
                           make_positionals(app) + make_groups(app, mode);
        if (!line_.commands.empty())
            text += "\nCommands:\n";
        for (const Command &command : line_.commands)
            text += row(std::string(command.name), command.help);
        return text + (line_.end.empty() ? "" : "\n" + wrapped(line_.end, 0) + "\n");
    }
    std::string make_option(const CLI::Option *option, bool is_positional) const override {
        if (is_positional)
            return row(option->get_name(true) + (option->get_expected_max() > 1 ? "..." : ""),
                       option->get_description());
        const std::string names =
            CLI::detail::find_and_replace(option->get_name(false, true), ",", ", ");
        const std::string &value = option->get_option_text();
        return row(names + (value.empty() ? "" : " ") + value, option->get_description());
    }

  private:
    const CommandLine &line_;
};

template <class T>
bool read_number(std::string_view text, const Number<T> &number) {
    T value{};
    const auto [stopped, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    // Said this way round, "nan" is refused, too.
    if (failure != std::errc{} || stopped != text.data() + text.size() ||
        !(value >= number.least && value <= number.most))
        return false;
    *number.into = value;
    return true;
}

/// 0.5, not 0.500000.
template <class T>
std::string as_text(T number) {
    std::array<char, 32> text{};
    char *const end = text.data() + text.size();
    if constexpr (std::is_floating_point_v<T>)
        return {text.data(), std::to_chars(text.data(), end, number, std::chars_format::fixed).ptr};
    else
        return {text.data(), std::to_chars(text.data(), end, number).ptr};
}

[[noreturn]] void refuse(const std::string &sentence) {
    throw CLI::ValidationError(sentence, CLI::ExitCodes::ValidationError);
}

/// A value on its way to its target.
struct Given {
    const Argument &argument;
    const std::string &text;

    [[noreturn]] void refuse_for(const std::string &right) const {
        refuse(argument.name + " has to be " + right + ", not \"" + text + "\".");
    }
    void put(bool * /*an option without a value*/) const {}
    void put(std::string *into) const { *into = text; }
    void put(std::filesystem::path *into) const { *into = text; }
    void put(std::vector<std::string> *into) const { into->push_back(text); }
    void put(std::vector<std::filesystem::path> *into) const { into->emplace_back(text); }
    template <class T>
    void put(const Number<T> &number) const {
        if (!read_number(text, number))
            refuse_for((std::is_integral_v<T> ? "a whole number from " : "a number from ") +
                       as_text(number.least) + " to " + as_text(number.most));
    }
    void put(const PixelSize &size) const {
        const auto cross = std::min(text.find('x'), text.size());
        const std::string_view all = text;
        const std::string example = as_text(*size.width.into) + "x" + as_text(*size.height.into);
        if (cross == all.size() || !read_number(all.substr(0, cross), size.width) ||
            !read_number(all.substr(cross + 1), size.height))
            refuse_for("width and height as " + example + ", from " + as_text(size.width.least) +
                       "x" + as_text(size.height.least) + " to " + as_text(size.width.most) + "x" +
                       as_text(size.height.most));
    }
    void put(const OneOf &one_of) const {
        const auto found = std::ranges::find(one_of.words, text);
        if (found == one_of.words.end())
            refuse_for(joined(one_of.words, " or "));
        one_of.take(static_cast<std::size_t>(found - one_of.words.begin()));
    }
    void put(const Take &take) const {
        if (const auto taken = take(text); !taken)
            refuse(taken.error().message);
    }
};

std::string needs_value(const Argument &argument) {
    const std::string_view value = argument.value;
    return argument.name + (value.ends_with("FILE")  ? " needs the name of a file."
                            : value.ends_with("DIR") ? " needs the name of a folder."
                                                     : " needs a value.");
}

bool take_all(const Argument &argument, const std::vector<std::string> &texts) {
    for (const std::string &text : texts) {
        if (text.empty() && is_option(argument))
            refuse(needs_value(argument));
        std::visit([&](const auto &target) { Given{argument, text}.put(target); }, argument.into);
    }
    return true;
}

void add(CLI::App &app, const Argument &argument) {
    if (auto *const *flag = std::get_if<bool *>(&argument.into)) {
        app.add_flag(argument.name, **flag, argument.help);
        return;
    }
    auto *option = app.add_option(
        argument.name, [&argument](const auto &texts) { return take_all(argument, texts); },
        argument.help);
    option->option_text(value_of(argument));
    if (!takes_more(argument))
        option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    else if (is_option(argument))
        option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    else
        option->expected(1, -1)->allow_extra_args();
}

std::unique_ptr<CLI::App> app_of(const CommandLine &line) {
    auto app = std::make_unique<CLI::App>(line.about, line.program);
    app->formatter(std::make_shared<Page>(line));
    app->allow_extras(); // refused by refuse_extra()
    for (const Argument &argument : line.arguments)
        add(*app, argument);
    app->set_help_flag("-h,--help", "print this text and leave");
    app->set_version_flag("--version", program_of(line) + " " + std::string(version()),
                          "print the version and leave");
    return app;
}

void refuse_extra(const CommandLine &line, const std::string &extra) {
    if (extra.size() > 1 && extra.starts_with('-'))
        refuse("There is no option " + extra + ".");
    const auto by_place = std::ranges::find_if(
        line.arguments, [](const Argument &argument) { return !is_option(argument); });
    refuse(by_place != line.arguments.end() ? by_place->missing
                                            : "\"" + extra + "\" is one word too many.");
}

void parse(const CommandLine &line, CLI::App &app, std::vector<std::string> arguments) {
    std::ranges::reverse(arguments); // as CLI11 takes them
    app.parse(std::move(arguments));
    for (const std::string &extra : app.remaining())
        if (extra != "--")
            refuse_extra(line, extra);
    for (const Argument &argument : line.arguments)
        if (!argument.missing.empty() && app.get_option(argument.name)->count() == 0)
            refuse(argument.missing);
    if (const std::string wrong = line.check ? line.check() : ""; !wrong.empty())
        refuse(wrong);
}

} // namespace

Result<std::optional<std::string>> read(const CommandLine &line,
                                        std::span<const std::string> arguments) {
    const auto app = app_of(line);
    try {
        parse(line, *app, {arguments.begin(), arguments.end()});
        return std::optional<std::string>();
    } catch (const CLI::CallForHelp &) {
        return std::optional(app->help());
    } catch (const CLI::CallForVersion &called) {
        return std::optional(called.what() + std::string("\n"));
    } catch (const CLI::ArgumentMismatch &) { // only the last word can be an option without a value
        const auto last = std::ranges::find(line.arguments, arguments.back(), &Argument::name);
        return Error{last != line.arguments.end() ? needs_value(*last)
                                                  : arguments.back() + " needs a value."};
    } catch (const CLI::ParseError &wrong) {
        return Error{wrong.what()};
    }
}

std::string help(const CommandLine &line) {
    return app_of(line)->help();
}

std::optional<int> answer(const CommandLine &line, std::span<const std::string> arguments) {
    constexpr int done = 0, wrong_usage = 2;
    const auto text = read(line, arguments);
    if (!text) {
        std::fprintf(stderr, "%s: %s\n%s\"%s --help\" says more.\n", program_of(line).c_str(),
                     text.error().message.c_str(), usage(line).c_str(), line.program.c_str());
        return wrong_usage;
    }
    if (!*text)
        return std::nullopt;
    std::fputs((*text)->c_str(), stdout);
    return done;
}

std::optional<int> answer(const CommandLine &line, int argc, char **argv) {
    return answer(line, std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}

std::string_view version() {
    return PROGRAM_VERSION;
}

} // namespace engine
