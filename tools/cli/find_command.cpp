#include "commands.hpp"
#include "model/atlas/finder.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <string>
#include <vector>

namespace cli {

namespace {

constexpr std::size_t most_found = 20;

std::string title_of_found(const app::Atlas &atlas, const app::Found &found,
                           const app::Phrases &words) {
    return found.region != nullptr ? atlas.title(*found.region, app::Reader::therapist, words)
                                   : atlas.title(*found.area, app::Reader::therapist, words);
}

std::vector<std::string> regions_of_found(const app::Found &found) {
    return found.region != nullptr ? std::vector{found.region->id} : found.area->regions;
}

void print_found(const app::Atlas &atlas, const std::vector<app::Found> &all,
                 const app::Phrases &words) {
    for (const app::Found &found : all) {
        std::string ids;
        for (const std::string &id : regions_of_found(found))
            ids += (ids.empty() ? "" : " ") + id;
        std::printf("%s\t%s\n", title_of_found(atlas, found, words).c_str(), ids.c_str());
    }
}

void print_found_json(const app::Atlas &atlas, const std::vector<app::Found> &all,
                      const app::Phrases &words) {
    auto json = nlohmann::json::array();
    for (const app::Found &found : all)
        json.push_back({{"title", title_of_found(atlas, found, words)},
                        {"area", found.area->id},
                        {"regions", regions_of_found(found)},
                        {"words", found.words}});
    print_json(json);
}

} // namespace

Outcome find_command(Args args) {
    std::vector<std::string> all;
    bool json = false;
    const engine::CommandLine line{
        .program = "palpate-cli find",
        .about =
            "Finds places of the body by lay, anatomical or Latin words; typing errors are "
            "tolerated, and left, right, l, r keep the other side out. Prints at most 20 lines, "
            "best first: the title of the area or structure, a tab, its region ids with spaces "
            "between.",
        .arguments = {{"WORDS", "", "what to find: \"left calf\"", &all,
                       "Say what to find: palpate-cli find \"left calf\"."},
                      json_flag(json, "print a JSON list of {title, area, regions, words}")},
        .end = "Exit code 1, and a sentence on standard error, when nothing was found.",
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    std::string words;
    for (const std::string &word : all)
        words += (words.empty() ? "" : " ") + word;
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    const auto phrases = load_words();
    if (!phrases)
        return phrases.error();
    const std::vector<app::Found> found = app::Finder(*atlas, *phrases).find(words, most_found);
    if (json)
        print_found_json(*atlas, found, *phrases);
    else
        print_found(*atlas, found, *phrases);
    if (found.empty())
        return engine::Error{"There is no place with the words \"" + words +
                             "\". Try one shorter word."};
    return done;
}

} // namespace cli
