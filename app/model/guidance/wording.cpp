#include "model/guidance/wording.hpp"

#include "model/text/asset_file.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

constexpr std::size_t max_wording_bytes = 1024 * 1024;
constexpr std::string_view open_quote = "\u201C", close_quote = "\u201D", apostrophe = "\u2019";

bool is_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'';
}

/// How many bytes of the text belong to a letter at this place; 0: it is no letter.
std::size_t letter_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (is_letter(rest[0]))
        return 1;
    if (rest.starts_with(apostrophe))
        return apostrophe.size();
    // General punctuation, the space that does not break, and guillemets.
    const bool punctuation = rest.starts_with("\xE2\x80") || rest.starts_with("\u00A0") ||
                             rest.starts_with("\u00AB") || rest.starts_with("\u00BB");
    return static_cast<unsigned char>(rest[0]) >= 0x80 && !punctuation ? 1 : 0;
}

struct Word {
    std::size_t at = 0, end = 0;
    std::string lower;   ///< with plain apostrophes
    bool joined = false; ///< to the word before it: by spaces, hyphens or commas only
};

bool only_joins(std::string_view gap) {
    while (!gap.empty()) {
        const bool wide = gap.starts_with("\u00A0");
        if (!wide && std::string_view(" \t\r\n-,").find(gap[0]) == std::string_view::npos)
            return false;
        gap.remove_prefix(wide ? 2 : 1);
    }
    return true;
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        Word word{.at = at, .end = at};
        while (word.end < text.size()) {
            const std::size_t bytes = letter_at(text, word.end);
            if (bytes == 0)
                break;
            const char c = bytes == 1 ? text[word.end] : '\'';
            word.lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            word.end += bytes;
        }
        at = std::max(word.end, at + 1);
        if (word.lower.empty())
            continue;
        const std::size_t before = words.empty() ? 0 : words.back().end;
        word.joined = !words.empty() && only_joins(text.substr(before, word.at - before));
        words.push_back(std::move(word));
    }
    return words;
}

bool fits(std::string_view token, std::string_view word) {
    if (token == "*")
        return true;
    if (token.ends_with('*'))
        return word.starts_with(token.substr(0, token.size() - 1));
    if (token.starts_with('*'))
        return word.size() > token.size() && word.ends_with(token.substr(1));
    return token == word;
}

std::vector<std::string> pattern_of(const std::string &words) {
    std::vector<std::string> pattern;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (end > at)
            pattern.push_back(words.substr(at, end - at));
        at = end + 1;
    }
    return pattern;
}

std::vector<std::vector<std::string>> patterns_of(const std::vector<std::string> &all) {
    std::vector<std::vector<std::string>> patterns;
    for (const std::string &words : all)
        if (auto pattern = pattern_of(words); !pattern.empty())
            patterns.push_back(std::move(pattern));
    return patterns;
}

/// "Dr." does not end a sentence.
bool ends_sentence(std::string_view text, std::size_t at) {
    constexpr std::size_t title_length = 3;
    const char c = text[at];
    if (c == '\n' || c == '!' || c == '?' || c == ';')
        return true;
    if (c != '.' || (at + 1 < text.size() && text[at + 1] != ' ' && text[at + 1] != '\n'))
        return false;
    std::size_t begin = at;
    while (begin > 0 && is_letter(text[begin - 1]))
        --begin;
    const bool title =
        begin < at && at - begin <= title_length && text[begin] >= 'A' && text[begin] <= 'Z';
    return !title;
}

/// Places from an opening to a closing quotation mark, in one paragraph.
std::vector<std::pair<std::size_t, std::size_t>> quotations(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool curly = text.substr(at).starts_with(open_quote);
        if (!curly && text[at] != '"')
            continue;
        const std::size_t end = curly ? text.find(close_quote, at) : text.find('"', at + 1);
        if (end == std::string_view::npos || text.find('\n', at) < end)
            continue;
        found.emplace_back(at, end);
        at = end;
    }
    return found;
}

} // namespace

/// One text, cut into words and sentences.
class Wording::Reading {
  public:
    explicit Reading(std::string_view text)
        : text_(text), words_(words_of(text)), quotations_(quotations(text)) {}

