#include "store/vault/recovery_key.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <sodium.h>
#include <string>
#include <string_view>

namespace app {

using engine::Error;
using engine::Result;

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t groups = 8;
constexpr std::size_t group_data = 4; ///< characters of five bits
constexpr std::size_t group_size = group_data + 1;
constexpr std::size_t all = groups * group_size;
static_assert(groups * group_data * 5 == recovery_bytes * 8);

/// Times x in the field of 32 elements, by x^5 + x^2 + 1.
unsigned times_x(unsigned value) {
    value <<= 1;
    return (value & 32U) != 0 ? value ^ 37U : value;
}

/// Finds every wrong character, every two that changed places, and a group at another's place.
unsigned check_of(std::size_t group, const unsigned *data) {
    auto sum = static_cast<unsigned>(group + 1);
    for (std::size_t i = 0; i < group_data; ++i)
        sum = times_x(sum) ^ data[i];
    return times_x(sum);
}

std::optional<unsigned> value_of(char letter) {
    if (letter >= 'a' && letter <= 'z')
        letter = static_cast<char>(letter - 'a' + 'A');
    if (letter == 'O')
        letter = '0';
    if (letter == 'I' || letter == 'L')
        letter = '1';
    const auto at = alphabet.find(letter);
    return at == alphabet.npos ? std::nullopt : std::optional(static_cast<unsigned>(at));
}

bool is_gap(char letter) {
    return letter == '-' || letter == ' ' || letter == '\t';
}

/// The characters' values, at most one more than a key has.
struct Read {
    std::array<unsigned, all + 1> values{};
    std::size_t count = 0, total = 0; ///< of those in `values`, and of all
    bool foreign = false;             ///< a character that no key has
    Read() = default;
    Read(const Read &) = delete;
    Read &operator=(const Read &) = delete;
    ~Read() { sodium_memzero(values.data(), sizeof values); }
};

void read(std::string_view text, Read &into) {
    for (const char letter : text) {
        if (is_gap(letter))
            continue;
        const auto value = value_of(letter);
        into.foreign = into.foreign || !value;
        ++into.total;
        if (into.count < into.values.size())
            into.values[into.count++] = value.value_or(0);
    }
}

std::size_t bit_at(std::size_t character, std::size_t bit) {
    return character * 5 + bit;
}

} // namespace

Secret new_recovery_key() {
    Secret key{recovery_bytes};
    randombytes_buf(key.data(), key.size());
    return key;
}

Secret recovery_text(const Secret &key) {
    Secret text{all + groups - 1};
    std::size_t at = 0;
    for (std::size_t group = 0; group < groups; ++group) {
        std::array<unsigned, group_data> data{};
        for (std::size_t i = 0; i < group_data; ++i)
            for (std::size_t bit = 0; bit < 5; ++bit) {
                const std::size_t n = bit_at(group * group_data + i, bit);
                data[i] = data[i] << 1 | (key.data()[n / 8] >> (7 - n % 8) & 1U);
            }
        if (group > 0)
            text.data()[at++] = '-';
        for (const unsigned value : data)
            text.data()[at++] = static_cast<unsigned char>(alphabet[value]);
        text.data()[at++] = static_cast<unsigned char>(alphabet[check_of(group, data.data())]);
    }
    return text;
}

bool is_like_recovery_key(std::string_view text) {
    Read found;
    read(text, found);
    return !found.foreign && found.total + group_size >= all && found.total <= all + group_size;
}

Result<Secret> parse_recovery_key(std::string_view text) {
    Read found;
    read(text, found);
    if (found.foreign || found.total != all)
        return Error{"A recovery key has eight groups of five letters and digits; this one has " +
                     std::to_string(found.total) +
                     " characters. Compare it with the paper, then try again."};
    Secret key{recovery_bytes};
    for (std::size_t group = 0; group < groups; ++group) {
        const unsigned *data = found.values.data() + group * group_size;
        if (check_of(group, data) != data[group_data])
            return Error{"There is a typing error in group " + std::to_string(group + 1) +
                         " of the recovery key. Compare it with the paper, then try again."};
        for (std::size_t i = 0; i < group_data; ++i)
            for (std::size_t bit = 0; bit < 5; ++bit) {
                const std::size_t n = bit_at(group * group_data + i, bit);
                const unsigned one = data[i] >> (4 - bit) & 1U;
                key.data()[n / 8] =
                    static_cast<unsigned char>(key.data()[n / 8] | one << (7 - n % 8));
            }
    }
    return key;
}

} // namespace app
