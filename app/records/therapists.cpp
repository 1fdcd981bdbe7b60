#include "records/therapists.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace {

/// Titles that a licence gives, lower case; longer ones before those that they contain.
constexpr std::array<std::string_view, 6> licensed_titles{"licensed massage therapist",
                                                          "licenced massage therapist",
                                                          "licensed",
                                                          "licenced",
                                                          "l.m.t.",
                                                          "lmt"};

std::string lower(std::string_view words) {
    std::string out(words);
    std::ranges::transform(out, out.begin(), [](unsigned char letter) {
        return static_cast<char>(letter < 128 ? std::tolower(letter) : letter);
    });
    return out;
}

bool is_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 128;
}

struct Span {
    std::size_t begin, length;
};

/// The first such title that stands as words of its own: "unlicensed" is none.
std::optional<Span> licensed_title(std::string_view words) {
    const std::string text = lower(words);
    for (const std::string_view title : licensed_titles)
        for (std::size_t at = text.find(title); at != std::string::npos;
             at = text.find(title, at + 1)) {
            const std::size_t end = at + title.size();
            if ((at == 0 || !is_letter(text[at - 1])) &&
                (end == text.size() || !is_letter(text[end])))
                return Span{at, title.size()};
        }
    return {};
}

void trim_end(std::string &words, std::string_view signs) {
    while (!words.empty() && signs.find(words.back()) != std::string_view::npos)
        words.pop_back();
}

} // namespace

bool claims_licence(std::string_view words) {
    return licensed_title(words).has_value();
}

std::string listed_name(std::string_view name, std::string_view licence) {
    std::string shown(name);
    if (!licence.empty())
        return shown;
    while (const auto title = licensed_title(shown)) {
        std::string before = shown.substr(0, title->begin);
        trim_end(before, " ,;(");
        std::string after = shown.substr(title->begin + title->length);
        after.erase(0, after.find_first_not_of(" )"));
        shown = before.empty() || after.empty() || after.front() == ',' ? before + after
                                                                        : before + " " + after;
    }
    trim_end(shown, " ,;(");
    return shown;
}

std::string listed_name(const TherapistProfile &profile) {
    return listed_name(profile.name, profile.licence);
}

const TherapistProfile *find_therapist(const std::vector<TherapistProfile> &profiles,
                                       std::string_view id) {
    const auto found = std::ranges::find(profiles, id, &TherapistProfile::id);
    return found == profiles.end() ? nullptr : &*found;
}

const TherapistProfile *therapist_of(const std::vector<TherapistProfile> &profiles,
                                     const Document &session) {
    const auto found = std::ranges::find_if(profiles, [&](const TherapistProfile &profile) {
        return listed_name(profile) == session.practice.therapist;
    });
    return found == profiles.end() ? nullptr : &*found;
}

Practice practice_of(std::string_view clinic, const TherapistProfile &profile) {
    return {std::string(clinic), listed_name(profile), profile.licence, {}};
}

} // namespace app
