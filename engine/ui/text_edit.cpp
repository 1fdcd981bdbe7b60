#include "ui/text_edit.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace engine::ui {

namespace {

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t next_word(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != ' ' && text[at] != '\n')
        ++at;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n'))
        ++at;
    return at;
}

std::size_t previous_word(std::string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
        --at;
    while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n')
        --at;
    return at;
}

/// Line breaks become spaces in a single line; other control characters are dropped.
std::string cleaned(std::string_view words, bool multiline) {
    std::string out;
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n' || c == '\t')
            out += (c == '\n' && multiline) ? '\n' : ' ';
        else if (byte >= 0x20U && byte != 0x7FU)
            out += c;
    }
    return out;
}

} // namespace

std::size_t next_char(std::string_view text, std::size_t at) {
    if (at >= text.size())
        return text.size();
    ++at;
    while (at < text.size() && continues(text[at]))
        ++at;
    return at;
}

std::size_t previous_char(std::string_view text, std::size_t at) {
    if (at == 0)
        return 0;
    --at;
    while (at > 0 && continues(text[at]))
        --at;
    return at;
}

char32_t decode_utf8(std::string_view text, std::size_t &at) {
    constexpr char32_t broken = 0xFFFD;
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t end = next_char(text, at);
    const std::size_t length = end - at;
    constexpr std::array<unsigned, 5> masks{0, 0x7F, 0x1F, 0x0F, 0x07};
    constexpr std::array<unsigned, 5> leads{0, 0x00, 0xC0, 0xE0, 0xF0};
    if (length > 4 || (first & ~masks[length]) != leads[length]) {
        at = end;
        return broken;
    }
    char32_t code = first & masks[length];
    for (++at; at < end; ++at)
        code = (code << 6U) | (static_cast<unsigned char>(text[at]) & 0x3FU);
    return code;
}

std::string_view TextEdit::selected(std::string_view text) const {
    return text.substr(first(), last() - first());
}

void TextEdit::fit(std::string_view text) {
    const auto inside = [&](std::size_t at) {
        at = std::min(at, text.size());
        while (at > 0 && at < text.size() && continues(text[at]))
            --at;
        return at;
    };
    caret_ = inside(caret_);
    anchor_ = inside(anchor_);
}

void TextEdit::move_to(std::size_t at, bool keep_anchor) {
    caret_ = at;
    if (!keep_anchor)
        anchor_ = at;
}

void TextEdit::select_all(std::string_view text) {
    anchor_ = 0;
    caret_ = text.size();
}

bool TextEdit::insert(std::string &text, std::string_view words, std::size_t max_bytes,
                      bool multiline) {
    std::string addition = cleaned(words, multiline);
    const std::size_t kept = text.size() - (last() - first());
    const std::size_t room = max_bytes > kept ? max_bytes - kept : 0;
    if (addition.size() > room) {
        std::size_t fits = room;
        while (fits > 0 && continues(addition[fits]))
            --fits;
        addition.resize(fits);
    }
    if (addition.empty())
        return false;
    text.replace(first(), last() - first(), addition);
    move_to(first() + addition.size(), false);
    return true;
}

bool TextEdit::erase_selection(std::string &text) {
    if (!has_selection())
        return false;
    text.erase(first(), last() - first());
    move_to(first(), false);
    return true;
}

bool TextEdit::handle(std::string &text, const KeyEvent &key, bool &changed) {
    const std::size_t before =
        key.control ? previous_word(text, caret_) : previous_char(text, caret_);
    const std::size_t after = key.control ? next_word(text, caret_) : next_char(text, caret_);
    switch (key.key) {
    case Key::left:
        move_to(has_selection() && !key.shift ? first() : before, key.shift);
        return true;
    case Key::right:
        move_to(has_selection() && !key.shift ? last() : after, key.shift);
        return true;
    case Key::backspace:
    case Key::del:
        if (!has_selection())
            anchor_ = key.key == Key::backspace ? before : after;
        changed = erase_selection(text) || changed;
        return true;
    default:
        return false;
    }
}

} // namespace engine::ui
