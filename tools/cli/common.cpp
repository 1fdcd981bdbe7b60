#include "base/share.hpp"
#include "commands.hpp"

#include <algorithm>
#include <cstdio>

namespace cli {

engine::Result<Parsed> parse(Args args) {
    Parsed parsed;
    bool only_files = false;
    for (const std::string &arg : args) {
        if (only_files || !arg.starts_with("-") || arg == "-")
            parsed.files.push_back(arg);
        else if (arg == "--")
            only_files = true;
        else if (arg == "--help" || arg == "-h")
            parsed.help = true;
        else if (arg == "--json")
            parsed.json = true;
        else
            return engine::Error{"There is no option " + arg + "."};
    }
    return parsed;
}

engine::Result<std::string> take_value(std::vector<std::string> &args, std::string_view name) {
    const auto at = std::ranges::find(args, name);
    if (at == args.end())
        return std::string();
    const auto value = std::next(at);
    if (value == args.end() || value->empty())
        return engine::Error{std::string(name) + " needs a value."};
    std::string taken = *value;
    args.erase(at, std::next(value));
    return taken;
}

bool take_flag(std::vector<std::string> &args, std::string_view name) {
    return std::erase(args, name) > 0;
}

int show_usage(std::string_view usage) {
    std::fwrite(usage.data(), 1, usage.size(), stdout);
    return done;
}

int complain(std::string_view message, Exit exit) {
    std::fprintf(stderr, "palpate-cli: %.*s\n", static_cast<int>(message.size()), message.data());
    return exit;
}

int complain_usage(std::string_view message, std::string_view usage) {
    complain(message, wrong_usage);
    std::fprintf(stderr, "%.*s", static_cast<int>(usage.size()), usage.data());
    return wrong_usage;
}

engine::Result<app::Atlas> load_atlas() {
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    return app::Atlas::load(*share / "atlas" / "atlas.json");
}

engine::Result<app::Phrases> load_words() {
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    return app::Phrases::load(*share / "words", app::Language::english);
}

} // namespace cli
