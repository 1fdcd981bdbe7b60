/// Words in lines of a width. For engine/ui only.
#pragma once

#include "ui/draw.hpp"
#include "ui/fonts.hpp"

#include <string>
#include <vector>

namespace engine::ui {

/// Bytes [begin, end) of the text; the space or line break behind them is left out.
struct TextLine {
    std::size_t begin = 0, end = 0;
};

/// Breaks at spaces and line breaks; a single word that is too long stays whole unless
/// `break_words`.
std::vector<TextLine> break_lines(const Face &face, std::string_view words, float width,
                                  bool break_words = false);
/// As much as fits together with "...".
std::string shorten(const Face &face, std::string_view words, float width);

/// As draw_text(), in a face that is no public role.
bool draw_text(Ui &ui, const Face &face, const Rect &rect, std::string_view words,
               const TextStyle &style);

} // namespace engine::ui
