#include "commands.hpp"
#include "model/atlas/finder.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace cli {

namespace {

constexpr std::string_view usage =
    "Usage: palpate-cli find WORDS [--json]\n\n"
    "Finds places of the body by lay, anatomical or Latin words; typing errors are tolerated, and\n"
    "left, right, l, r keep the other side out. Prints at most 20 lines, best first: the title of\n"
    "the area or structure, a tab, its region ids with spaces between.\n"
    "  --json   print a JSON list of {title, area, regions, words}\n"
    "Exit code 1, and a sentence on standard error, when nothing was found.\n";

constexpr std::size_t most = 20;

std::string title(const app::Atlas &atlas, const app::Found &found, const app::Phrases &words) {
    return found.region != nullptr ? atlas.title(*found.region, app::Reader::therapist, words)
                                   : atlas.title(*found.area, app::Reader::therapist, words);
}

std::vector<std::string> regions(const app::Found &found) {
    return found.region != nullptr ? std::vector{found.region->id} : found.area->regions;
}

void print_lines(const app::Atlas &atlas, const std::vector<app::Found> &all,
                 const app::Phrases &words) {
    for (const app::Found &found : all) {
        std::string ids;
        for (const std::string &id : regions(found))
            ids += (ids.empty() ? "" : " ") + id;
        std::printf("%s\t%s\n", title(atlas, found, words).c_str(), ids.c_str());
    }
}

void print_json(const app::Atlas &atlas, const std::vector<app::Found> &all,
                const app::Phrases &words) {
    auto json = nlohmann::json::array();
    for (const app::Found &found : all)
        json.push_back({{"title", title(atlas, found, words)},
                        {"area", found.area->id},
                        {"regions", regions(found)},
                        {"words", found.words}});
    std::printf("%s\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

} // namespace

int find_command(Args args) {
    const auto parsed = parse(args);
    if (!parsed)
        return complain_usage(parsed.error().message, usage);
    if (parsed->help)
        return show_usage(usage);
    std::string words;
    for (const std::string &word : parsed->files)
        words += (words.empty() ? "" : " ") + word;
    if (words.empty())
        return complain_usage("Say what to find: palpate-cli find \"left calf\".", usage);
    const auto atlas = load_atlas();
    if (!atlas)
        return complain(atlas.error().message, failed);
    const auto phrases = load_words();
    if (!phrases)
        return complain(phrases.error().message, failed);
    const std::vector<app::Found> found = app::Finder(*atlas, *phrases).find(words, most);
    if (parsed->json)
        print_json(*atlas, found, *phrases);
    else
        print_lines(*atlas, found, *phrases);
    if (found.empty())
        return complain("There is no place with the words \"" + words + "\". Try one shorter word.",
                        failed);
    return done;
}

} // namespace cli
