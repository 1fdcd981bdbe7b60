#include "rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <sstream>
#include <utility>

namespace arch {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string_view>;

/// What the sources of a folder may include. `ours`: folders under engine/ and app/, by the names
/// that includes use. `others`: beginnings of <...> names besides the standard library's.
struct Allowed {
    std::string_view folder;
    Names ours, others;
};

const Names core = {"base", "math", "mesh", "image", "input", "jobs", "assets"};

Names with(Names names, const Names &more) {
    names.insert(names.end(), more.begin(), more.end());
    return names;
}

const Names core_others = {"glm/", "stb", "unistd.h", "fcntl.h", "sys/"};
const Names data_others = {"nlohmann/", "unistd.h", "fcntl.h", "sys/", "glm/"};

std::span<const Allowed> table() {
    static const std::vector<Allowed> rows = {
        {"engine/args/", {"base", "args"}, {"CLI/"}},
        {"engine/gl/", with(core, {"gl"}), {"glm/", "glad/"}},
        {"engine/ui/", with(core, {"ui"}), {"glm/", "imgui", "misc/freetype/", "ft2build.h"}},
        {"engine/host/",
         with(core, {"gl", "ui", "host"}),
         {"glm/", "glad/", "imgui", "backends/", "misc/freetype/", "SDL"}},
        {"engine/", core, core_others},
        {"app/model/", with(core, {"model"}), with(data_others, {"sodium.h"})},
        {"app/store/", with(core, {"model", "records", "store"}),
         with(data_others, {"sodium.h", "sqlite3.h"})},
        {"app/records/", with(core, {"model", "records"}), {"sodium.h", "nlohmann/"}},
        {"app/session/", with(core, {"model", "records", "session"}), {}},
        {"app/screens/",
         with(core, {"ui", "model", "records", "session", "screens"}),
         {"glm/", "imgui.h"}},
        {"app/render/", with(core, {"gl", "model", "render"}), {"glm/", "glad/"}},
        {"app/export/",
         with(core, {"model", "records", "export"}),
         {"glm/", "cairo", "pango/", "unistd.h"}},
        {"app/shell/program.cpp", {}, {}}, // the one place that chooses a kind of store
        {"app/shell/",
         with(core, {"gl", "ui", "host", "args", "model", "records", "session", "screens", "render",
                     "export", "shell"}),
         {"glad/", "glm/", "nlohmann/"}},
        {"app/", {}, {}},   // app/tours and app/main.cpp put everything together
        {"tools/", {}, {}}, // no_screens() below
    };
    return rows;
}

/// An include line's name, with its first character: < or ".
std::optional<std::string_view> include_of(std::string_view line) {
    constexpr std::string_view directive = "#include";
    const auto at = line.find_first_not_of(" \t");
    if (at == line.npos || !line.substr(at).starts_with(directive))
        return std::nullopt;
    const auto open = line.find_first_of("<\"", at + directive.size());
    if (open == line.npos)
        return std::nullopt;
    const auto close = line.find_first_of(">\"", open + 1);
    return line.substr(open, close - open);
}

/// <vector>, <cmath>: no folder and no ending.
bool is_standard(std::string_view name) {
    return name.find_first_of("./") == name.npos;
}

bool starts_with_any(std::string_view name, const Names &beginnings) {
    return std::ranges::any_of(beginnings, [&](auto with) { return name.starts_with(with); });
}

bool may_include(const Allowed &allowed, std::string_view include) {
    const std::string_view name = include.substr(1);
    if (include.front() == '<')
        return is_standard(name) || starts_with_any(name, allowed.others);
    const auto slash = name.find('/');
    return slash == name.npos || std::ranges::count(allowed.ours, name.substr(0, slash)) > 0;
}

std::optional<std::string> include_breach(std::string_view file, std::string_view line) {
    const auto include = include_of(line);
    if (!include)
        return std::nullopt;
    if (file.starts_with("tools/") && include->starts_with("\"screens/"))
        return "a tool must not know the screens";
    const auto row = std::ranges::find_if(
        table(), [&](const Allowed &allowed) { return file.starts_with(allowed.folder); });
    if (row == table().end() || (row->ours.empty() && row->others.empty()))
        return std::nullopt;
    if (may_include(*row, *include))
        return std::nullopt;
    return std::string(row->folder) + " must not include " + std::string(include->substr(1));
}

/// Names of OpenGL, SDL and Dear ImGui are not our words (glClientWaitSync).
bool is_foreign(std::string_view name) {
    const bool gl_function = name.size() > 2 && name.starts_with("gl") && std::isupper(name[2]);
    return gl_function || name.starts_with("GL_") || name.starts_with("SDL_");
}

void add_words(std::string_view name, std::vector<std::string> &words) {
    std::string word;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool camel = i > 0 && std::isupper(name[i]) && std::islower(name[i - 1]);
        if (camel || name[i] == '_') {
            words.push_back(std::exchange(word, {}));
        }
        if (std::isalpha(name[i]))
            word += static_cast<char>(std::tolower(name[i]));
    }
    words.push_back(word);
}

