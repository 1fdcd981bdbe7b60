#include "model/text/phrases.hpp"

#include "model/text/asset_file.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

constexpr std::size_t max_words_bytes = 1024 * 1024;

bool is_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(),
                                        [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

/// Calls `text(part)` and `argument(name)` for the parts of a phrase in turn; false when its braces
/// do not fit.
template <class Text, class Name>
bool take_apart(std::string_view phrase, Text text, Name argument) {
    while (!phrase.empty()) {
        const std::size_t open = std::min(phrase.find('{'), phrase.size());
        if (open > 0)
            text(phrase.substr(0, open));
        if (phrase.substr(0, open).find('}') != std::string_view::npos)
            return false;
        phrase.remove_prefix(open);
        if (phrase.empty())
            break;
        const std::size_t close = phrase.find('}');
        if (close == std::string_view::npos || !is_name(phrase.substr(1, close - 1)))
            return false;
        argument(phrase.substr(1, close - 1));
        phrase.remove_prefix(close + 1);
    }
    return true;
}

std::vector<std::string> names_in(std::string_view phrase) {
    std::vector<std::string> names;
    take_apart(
        phrase, [](std::string_view) {}, [&](std::string_view name) { names.emplace_back(name); });
    return names;
}

bool well_formed(std::string_view phrase) {
    return !phrase.empty() && take_apart(phrase, [](std::string_view) {}, [](std::string_view) {});
}

/// The phrase with its arguments; every one of both must have its counterpart.
std::string fill_in(std::string_view phrase, const std::vector<Argument> &arguments) {
    std::string out;
    std::vector<bool> used(arguments.size());
    take_apart(
        phrase, [&](std::string_view text) { out += text; },
        [&](std::string_view name) {
            const auto found =
                std::find_if(arguments.begin(), arguments.end(),
                             [&](const Argument &argument) { return argument.name == name; });
            engine::check(found != arguments.end(), "a phrase without one of its arguments");
            used[static_cast<std::size_t>(found - arguments.begin())] = true;
            out += found->value;
        });
    engine::check(std::find(used.begin(), used.end(), false) == used.end(),
                  "a phrase with an argument that it does not have");
    return out;
}

/// Letters with an accent that all fonts of the program have; the others stay.
std::string_view accented(char letter) {
    struct Pair {
        char plain;
        std::string_view accent;
    };
    constexpr std::array<Pair, 40> pairs{
        {{'a', "á"}, {'c', "ç"}, {'d', "đ"}, {'e', "é"}, {'g', "ĝ"}, {'h', "ĥ"}, {'i', "í"},
         {'j', "ĵ"}, {'k', "ķ"}, {'l', "ł"}, {'n', "ñ"}, {'o', "ö"}, {'p', "þ"}, {'r', "ř"},
         {'s', "š"}, {'t', "ţ"}, {'u', "ú"}, {'w', "ŵ"}, {'y', "ý"}, {'z', "ž"}, {'A', "Á"},
         {'C', "Ç"}, {'D', "Ð"}, {'E', "É"}, {'G', "Ĝ"}, {'H', "Ĥ"}, {'I', "Í"}, {'J', "Ĵ"},
         {'K', "Ķ"}, {'L', "Ł"}, {'N', "Ñ"}, {'O', "Ö"}, {'P', "Þ"}, {'R', "Ř"}, {'S', "Š"},
         {'T', "Ţ"}, {'U', "Ú"}, {'W', "Ŵ"}, {'Y', "Ý"}, {'Z', "Ž"}}};
    const auto found = std::find_if(pairs.begin(), pairs.end(),
                                    [&](const Pair &pair) { return pair.plain == letter; });
    return found != pairs.end() ? found->accent : std::string_view{};
}

std::string what_is_wrong(const std::string &key) {
    return "the phrase \"" + key.substr(0, 60) + "\" is not whole.";
}

} // namespace

