#include "model/atlas/finder.hpp"

#include "model/atlas/place_names.hpp"
#include "model/text/word_fit.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

// What else makes a name fit less well.
constexpr int cost_of_word_left_over = 2;
constexpr int cost_of_scattered_words = 18;
constexpr int cost_of_alias = 3, cost_of_structure = 4, cost_of_inner_name = 12;
constexpr int cost_of_anatomical = 1, cost_of_latin = 2, cost_of_side_name = 40;
constexpr int cost_of_english = 3; // where it is not the language of the words

std::string join(const std::vector<std::string> &words) {
    return std::accumulate(words.begin(), words.end(), std::string());
}

/// Words that say nothing about a place; kept when there is nothing else.
bool is_filler(const std::string &word) {
    constexpr std::array<std::string_view, 24> fillers{
        "the",  "of",     "my",      "in",       "on",      "a",       "at",       "and",
        "your", "muscle", "muscles", "musculus", "musculi", "musculo", "musculos", "el",
        "la",   "los",    "las",     "de",       "del",     "mi",      "en",       "y"};
    return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}

void drop_fillers(std::vector<std::string> &words) {
    if (!std::all_of(words.begin(), words.end(), is_filler))
        std::erase_if(words, is_filler);
}

std::optional<Side> side_word(const std::string &word) {
    if (word == "left" || word == "l" || word == "lt" || word == "links" || word == "izquierda" ||
        word == "izquierdo" || word == "izq")
        return Side::left;
    if (word == "right" || word == "r" || word == "rt" || word == "rechts" || word == "derecha" ||
        word == "derecho" || word == "dcha")
        return Side::right;
    return {};
}

} // namespace

struct Finder::Query {
    std::vector<std::vector<int>> costs;
    std::string joined;
    std::optional<Side> side;
};

Finder::Finder(const Atlas &atlas, const Phrases &words) : atlas_(&atlas), words_(&words) {
    for (const Area &area : atlas.areas())
        places_.push_back(place_of(area));
    for (const Region &region : atlas.regions())
        places_.push_back(place_of(region));
}

int Finder::word_index(const std::string &word) {
    const auto [entry, is_new] = index_.emplace(word, static_cast<int>(vocabulary_.size()));
    if (is_new)
        vocabulary_.push_back(word);
    return entry->second;
}

void Finder::add_phrase(Place &place, std::string_view text, int handicap) {
    Phrase phrase;
    phrase.text = text;
    phrase.handicap = handicap;
    std::vector<std::string> words = words_of(text);
    phrase.joined = join(words);
    drop_fillers(words);
    for (const std::string &word : words)
        phrase.words.push_back(word_index(word));
    place.phrases.push_back(std::move(phrase));
}

void Finder::add_translation(Place &place, std::string_view unsided_id, int handicap) {
    const PlaceName *translated = words_->places().place(unsided_id);
    if (translated == nullptr)
        return;
    add_phrase(place, translated->name, handicap);
    if (!translated->anatomical.empty())
        add_phrase(place, translated->anatomical, handicap + cost_of_anatomical);
    for (const std::string &words : translated->also)
        add_phrase(place, words, cost_of_alias);
}

Finder::Place Finder::place_of(const Area &area) {
    Place place{&area, nullptr, area.side, {}};
    add_translation(place, without_side(area.id), 0);
    const int english = place.phrases.empty() ? 0 : cost_of_english;
    add_phrase(place, area.name, english);
    add_phrase(place, area.anatomical, english + cost_of_anatomical);
    for (const Alias &alias : atlas_->aliases())
        if (alias.of == without_side(area.id))
            for (const std::string &words : alias.words)
                add_phrase(place, words, cost_of_alias);
    add_phrase(place, zone_name(area, *words_), cost_of_inner_name);
    for (const std::string &id : area.regions) {
        const Region &region = *atlas_->region(id);
        add_phrase(place, plain_name(region, *words_), cost_of_inner_name);
        add_phrase(place, anatomical_name(region, *words_), cost_of_inner_name);
    }
    if (area.side != Side::mid)
        add_phrase(place, (*words_)(area.side == Side::left ? "stage.left" : "stage.right"),
                   cost_of_side_name);
    return place;
}

Finder::Place Finder::place_of(const Region &region) {
    Place place{atlas_->area(region.area), &region, region.side, {}};
    add_translation(place, region.base_id, cost_of_structure);
    const int english = cost_of_structure + (place.phrases.empty() ? 0 : cost_of_english);
    add_phrase(place, region.common, english);
    add_phrase(place, region.anatomical, english + cost_of_anatomical);
    add_phrase(place, region.latin, cost_of_structure + cost_of_latin);
    for (const Alias &alias : atlas_->aliases())
        if (alias.of == region.base_id)
            for (const std::string &words : alias.words)
                add_phrase(place, words, cost_of_alias);
    return place;
}

std::vector<int> Finder::costs_of_word(const std::string &word) const {
    std::vector<int> costs;
    costs.reserve(vocabulary_.size());
    for (const std::string &known : vocabulary_)
        costs.push_back(word_cost(word, known));
    return costs;
}

Found Finder::judge(const Place &place, const Query &query) const {
    Found found{place.area, place.region, {}, no_fit};
    const auto offer = [&](int cost, const Phrase &phrase) {
        if (cost < found.cost) {
            found.cost = cost;
            found.words = phrase.text;
        }
    };
    std::vector<int> scattered(query.costs.size(), no_fit);
    for (const Phrase &phrase : place.phrases) {
        int together = phrase.handicap;
        for (std::size_t i = 0; i < query.costs.size(); ++i) {
            int best = no_fit;
            for (const int word : phrase.words)
                best = std::min(best, query.costs[i][static_cast<std::size_t>(word)]);
            together += best;
            scattered[i] = std::min(scattered[i], best + phrase.handicap);
        }
        const auto left_over = static_cast<int>(phrase.words.size() -
                                                std::min(phrase.words.size(), query.costs.size()));
        offer(together + left_over * cost_of_word_left_over, phrase);
        const int allowed = typos_allowed(query.joined.size());
        const int typos = edit_distance(query.joined, phrase.joined, allowed);
        if (typos <= allowed)
            offer(phrase.handicap + typos * cost_of_one_typo, phrase);
    }
    const int sum = std::accumulate(scattered.begin(), scattered.end(), cost_of_scattered_words);
    if (!place.phrases.empty())
        offer(sum, place.phrases.front());
    return found;
}

std::vector<Found> Finder::find(std::string_view typed, std::size_t limit) const {
    constexpr std::size_t most_words = 12;
    std::vector<std::string> words = words_of(typed);
    Query query;
    const auto is_side = [](const std::string &word) { return side_word(word).has_value(); };
    if (!std::all_of(words.begin(), words.end(), is_side)) {
        for (const std::string &word : words)
            query.side = is_side(word) ? side_word(word) : query.side;
        std::erase_if(words, is_side);
    }
    query.joined = join(words);
    drop_fillers(words);
    if (words.empty())
        return {};
    words.resize(std::min(words.size(), most_words));
    for (const std::string &word : words)
        query.costs.push_back(costs_of_word(word));

    std::vector<Found> all;
    for (const Place &place : places_) {
        if (query.side && place.side != Side::mid && place.side != *query.side)
            continue;
        if (Found found = judge(place, query); found.cost < no_fit)
            all.push_back(std::move(found));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Found &a, const Found &b) { return a.cost < b.cost; });
    all.resize(std::min(all.size(), limit));
    return all;
}

} // namespace app
