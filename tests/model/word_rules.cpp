#include "word_rules.hpp"

#include "base/file.hpp"
#include "model/text/language.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <set>

namespace word_rules {

namespace fs = std::filesystem;

namespace {

/// What stands behind the dot of names that are no keys: files, and the sides of places.
bool is_no_key(const std::string &tail) {
    constexpr std::array<std::string_view, 9> tails{"json", "l",   "r",    "txt",   "mesh",
                                                    "html", "pdf", "lock", "sqlite"};
    return std::find(tails.begin(), tails.end(), tail) != tails.end();
}

void compare(const std::string &key, const app::Phrases &english, const app::Phrases &other,
             std::vector<std::string> &found) {
    const std::string code{app::name_of(other.language())};
    if (english.plural(key) != other.plural(key))
        found.push_back("\"" + key + "\" has plural forms in only one of en and " + code);
    if (english.arguments(key) != other.arguments(key))
        found.push_back("\"" + key + "\" has other arguments in " + code);
}

} // namespace

std::vector<Use> uses_in(std::string_view text, const std::string &file) {
    static const std::regex key("\"([a-z_]+)\\.([a-z0-9_]+)\"");
    std::vector<Use> uses;
    int line = 1;
    for (std::size_t begin = 0; begin < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view whole = text.substr(begin, end - begin);
        const std::string row{whole.substr(0, whole.find("//"))}; // comments use nothing
        for (auto at = std::sregex_iterator(row.begin(), row.end(), key);
             at != std::sregex_iterator(); ++at)
            if (!is_no_key((*at)[2]))
                uses.push_back({(*at)[1].str() + "." + (*at)[2].str(), file, line});
        begin = end + 1;
    }
    return uses;
}

std::vector<Use> uses_in_tree(const fs::path &top) {
    const std::set<std::string> kinds{".cpp", ".hpp", ".json"};
    std::vector<Use> uses;
    for (const char *folder : {"app", "assets"})
        for (const auto &entry : fs::recursive_directory_iterator(top / folder)) {
            const bool catalogue = entry.path().parent_path().filename() == "words";
            if (!entry.is_regular_file() || catalogue ||
                !kinds.contains(entry.path().extension().string()))
                continue;
            const auto text = engine::read_file(entry.path(), 16 * 1024 * 1024);
            engine::check(text.ok(), "a source can be read");
            const auto more = uses_in(*text, fs::relative(entry.path(), top).generic_string());
            uses.insert(uses.end(), more.begin(), more.end());
        }
    return uses;
}

std::vector<std::string> findings(const std::vector<Use> &uses, const app::Phrases &english,
                                  const app::Phrases &other) {
    const auto keys_of = [](const app::Phrases &phrases) {
        const auto keys = phrases.keys();
        return std::set<std::string>(keys.begin(), keys.end());
    };
    const std::set<std::string> here = keys_of(english), there = keys_of(other);
    const std::string code{app::name_of(other.language())};
    std::vector<std::string> found;
    std::set<std::string> used;
    for (const Use &use : uses) {
        used.insert(use.key);
        if (!here.contains(use.key))
            found.push_back(use.file + ":" + std::to_string(use.line) +
                            ": no phrase has the key \"" + use.key + "\"");
    }
    for (const std::string &key : here) {
        if (!used.contains(key))
            found.push_back("nothing uses \"" + key + "\"");
        if (!there.contains(key))
            found.push_back(code + " lacks \"" + key + "\"");
        else
            compare(key, english, other, found);
    }
    for (const std::string &key : there)
        if (!here.contains(key))
            found.push_back(code + " has \"" + key + "\", which en lacks");
    return found;
}

} // namespace word_rules
