#include "store/vault/vault_json.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <sodium.h>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using engine::Error;
using engine::Result;

template <>
struct Names<VaultState> {
    static constexpr std::array<std::string_view, 3> all{"encrypting", "on", "decrypting"};
};

namespace {

static_assert(salt_bytes == crypto_pwhash_SALTBYTES);
static_assert(wrapped_bytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_kdf_KEYBYTES +
                                   crypto_aead_xchacha20poly1305_ietf_ABYTES);

constexpr std::string_view format = "palpate-vault";
constexpr int vault_version = 1;
constexpr std::string_view key_function = "argon2id13";
/// No file may make us take more.
constexpr WholeNumberRule operations{"number of operations", 1, 64};
constexpr WholeNumberRule kilobytes{"memory", 8, 1 << 20};
constexpr int base64_in_json = sodium_base64_VARIANT_ORIGINAL;

std::string to_base64(const std::vector<unsigned char> &bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), base64_in_json), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), base64_in_json);
    text.pop_back(); // the zero behind its end
    return text;
}

std::vector<unsigned char> from_base64(ObjectReader &from, std::string_view key, std::size_t size,
                                       Problems &found) {
    const std::string text = from.text(key, Need::required);
    std::vector<unsigned char> bytes(size);
    std::size_t length = 0;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length,
                          nullptr, base64_in_json) != 0 ||
        length != size)
        found.push_back({from.at(key), "It is damaged."});
    return bytes;
}

std::string checksum(const Json &json) {
    const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char *>(text.data()), text.size(), nullptr,
                       0);
    std::array<char, hash.size() * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

/// Of another kind, from a newer Palpate, or with a byte that changed.
std::optional<Error> check_whole(Json &json) {
    const auto is = [&](const char *key, const auto &value) {
        return json.contains(key) && json[key] == value;
    };
    if (!json.is_object() || !is("format", format))
        return VaultJson::unreadable("it is a file of another kind.");
    if (json.contains("version") && json["version"].is_number_integer() &&
        json["version"] > vault_version)
        return Error{"The clinic's keys (vault.json in the clinic's folder) were written by a "
                     "newer Palpate. Update Palpate to open this clinic. Nothing was changed."};
    const auto sum = json.find("checksum");
    const Json noted = sum == json.end() ? Json() : *sum;
    json.erase("checksum");
    if (!is("version", vault_version) || noted != checksum(json))
        return VaultJson::unreadable("it is damaged.");
    return {};
}

} // namespace

Error VaultJson::unreadable(std::string_view why) {
    return {"The clinic's keys (vault.json in the clinic's folder) cannot be read: " +
            std::string(why) +
            " No passphrase opens the clinic without them. Put back a copy of vault.json from a "
            "backup. Nothing was changed."};
}

std::string VaultJson::write(const Vault &vault) {
    Json json{{"format", format},
              {"version", vault_version},
              {"state", Names<VaultState>::all[static_cast<std::size_t>(vault.state_)]},
              {"key_function", key_function},
              {"operations", vault.cost_.operations},
              {"memory_kb", vault.cost_.memory_bytes >> 10},
              {"salt", to_base64(vault.salt_)},
              {"key_by_passphrase", to_base64(vault.by_passphrase_)},
              {"key_by_recovery_key", to_base64(vault.by_recovery_)},
              {"recovery_key_told", vault.recovery_told_}};
    json["checksum"] = checksum(json);
    return pretty(json);
}

Result<Vault> VaultJson::read(std::string_view text) {
    begin_sodium();
    Problems found;
    auto json = parse_json(text, found);
    if (!json)
        return unreadable("it is damaged or was cut short.");
    if (const auto wrong = check_whole(*json))
        return *wrong;
    ObjectReader from{*json, "", found};
    Vault vault;
    vault.state_ = from.choice<VaultState>("state");
    if (from.text("key_function", Need::required) != key_function)
        found.push_back({from.at("key_function"), "This Palpate does not know it."});
    vault.cost_.operations =
        static_cast<unsigned long long>(from.number("operations", operations, Need::required, 1));
    vault.cost_.memory_bytes =
        static_cast<std::size_t>(from.number("memory_kb", kilobytes, Need::required, 8)) << 10;
    vault.salt_ = from_base64(from, "salt", salt_bytes, found);
    vault.by_passphrase_ = from_base64(from, "key_by_passphrase", wrapped_bytes, found);
    vault.by_recovery_ = from_base64(from, "key_by_recovery_key", wrapped_bytes, found);
    vault.recovery_told_ = from.flag("recovery_key_told");
    if (!found.empty())
        return unreadable(found.front().message + " (" + found.front().pointer + ")");
    return vault;
}

} // namespace app
