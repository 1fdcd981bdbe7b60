/// The words of the interface in one language, by keys like "mark.done". Read once from
/// assets/words, which tests keep whole: a key that lacks is a bug. What only therapists read has a
/// file of its own, because it is not translated yet.
#pragma once

#include "base/result.hpp"
#include "model/text/language.hpp"
#include "model/text/translated_places.hpp"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What stands in place of {name} in a phrase.
struct Argument {
    std::string_view name;
    std::string_view value;
};
using Arguments = std::initializer_list<Argument>;

class Phrases {
  public:
    /// Reads "en.json", or "es.json" and "places.es.json" of the folder, and "therapist.es.json",
    /// or where that is not there "therapist.en.json". The pseudo language is made from English.
    static engine::Result<Phrases> load(const std::string &folder, Language language);

    Language language() const { return language_; }
    const TranslatedPlaces &places() const { return places_; } ///< none in English

    /// A phrase without arguments; lives as long as the catalogue, also when that is moved.
    std::string_view operator()(std::string_view key) const;
    /// A phrase with its arguments, all of them.
    std::string operator()(std::string_view key, Arguments arguments) const;
    /// The form for this number of things, with {count} and the other arguments.
    std::string count(std::string_view key, int n, Arguments arguments = {}) const;

    /// For those who check catalogues.
    std::vector<std::string_view> keys() const;
    bool plural(std::string_view key) const;
    /// The names of a phrase's arguments, in order, each once; those of both forms of a plural.
    std::vector<std::string> arguments(std::string_view key) const;

  private:
    struct Phrase {
        std::string other; ///< the only form, unless there is one for 1
        std::string one;   ///< empty: not a plural
    };
    engine::Result<engine::Done> take_in(const std::string &file);
    const Phrase &find(std::string_view key) const;

    Language language_ = Language::english;
    std::map<std::string, Phrase, std::less<>> phrases_;
    TranslatedPlaces places_;
};

/// "Done" > "[Ðöñé~]": accents on the letters that have them, about a third longer. What stands
/// in braces stays.
std::string pseudo(std::string_view words);

/// The language of a code like "es"; English for none and for codes of later versions.
Language language_of(std::string_view code);

} // namespace app
