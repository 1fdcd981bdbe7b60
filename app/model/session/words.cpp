#include "model/session/words.hpp"

#include <array>
#include <cctype>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace app {

namespace {

template <class Enum, std::size_t N>
std::string_view pick(const Phrases &words, const std::array<std::string_view, N> &keys,
                      Enum value) {
    return words(keys.at(static_cast<std::size_t>(value)));
}

std::string lower(std::string_view words) {
    std::string result(words);
    for (char &c : result)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

} // namespace

std::string_view word(const Phrases &words, Channel channel) {
    constexpr std::array<std::string_view, 3> keys{"channel.pain", "channel.tight",
                                                   "channel.avoid"};
    return pick(words, keys, channel);
}

std::string_view word(const Phrases &words, Quality quality) {
    constexpr std::array<std::string_view, 8> keys{
        "quality.ache", "quality.sharp", "quality.burning",   "quality.tingling",
        "quality.numb", "quality.cramp", "quality.throbbing", "quality.stiff"};
    return pick(words, keys, quality);
}

std::string_view word(const Phrases &words, Since since) {
    constexpr std::array<std::string_view, 4> keys{"since.today", "since.this_week", "since.weeks",
                                                   "since.months"};
    return pick(words, keys, since);
}

std::string_view word(const Phrases &words, FigureVariant variant) {
    constexpr std::array<std::string_view, 3> keys{"figure.neutral", "figure.female",
                                                   "figure.male"};
    return pick(words, keys, variant);
}

std::string_view word(const Phrases &words, SessionKind kind) {
    constexpr std::array<std::string_view, 3> keys{"session.regular", "session.recovery",
                                                   "session.first"};
    return pick(words, keys, kind);
}

std::string_view level_word(const Phrases &words, Channel channel, int level) {
    constexpr std::array<std::string_view, 11> pain{
        "level.pain_none",        "level.pain_mild",     "level.pain_mild",
        "level.pain_moderate",    "level.pain_moderate", "level.pain_severe",
        "level.pain_severe",      "level.pain_severe",   "level.pain_very_severe",
        "level.pain_very_severe", "level.pain_worst"};
    constexpr std::array<std::string_view, 11> tight{
        "level.tight_loose", "level.tight_little", "level.tight_little", "level.tight_little",
        "level.tight_tight", "level.tight_tight",  "level.tight_tight",  "level.tight_very",
        "level.tight_very",  "level.tight_hardly", "level.tight_cannot"};
    if (channel == Channel::avoid)
        return {};
    return pick(words, channel == Channel::pain ? pain : tight, level);
}

std::string mark_line(const Phrases &words, const Mark &mark) {
    if (mark.channel == Channel::avoid) {
        const std::string line{words("said.avoid")};
        return mark.note.empty() ? line : line + " · " + mark.note;
    }
    std::string line{word(words, mark.channel)};
    if (!mark.level)
        line += " · " + std::string(words("said.no_number"));
    for (const Quality quality : mark.qualities)
        line += " · " + lower(word(words, quality));
    if (mark.since)
        line += " · " + std::string{word(words, *mark.since)};
    return line;
}

std::string level_text(const std::optional<int> &level) {
    return level ? std::to_string(*level) : "-";
}

std::string since_phrase(Since since) {
    switch (since) {
    case Since::today:
        return "since today";
    case Since::this_week:
        return "since this week";
    case Since::weeks:
        return "for weeks";
    case Since::months:
        return "for months";
    }
    return {};
}

std::string first_name(std::string_view name) {
    return std::string(name.substr(0, name.find(' ')));
}

} // namespace app
