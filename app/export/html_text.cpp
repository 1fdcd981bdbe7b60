#include "export/html_text.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

namespace app {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Bytes of the well-formed character at the start; 0 when it is broken.
std::size_t character_bytes(std::string_view text) {
    for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length)
        if (engine::utf8_length(text.substr(0, length)))
            return length;
    return 0;
}

} // namespace

std::string escaped(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t length = character_bytes(text);
        const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
        text.remove_prefix(character.size());
        if (length == 0 || engine::has_control_characters(character))
            result += replacement;
        else if (character == "&")
            result += "&amp;";
        else if (character == "<")
            result += "&lt;";
        else if (character == ">")
            result += "&gt;";
        else if (character == "\"")
            result += "&quot;";
        else if (character == "'")
            result += "&#39;";
        else
            result += character;
    }
    return result;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string result;
    result.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) {
            return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
        };
        const unsigned bits = byte(0) << 16U | byte(1) << 8U | byte(2);
        for (unsigned k = 0; k < 4; ++k)
            result += i + k > bytes.size() ? '=' : letters[(bits >> (18U - 6U * k)) & 63U];
    }
    return result;
}

std::string hex(Rgb color) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result = "#";
    for (unsigned shift = 24; shift > 0; shift -= 4)
        result += digits[(color >> (shift - 4U)) & 15U];
    return result;
}

std::string number(float value) {
    const long hundredths = std::lround(value * 100);
    const long size = std::labs(hundredths);
    std::string result = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
    if (const long rest = size % 100; rest != 0) {
        result += rest < 10 ? ".0" : ".";
        result += std::to_string(rest % 10 == 0 ? rest / 10 : rest);
    }
    return result;
}

} // namespace app
