#include "model/words.hpp"

#include <array>
#include <cctype>

namespace app {

namespace {

template <class Enum, std::size_t N>
std::string_view pick(const std::array<std::string_view, N> &words, Enum value) {
    return words[static_cast<std::size_t>(value)];
}

std::string lower(std::string_view words) {
    std::string result(words);
    for (char &c : result)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

} // namespace

std::string_view word(Channel channel) {
    constexpr std::array<std::string_view, 3> words{"Pain", "Tight", "Do not touch"};
    return pick(words, channel);
}

std::string_view word(Quality quality) {
    constexpr std::array<std::string_view, 8> words{"Ache", "Sharp", "Burning",   "Tingling",
                                                    "Numb", "Cramp", "Throbbing", "Stiff"};
    return pick(words, quality);
}

std::string_view word(Since since) {
    constexpr std::array<std::string_view, 4> words{"today", "this week", "for weeks",
                                                    "for months"};
    return pick(words, since);
}

std::string_view word(FigureVariant variant) {
    constexpr std::array<std::string_view, 3> words{"Neutral", "Female", "Male"};
    return pick(words, variant);
}

std::string_view word(SessionKind kind) {
    constexpr std::array<std::string_view, 3> words{"Regular", "Recovery", "First session"};
    return pick(words, kind);
}

std::string_view level_word(Channel channel, int level) {
    constexpr std::array<std::string_view, 11> pain{"No pain",
                                                    "Mild",
                                                    "Mild",
                                                    "Moderate",
                                                    "Moderate",
                                                    "Moderate to severe",
                                                    "Moderate to severe",
                                                    "Moderate to severe",
                                                    "Very severe",
                                                    "Very severe",
                                                    "Worst imaginable"};
    constexpr std::array<std::string_view, 11> tight{
        "Loose", "A little tight", "A little tight", "A little tight", "Tight",         "Tight",
        "Tight", "Very tight",     "Very tight",     "Hardly moves",   "Cannot move it"};
    const auto index = static_cast<std::size_t>(level);
    if (channel == Channel::pain)
        return pain.at(index);
    return channel == Channel::tight ? tight.at(index) : std::string_view{};
}

std::string mark_line(const Mark &mark) {
    if (mark.channel == Channel::avoid)
        return mark.note.empty() ? "Please do not touch" : "Please do not touch · " + mark.note;
    std::string line{word(mark.channel)};
    if (!mark.level)
        line += " · no number yet";
    for (const Quality quality : mark.qualities)
        line += " · " + lower(word(quality));
    if (mark.since)
        line += " · " + std::string{word(*mark.since)};
    return line;
}

std::string level_text(const std::optional<int> &level) {
    return level ? std::to_string(*level) : "-";
}

std::string capital(std::string_view words) {
    std::string result(words);
    if (!result.empty())
        result[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(result[0])));
    return result;
}

std::string first_name(std::string_view name) {
    return std::string(name.substr(0, name.find(' ')));
}

} // namespace app
