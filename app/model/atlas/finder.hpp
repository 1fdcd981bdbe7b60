/// Finds places by lay, anatomical and Latin words and by the words people use for them, with
/// typing errors tolerated and accents optional. Made once; a search takes far less than a frame.
#pragma once

#include "model/atlas/atlas.hpp"
#include "model/text/phrases.hpp"

namespace app {

struct Found {
    const Area *area;               ///< where it lies; never null
    const Region *region = nullptr; ///< the structure; null when the area itself was found
    std::string words;              ///< the words of the place that fit best
    int cost = 0;                   ///< 0 fits to the letter
};

class Finder {
  public:
    /// Searches the names in the language of the words; the English ones are found as well. The
    /// atlas and the words outlive the finder.
    Finder(const Atlas &atlas, const Phrases &words);

    /// Areas and structures that have all words of the query, best first, at most `limit`. A whole
    /// word is better than its beginning, that better than a word with a typing error: one wrong
    /// letter in words from 4 letters on, two from 8. "left", "right", "l", "r", "links", "rechts",
    /// "izquierda", "derecha" keep the other side out.
    std::vector<Found> find(std::string_view query, std::size_t limit) const;

  private:
    struct Phrase {             ///< one name of a place
        std::string text;       ///< as it is shown
        std::string joined;     ///< its letters without spaces
        std::vector<int> words; ///< indices into vocabulary_
        int handicap;           ///< names count more than names of structures inside
    };
    struct Place {
        const Area *area;
        const Region *region;
        Side side;
        std::vector<Phrase> phrases;
    };
    struct Query;

    void add_phrase(Place &place, std::string_view text, int handicap);
    void add_translation(Place &place, std::string_view unsided_id, int handicap);
    Place place_of(const Area &area);
    Place place_of(const Region &region);
    int word_index(const std::string &word);
    std::vector<int> costs_of_word(const std::string &word) const;
    Found judge(const Place &place, const Query &query) const;

    const Atlas *atlas_;
    const Phrases *words_;
    std::vector<std::string> vocabulary_;
    std::unordered_map<std::string, int> index_;
    std::vector<Place> places_;
};

} // namespace app
