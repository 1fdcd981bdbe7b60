#include "store/vault/pin_hash.hpp"

#include <array>
#include <sodium.h>
#include <string>
#include <string_view>

namespace app {

namespace {

bool sodium_is_ready() {
    return sodium_init() >= 0; // 1: it was before
}

} // namespace

engine::Result<std::string> hash_pin(std::string_view pin, const PinLimits &limits) {
    engine::check(is_pin(pin), "a PIN has four digits");
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (!sodium_is_ready() ||
        crypto_pwhash_str_alg(hash.data(), pin.data(), pin.size(), limits.operations,
                              limits.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return engine::Error{"The PIN could not be set: there is not enough memory. Close other "
                             "programs, then try again."};
    return std::string(hash.data());
}

bool is_pin_hash(std::string_view text) {
    return text.starts_with(crypto_pwhash_argon2id_STRPREFIX) &&
           text.size() < crypto_pwhash_STRBYTES;
}

bool is_right_pin(const std::string &hash, std::string_view pin) {
    return sodium_is_ready() && is_pin_hash(hash) && is_pin(pin) &&
           crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

} // namespace app
