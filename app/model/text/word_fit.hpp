/// How well typed words fit the words of a name: capitals and accents do not matter, typing errors
/// are tolerated.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Lower case without accents; apostrophes are dropped, all other signs part words.
std::vector<std::string> words_of(std::string_view text);

/// One wrong letter in words from 4 letters on, two from 8.
int typos_allowed(std::size_t letters);

inline constexpr int no_fit = 10'000;
inline constexpr int cost_of_one_typo = 30;
/// How well a typed word fits a word of a name: whole, its beginning, with typing errors, inside.
int word_cost(const std::string &typed, const std::string &word);

/// The number of letters to add, drop, change or swap with a neighbour to get from one word to the
/// other, or `limit` + 1 when there are more than `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

enum class NameFit : std::uint8_t { exact, close };
/// Of a person's name that has every typed word: exact without typing errors. Nothing typed fits
/// every name.
std::optional<NameFit> name_fit(const std::vector<std::string> &typed,
                                const std::vector<std::string> &name);

} // namespace app