std::optional<std::string> domain_word(std::string_view line) {
    static constexpr std::array words = {"pain",      "client",   "session",   "patient",
                                         "therapist", "therapy",  "massage",   "clinic",
                                         "muscle",    "homework", "diagnosis", "anatomy"};
    for (std::string word : words_of(line)) {
        if (word.size() > 1 && word.back() == 's' && word != "diagnosis")
            word.pop_back();
        if (std::ranges::count(words, word) > 0)
            return "engine/ must not know the word \"" + word + "\"";
    }
    return std::nullopt;
}

std::optional<std::string> left_over(std::string_view line) {
    for (const std::string_view note : {"TODO", "FIXME"})
        if (line.find(note) != line.npos)
            return "a note for later: file it or do it";
    return std::nullopt;
}

/// CMake cuts such a name in two, and runs neither.
std::optional<std::string> torn_name(std::string_view line) {
    const bool names = line.find("TEST_CASE(\"") != line.npos ||
                       (line.starts_with("    \"") && line.ends_with("\") {"));
    if (!names || line.find(';') >= line.rfind('"'))
        return std::nullopt;
    return "a test whose name has a semicolon is never run";
}

/// "/home/..." at the beginning of a path, not inside one.
bool names_folder(std::string_view line, std::string_view folder) {
    for (auto at = line.find(folder); at != line.npos; at = line.find(folder, at + 1)) {
        const auto end = at + folder.size();
        const char before = at == 0 ? ' ' : line[at - 1];
        const bool begins = !std::isalnum(before) &&
                            std::string_view("_.-/}$").find(before) == std::string_view::npos;
        const bool ends = end == line.size() ||
                          (!std::isalnum(line[end]) && line[end] != '_' && line[end] != '-');
        if (begins && ends)
            return true;
    }
    return false;
}

std::optional<std::string> machine_path(std::string_view file, std::string_view line) {
    Names folders = {"/home", "/root", "/tmp"};
    if (file.starts_with("tests/")) // they invent homes, and write below /tmp
        folders = {"/root"};
    for (const std::string_view folder : folders)
        if (names_folder(line, folder))
            return "a path of one machine";
    return std::nullopt;
}

bool is_read(const std::string &file) {
    static constexpr std::array endings = {".cpp", ".hpp", ".txt",  ".cmake", ".md",
                                           ".sh",  ".py",  ".vert", ".frag",  ".glsl"};
    // The rules and their test have to name what they forbid.
    if (file.starts_with("tests/arch/"))
        return false;
    const std::string ending = fs::path(file).extension().string();
    const bool script = ending.empty() && file.starts_with("tools/");
    return script || std::ranges::count(endings, ending) > 0;
}

std::vector<std::string> files_of(const fs::path &top) {
    std::vector<std::string> files;
    for (const auto &entry : fs::directory_iterator(top))
        if (entry.is_regular_file())
            files.push_back(entry.path().filename().string());
    for (const char *folder :
         {"engine", "app", "tools", "tests", "cmake", "shaders", "assets", "docs"})
        if (fs::is_directory(top / folder))
            for (const auto &entry : fs::recursive_directory_iterator(top / folder))
                if (entry.is_regular_file())
                    files.push_back(fs::relative(entry.path(), top).generic_string());
    std::erase_if(files, [](const std::string &file) { return !is_read(file); });
    std::ranges::sort(files);
    return files;
}

/// Which rooms a room uses; those that use none are there, too.
using Rooms = std::map<std::string, std::set<std::string>>;

