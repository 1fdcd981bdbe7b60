#include "records/passphrase.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace app {

using engine::Done;
using engine::Error;
using engine::Result;

namespace {

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

Result<Done> check_passphrase(std::string_view passphrase) {
    if (letters_in(passphrase) < shortest_passphrase)
        return Error{"The passphrase is too short: it needs " +
                     std::to_string(shortest_passphrase) +
                     " characters at least. Four or more words make a good one."};
    if (passphrase.size() > longest_passphrase)
        return Error{"The passphrase is too long. Choose one of at most 1024 characters."};
    return Done{};
}

bool is_weak_passphrase(std::string_view passphrase) {
    return letters_in(passphrase) < good_passphrase;
}

} // namespace app
