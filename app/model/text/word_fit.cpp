#include "model/text/word_fit.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace {

// What a typed word costs against a word of a name.
constexpr int cost_of_beginning = 10;
constexpr int cost_of_typo_in_beginning = 12; // on top
constexpr int cost_of_inside = 35;

bool is_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

/// The letter below an accent, for the second byte of letters from U+00C0 to U+00FF; "-" for signs
/// and letters that have none.
char without_accent(char second_byte) {
    constexpr std::string_view letters = "aaaaaa-ceeeeiiii-nooooo-ouuuuy--";
    return letters[static_cast<unsigned char>(second_byte) & 0x1FU];
}

} // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool accented =
            c == '\xC3' && i + 1 < text.size() && without_accent(text[i + 1]) != '-';
        if (accented)
            words.back() += without_accent(text[++i]);
        else if (is_letter(c))
            words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (c != '\'')
            words.emplace_back();
    }
    std::erase(words, "");
    return words;
}

int typos_allowed(std::size_t letters) {
    constexpr std::size_t one_from = 4, two_from = 8;
    return letters >= two_from ? 2 : letters >= one_from ? 1 : 0;
}

int word_cost(const std::string &typed, const std::string &word) {
    if (typed == word)
        return 0;
    if (word.starts_with(typed))
        return cost_of_beginning;
    int best = no_fit;
    const int allowed = typos_allowed(std::max(typed.size(), word.size()));
    constexpr std::size_t shortest_with_typo = 3;
    if (allowed > 0 && typed.size() >= shortest_with_typo) {
        const int typos = edit_distance(typed, word, allowed);
        if (typos <= allowed)
            best = typos * cost_of_one_typo;
        const int early = typos_allowed(typed.size());
        for (std::size_t length = typed.size() - 1;
             best == no_fit && early > 0 && length <= typed.size() + 1; ++length) {
            if (length < word.size() &&
                edit_distance(typed, std::string_view(word).substr(0, length), early) <= early)
                best = early * cost_of_one_typo + cost_of_typo_in_beginning;
        }
    }
    constexpr std::size_t shortest_inside = 3;
    if (typed.size() >= shortest_inside && word.find(typed) != std::string::npos)
        best = std::min(best, cost_of_inside);
    return best;
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
    const int rows = static_cast<int>(a.size()), columns = static_cast<int>(b.size());
    if (std::abs(rows - columns) > limit)
        return limit + 1;
    const auto width = static_cast<std::size_t>(columns) + 1;
    std::vector<int> before(width), last(width), now(width);
    std::iota(last.begin(), last.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = static_cast<int>(i);
        int least = now[0];
        for (std::size_t j = 1; j < width; ++j) {
            const bool same = a[i - 1] == b[j - 1];
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
            least = std::min(least, now[j]);
        }
        if (least > limit)
            return limit + 1;
        before.swap(last);
        last.swap(now);
    }
    return std::min(last.back(), limit + 1);
}

std::optional<NameFit> name_fit(const std::vector<std::string> &typed,
                                const std::vector<std::string> &name) {
    NameFit fit = NameFit::exact;
    for (const std::string &word : typed) {
        int best = no_fit;
        for (const std::string &part : name)
            best = std::min(best, word_cost(word, part));
        if (best == no_fit)
            return {};
        if (best >= cost_of_one_typo && best != cost_of_inside)
            fit = NameFit::close;
    }
    return fit;
}

} // namespace app