/// "model/session/document.hpp" > "model/session"; empty for what lies in no room.
std::string room_of(std::string_view file) {
    const auto slash = file.find('/');
    const auto end = slash == file.npos ? slash : file.find('/', slash + 1);
    return end == file.npos ? "" : std::string(file.substr(0, end));
}

std::string_view trimmed(std::string_view words) {
    const auto first = words.find_first_not_of(' ');
    return first == words.npos ? "" : words.substr(first, words.find_last_not_of(' ') - first + 1);
}

/// Rows "| model/plan | atlas session | what |" of the table of rooms.
Rooms rooms_on_the_map(const fs::path &top) {
    Rooms rooms;
    std::ifstream in(top / "ARCHITECTURE.md");
    std::string line;
    while (std::getline(in, line) && line != "| room | uses | what |")
        continue;
    std::getline(in, line); // | --- |
    while (std::getline(in, line) && line.starts_with('|')) {
        std::istringstream cells(line.substr(1));
        std::string room, uses;
        std::getline(cells, room, '|');
        std::getline(cells, uses, '|');
        const std::string name(trimmed(room));
        const std::string folder = name.substr(0, name.find('/') + 1);
        auto &used = rooms[name];
        std::istringstream names(uses);
        for (std::string other; names >> other;)
            used.insert(folder + other);
    }
    return rooms;
}

Rooms rooms_in_the_code(const fs::path &top) {
    Rooms rooms;
    for (const std::string &file : files_of(top)) {
        if (!file.starts_with("app/") || fs::path(file).extension() == ".txt")
            continue;
        const std::string room = room_of(std::string_view(file).substr(4));
        if (room.empty())
            continue;
        auto &used = rooms[room];
        std::ifstream in(top / file);
        for (std::string line; std::getline(in, line);) {
            const auto include = include_of(line);
            if (!include || include->front() != '"')
                continue;
            const std::string other = room_of(include->substr(1));
            const auto folder = room.substr(0, room.find('/') + 1);
            if (other != room && other.starts_with(folder))
                used.insert(other);
        }
    }
    return rooms;
}

/// Whether the uses lead from the room back to it.
bool returns(const Rooms &rooms, const std::string &room) {
    std::set<std::string> seen;
    std::vector<std::string> open{room};
    while (!open.empty()) {
        const std::string at = open.back();
        open.pop_back();
        const auto uses = rooms.find(at);
        if (uses == rooms.end())
            continue;
        for (const std::string &next : uses->second) {
            if (next == room)
                return true;
            if (seen.insert(next).second)
                open.push_back(next);
        }
    }
    return false;
}

} // namespace

std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while (at < line.size()) {
        std::size_t end = at;
        while (end < line.size() && (std::isalnum(line[end]) || line[end] == '_'))
            ++end;
        const auto name = line.substr(at, end - at);
        if (!name.empty() && !is_foreign(name))
            add_words(name, words);
        at = end + 1;
    }
    std::erase(words, "");
    return words;
}

std::vector<std::string> check_rooms(const fs::path &top) {
    const Rooms map = rooms_on_the_map(top), code = rooms_in_the_code(top);
    std::vector<std::string> wrong;
    const auto compare = [&](const Rooms &some, const Rooms &others, const std::string &lacks) {
        for (const auto &[room, uses] : some) {
            const auto found = others.find(room);
            if (found == others.end()) {
                wrong.push_back(lacks + " the room " + room);
                continue;
            }
            for (const std::string &used : uses)
                if (!found->second.contains(used))
                    wrong.push_back(lacks + " that " + room + " uses " + used);
        }
    };
    compare(code, map, "ARCHITECTURE.md lacks");
    compare(map, code, "the code lacks");
    for (const auto &[room, uses] : code)
        if (returns(code, room))
            wrong.push_back(room + " uses itself in a circle");
    return wrong;
}

Report check_tree(const fs::path &top) {
    Report report;
    for (const std::string &file : files_of(top)) {
        ++report.files;
        std::ifstream in(top / file);
        std::string line;
        for (int number = 1; std::getline(in, line); ++number) {
            const auto note = [&](const std::optional<std::string> &what) {
                if (what)
                    report.findings.push_back({file, number, *what});
            };
            note(include_breach(file, line));
            if (file.starts_with("engine/"))
                note(domain_word(line));
            note(left_over(line));
            note(machine_path(file, line));
            if (file.starts_with("tests/"))
                note(torn_name(line));
        }
    }
    return report;
}

} // namespace arch