std::string pseudo(std::string_view words) {
    std::string out = "[";
    std::size_t letters = 0;
    take_apart(
        words,
        [&](std::string_view text) {
            for (const char c : text) {
                const std::string_view accent = accented(c);
                out += accent.empty() ? std::string(1, c) : std::string(accent);
                letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
            }
        },
        [&](std::string_view name) { out += "{" + std::string(name) + "}"; });
    constexpr std::size_t percent = 35;
    const std::size_t longer = (letters * percent + 99) / 100;
    constexpr std::size_t brackets = 2;
    constexpr std::size_t word = 6; // long padding wraps as words do
    for (std::size_t i = brackets; i < longer; ++i)
        out += (i - brackets) % word == word - 1 ? ' ' : '~';
    return out + "]";
}

Language language_of(std::string_view code) {
    return parse_name<Language>(code).value_or(Language::english);
}

engine::Result<Phrases> Phrases::load(const std::string &folder, Language language) {
    const Language source = language == Language::pseudo ? Language::english : language;
    const std::string code{name_of(source)};
    Phrases phrases;
    phrases.language_ = language;
    if (source != Language::english) {
        auto places = TranslatedPlaces::load(folder + "/places." + code + ".json");
        if (!places)
            return places.error();
        phrases.places_ = std::move(*places);
    }
    const std::string therapist = folder + "/therapist." + code + ".json";
    for (const std::string &file :
         {folder + "/" + code + ".json",
          std::filesystem::exists(therapist) ? therapist : folder + "/therapist.en.json"})
        if (const auto taken = phrases.take_in(file); !taken)
            return taken.error();
    return phrases;
}

engine::Result<engine::Done> Phrases::take_in(const std::string &file) {
    const auto json = read_asset(file, max_words_bytes, "palpate-words");
    if (!json)
        return json.error();
    const auto words = json->find("words");
    if (words == json->end() || !words->is_object())
        return damaged_asset(file, "it has no words.");
    const auto text_of = [](const Json &value) {
        return value.is_string() ? value.get<std::string>() : std::string();
    };
    for (const auto &[key, value] : words->items()) {
        const bool plural = value.is_object();
        Phrase phrase{text_of(plural ? value.value("other", Json()) : value),
                      plural ? text_of(value.value("one", Json())) : std::string()};
        if (!well_formed(phrase.other) ||
            (plural && (value.size() != 2 || !well_formed(phrase.one))))
            return damaged_asset(file, what_is_wrong(key));
        if (language_ == Language::pseudo)
            phrase = {pseudo(phrase.other), plural ? pseudo(phrase.one) : std::string()};
        if (!phrases_.emplace(key, std::move(phrase)).second)
            return damaged_asset(file, "another file has the phrase \"" + key + "\" too.");
    }
    return engine::Done{};
}

const Phrases::Phrase &Phrases::find(std::string_view key) const {
    const auto found = phrases_.find(key);
    if (found == phrases_.end())
        engine::check(false, ("no phrase has the key " + std::string(key)).c_str());
    return found->second;
}

std::string_view Phrases::operator()(std::string_view key) const {
    const Phrase &phrase = find(key);
    engine::check(phrase.one.empty(), "a phrase with plural forms without a number");
    return phrase.other;
}

std::string Phrases::operator()(std::string_view key, Arguments arguments) const {
    return fill_in((*this)(key), arguments);
}

std::string Phrases::count(std::string_view key, int n, Arguments arguments) const {
    const Phrase &phrase = find(key);
    engine::check(!phrase.one.empty(), "a phrase without plural forms");
    const std::string &form = n == 1 ? phrase.one : phrase.other;
    const std::string number = std::to_string(n);
    std::vector<Argument> all(arguments);
    if (form.find("{count}") != std::string::npos) // "one mark" needs no number
        all.push_back({"count", number});
    return fill_in(form, all);
}

std::vector<std::string_view> Phrases::keys() const {
    std::vector<std::string_view> keys;
    for (const auto &[key, phrase] : phrases_)
        keys.emplace_back(key);
    return keys;
}

bool Phrases::plural(std::string_view key) const {
    return !find(key).one.empty();
}

std::vector<std::string> Phrases::arguments(std::string_view key) const {
    const Phrase &phrase = find(key);
    std::vector<std::string> names = names_in(phrase.other);
    const std::vector<std::string> of_one = names_in(phrase.one);
    names.insert(names.end(), of_one.begin(), of_one.end());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

} // namespace app
