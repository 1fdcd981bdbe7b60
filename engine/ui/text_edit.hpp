/// Editing a text with keys: caret, selection, words of bytes in UTF-8. Knows nothing of the
/// screen.
#pragma once

#include "input/event.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace engine::ui {

/// Byte positions are always at the start of a character.
std::size_t next_char(std::string_view text, std::size_t at);
std::size_t previous_char(std::string_view text, std::size_t at);
/// Reads one code point and moves `at` behind it; bytes that are no UTF-8 give U+FFFD.
char32_t decode_utf8(std::string_view text, std::size_t &at);

class TextEdit {
  public:
    std::size_t caret() const { return caret_; }
    std::size_t anchor() const { return anchor_; }
    bool has_selection() const { return caret_ != anchor_; }
    std::size_t first() const { return caret_ < anchor_ ? caret_ : anchor_; }
    std::size_t last() const { return caret_ < anchor_ ? anchor_ : caret_; }
    std::string_view selected(std::string_view text) const;

    /// The text may have been changed by others since: keeps the positions inside it.
    void fit(std::string_view text);
    void move_to(std::size_t at, bool keep_anchor);
    void select_all(std::string_view text);

    /// Replaces the selection. What does not fit into `max_bytes` is left out, whole characters
    /// only; line breaks become spaces unless `multiline`. True: the text changed.
    bool insert(std::string &text, std::string_view words, std::size_t max_bytes, bool multiline);
    bool erase_selection(std::string &text);
    /// Backspace, Delete, Left, Right, with Control by words; false when the key is another.
    bool handle(std::string &text, const KeyEvent &key, bool &changed);

  private:
    std::size_t caret_ = 0, anchor_ = 0;
};

} // namespace engine::ui
