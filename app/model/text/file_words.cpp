#include "model/text/file_words.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace app {

namespace {

constexpr std::size_t most_name_bytes = 60;

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

} // namespace

std::string file_words(std::string_view name) {
    std::string result;
    for (const char c : name.substr(0, name.find(','))) {
        if (!is_ascii(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            result += c;
        else if (c >= 'A' && c <= 'Z')
            result += static_cast<char>(c - 'A' + 'a');
        else if (!result.empty() && result.back() != '-')
            result += '-';
    }
    if (result.size() > most_name_bytes) {
        std::size_t end = most_name_bytes;
        while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xC0U) == 0x80U)
            --end; // not in the middle of a character
        result.resize(end);
    }
    while (!result.empty() && result.back() == '-')
        result.pop_back();
    return result.empty() ? "client" : result;
}

} // namespace app