    std::size_t size() const { return words_.size(); }
    bool matches(const Pattern &pattern, std::size_t first) const {
        if (first + pattern.size() > words_.size())
            return false;
        for (std::size_t i = 0; i < pattern.size(); ++i)
            if (!fits(pattern[i], words_[first + i].lower) || (i > 0 && !words_[first + i].joined))
                return false;
        return true;
    }
    /// How many words the longest of them has that begins here; 0: none does.
    std::size_t longest(const std::vector<Pattern> &patterns, std::size_t first) const {
        std::size_t most = 0;
        for (const Pattern &pattern : patterns)
            if (pattern.size() > most && matches(pattern, first))
                most = pattern.size();
        return most;
    }
    /// Whether one of them covers these words.
    bool covered(const std::vector<Pattern> &patterns, std::size_t first, std::size_t count) const {
        for (std::size_t begin = 0; begin <= first; ++begin)
            if (longest(patterns, begin) >= first - begin + count)
                return true;
        return false;
    }
    bool is_quoted(std::size_t word) const {
        return std::ranges::any_of(quotations_, [&](const auto &quotation) {
            return words_[word].at > quotation.first && words_[word].end <= quotation.second;
        });
    }
    bool is_reported(const std::vector<Pattern> &begins, const std::vector<Pattern> &has,
                     std::size_t word) const {
        std::size_t first = word, last = word;
        while (first > 0 && same_sentence(first - 1, first))
            --first;
        while (last + 1 < words_.size() && same_sentence(last, last + 1))
            ++last;
        if (longest(begins, first) > 0)
            return true;
        for (std::size_t i = first; i <= last; ++i)
            if (longest(has, i) > 0)
                return true;
        return false;
    }
    WordingFinding finding(const Row &row, std::size_t first, std::size_t count) const {
        const std::size_t at = words_[first].at;
        const std::size_t length = words_[first + count - 1].end - at;
        return {at, length, std::string(text_.substr(at, length)), row.rule, row.why, row.instead};
    }

  private:
    bool same_sentence(std::size_t before, std::size_t after) const {
        for (std::size_t at = words_[before].end; at < words_[after].at; ++at)
            if (ends_sentence(text_, at))
                return false;
        return true;
    }

    std::string_view text_;
    std::vector<Word> words_;
    std::vector<std::pair<std::size_t, std::size_t>> quotations_;
};

engine::Result<Wording> Wording::load(const std::string &file) {
    const auto json = read_asset(file, max_wording_bytes, "palpate-wording");
    if (!json)
        return json.error();
    Problems found;
    ObjectReader reader{*json, "", found};
    Wording wording;
    wording.report_begins_ = patterns_of(reader.texts("report_begins", Need::required));
    wording.report_has_ = patterns_of(reader.texts("report_has", Need::required));
    reader.objects("rows", Need::required, [&](ObjectReader &from) {
        Row row;
        row.rule = from.text("rule", Need::required);
        row.why = from.text("why", Need::required);
        row.instead = from.text("instead", Need::required);
        row.match = patterns_of(from.texts("match", Need::required));
        row.except = patterns_of(from.texts("except", Need::optional));
        wording.rows_.push_back(std::move(row));
    });
    if (!found.empty())
        return damaged_asset(file, found.front().pointer + ": " + found.front().message);
    return wording;
}

std::vector<WordingFinding> Wording::check(std::string_view text) const {
    const Reading reading(text);
    std::vector<WordingFinding> findings;
    for (std::size_t first = 0; first < reading.size();) {
        const Row *best = nullptr;
        std::size_t count = 0;
        for (const Row &row : rows_) {
            const std::size_t words = reading.longest(row.match, first);
            if (words > count && !reading.covered(row.except, first, words)) {
                best = &row;
                count = words;
            }
        }
        const bool told_by_client =
            best != nullptr &&
            (reading.is_quoted(first) || reading.is_reported(report_begins_, report_has_, first));
        if (best != nullptr && !told_by_client)
            findings.push_back(reading.finding(*best, first, count));
        first += std::max<std::size_t>(count, 1);
    }
    return findings;
}

std::vector<WrittenText> therapist_texts(const Document &document) {
    std::vector<WrittenText> texts;
    const auto add = [&](const std::string &field, const std::string &text) {
        if (!text.empty())
            texts.push_back({field, text});
    };
    add("note", document.note);
    add("question", document.question);
    add("soap/subjective", document.soap.subjective);
    add("soap/objective", document.soap.objective);
    add("soap/response", document.soap.response);
    add("soap/plan", document.soap.plan);
    for (const PlanItem &item : document.plan)
        add("plan/" + item.part, item.note);
    for (const Mark &mark : document.marks)
        if (mark.author == Author::therapist)
            add("marks/" + mark.area, mark.note);
    for (const Finding &finding : document.findings)
        add("findings/" + finding.area, finding.note);
    for (const HomeworkItem &item : document.homework) {
        add("homework/" + item.exercise, item.note);
        add("homework/" + item.exercise, item.stop_rule);
    }
    for (const std::string &told : document.aftercare)
        add("aftercare", told);
    for (const Amendment &amendment : document.amendments)
        add("amendments", amendment.text);
    return texts;
}

} // namespace app
