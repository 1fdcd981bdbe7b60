/// The words that screens and exports share for the values of a document.
#pragma once

#include "model/session/document.hpp"
#include "model/text/phrases.hpp"

#include <string>
#include <string_view>

namespace app {

std::string_view word(const Phrases &words, Channel channel); ///< "Pain", "Tight", "Do not touch"
std::string_view word(const Phrases &words, Quality quality); ///< "Ache"
std::string_view word(const Phrases &words,
                      Since since); ///< "today", "this week", "for weeks", "for months"
std::string_view word(const Phrases &words, FigureVariant variant); ///< "Neutral", "Female", "Male"
std::string_view word(const Phrases &words, SessionKind kind);      ///< "Regular"
/// "Moderate to severe" for a pain of 6; bands after rules NRS, for wording only.
std::string_view level_word(const Phrases &words, Channel channel, int level);
/// What the client said of one mark: "Pain · ache · this week", "Please do not touch".
std::string mark_line(const Phrases &words, const Mark &mark);
/// "6", or "-" for an avoid mark without a level.
std::string level_text(const std::optional<int> &level);

/// "since this week", "for months": in English, for sentences of the record.
std::string since_phrase(Since since);
/// The first name: "Maya" of "Maya Lindgren".
std::string first_name(std::string_view name);

} // namespace app
