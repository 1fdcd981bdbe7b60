#include "base/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace engine {

namespace {

struct Form {
    std::size_t bytes;
    char32_t first_bits;
    char32_t smallest; ///< anything below it should have been written shorter
};

std::optional<Form> form_of(unsigned char lead) {
    if (lead < 0x80)
        return Form{1, lead, 0};
    if (lead >= 0xC0 && lead < 0xE0)
        return Form{2, static_cast<char32_t>(lead & 0x1F), 0x80};
    if (lead >= 0xE0 && lead < 0xF0)
        return Form{3, static_cast<char32_t>(lead & 0x0F), 0x800};
    if (lead >= 0xF0 && lead < 0xF8)
        return Form{4, static_cast<char32_t>(lead & 0x07), 0x10000};
    return std::nullopt;
}

/// Bytes of the character at the front; 0 when it is broken.
std::size_t character_bytes(std::string_view text) {
    const auto form = form_of(static_cast<unsigned char>(text.front()));
    if (!form || text.size() < form->bytes)
        return 0;
    char32_t value = form->first_bits;
    for (std::size_t i = 1; i < form->bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (next & 0x3F);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value < form->smallest || value > 0x10FFFF || surrogate ? 0 : form->bytes;
}

} // namespace

std::optional<std::size_t> utf8_length(std::string_view bytes) {
    std::size_t count = 0;
    while (!bytes.empty()) {
        const std::size_t size = character_bytes(bytes);
        if (size == 0)
            return std::nullopt;
        bytes.remove_prefix(size);
        ++count;
    }
    return count;
}

bool has_control_characters(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
}

} // namespace engine
