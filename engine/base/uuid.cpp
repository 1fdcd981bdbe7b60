#include "base/uuid.hpp"

#include <cctype>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace engine {

namespace {

constexpr std::uint64_t version_7 = 0x7;
constexpr std::uint64_t variant_rfc = 0x8;

void append_hex(std::string &out, std::uint64_t value, int digits) {
    constexpr char hex[] = "0123456789abcdef";
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        out += hex[(value >> shift) & 0xF];
}

bool is_dash_place(std::size_t at) {
    return at == 8 || at == 13 || at == 18 || at == 23;
}

} // namespace

std::string uuid7(std::int64_t unix_ms, std::uint64_t random_a, std::uint64_t random_b) {
    const auto time = static_cast<std::uint64_t>(unix_ms) & 0xFFFF'FFFF'FFFF;
    std::string out;
    out.reserve(36);
    append_hex(out, time >> 16, 8);
    out += '-';
    append_hex(out, time, 4);
    out += '-';
    append_hex(out, version_7 << 12 | (random_a & 0xFFF), 4);
    out += '-';
    append_hex(out, variant_rfc << 12 | ((random_b >> 48) & 0x3FFF), 4);
    out += '-';
    append_hex(out, random_b, 12);
    return out;
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = text[i] == '-';
        if (dash != is_dash_place(i))
            return false;
        if (!dash && !std::isxdigit(static_cast<unsigned char>(text[i])))
            return false;
    }
    return true;
}

} // namespace engine
