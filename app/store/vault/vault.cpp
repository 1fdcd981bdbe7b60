#include "store/vault/vault.hpp"

#include "base/file.hpp"
#include "store/vault/recovery_key.hpp"
#include "store/vault/sealed_bytes.hpp"
#include "store/vault/sodium_bytes.hpp"
#include "store/vault/vault_json.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <sodium.h>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace app {

using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr std::string_view passphrase_wrap = "palpate-vault passphrase";
constexpr std::string_view recovery_wrap = "palpate-vault recovery";
constexpr std::size_t max_vault_bytes = 16384;

/// Each purpose has a key of its own.
enum class Purpose : std::uint64_t { files = 1, lines = 2, values = 3, tokens = 4 };
constexpr std::array<char, crypto_kdf_CONTEXTBYTES + 1> key_context{"palpate-"};
static_assert(crypto_kdf_KEYBYTES == key_bytes);

Secret subkey(const Secret &master, Purpose purpose) {
    Secret key{key_bytes};
    crypto_kdf_derive_from_key(key.data(), key.size(), static_cast<std::uint64_t>(purpose),
                               key_context.data(), master.data());
    return key;
}

Result<Secret> passphrase_key(std::string_view passphrase, const std::vector<unsigned char> &salt,
                              const PassphraseCost &cost) {
    Secret key{key_bytes};
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(),
                      cost.operations, cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{"There is not enough memory to work with the passphrase (" +
                     std::to_string(cost.memory_bytes >> 20) +
                     " MB are needed). Close other programs, then try again."};
    return key;
}

Secret recovery_wrapping_key(const Secret &recovery) {
    Secret key{key_bytes};
    crypto_generichash(key.data(), key.size(), recovery.data(), recovery.size(),
                       bytes_of(recovery_wrap), recovery_wrap.size());
    return key;
}

std::vector<unsigned char> wrap(const Secret &master, const Secret &by, std::string_view purpose) {
    std::vector<unsigned char> sealed(wrapped_bytes);
    randombytes_buf(sealed.data(), nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + nonce_size, nullptr, master.data(),
                                               master.size(), bytes_of(purpose), purpose.size(),
                                               nullptr, sealed.data(), by.data());
    return sealed;
}

std::optional<Secret> unwrap(const std::vector<unsigned char> &sealed, const Secret &by,
                             std::string_view purpose) {
    Secret master{key_bytes};
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            master.data(), nullptr, nullptr, sealed.data() + nonce_size, sealed.size() - nonce_size,
            bytes_of(purpose), purpose.size(), sealed.data(), by.data()) != 0)
        return std::nullopt;
    return master;
}

} // namespace

Result<Vault> Vault::make(std::string_view passphrase, const PassphraseCost &cost) {
    begin_sodium();
    Secret master{key_bytes};
    crypto_kdf_keygen(master.data());
    Vault vault;
    vault.use(std::move(master));
    vault.renew_recovery_key(); // nobody knows it: it only takes the place
    if (const auto set = vault.set_passphrase(passphrase, cost); !set)
        return set.error();
    return vault;
}

void Vault::use(Secret master) {
    files_key_ = subkey(master, Purpose::files);
    lines_key_ = subkey(master, Purpose::lines);
    values_key_ = subkey(master, Purpose::values);
    tokens_key_ = subkey(master, Purpose::tokens);
    master_ = std::move(master);
}

Result<Done> Vault::set_passphrase(std::string_view passphrase, const PassphraseCost &cost) {
    engine::check(is_open(), "a vault that gets a new passphrase is open");
    if (const auto good = check_passphrase(passphrase); !good)
        return good;
    Bytes salt(salt_bytes);
    randombytes_buf(salt.data(), salt.size());
    const auto key = passphrase_key(passphrase, salt, cost);
    if (!key)
        return key.error();
    by_passphrase_ = wrap(master_, *key, passphrase_wrap);
    salt_ = std::move(salt);
    cost_ = cost;
    return Done{};
}

Secret Vault::renew_recovery_key() {
    engine::check(is_open(), "a vault that gets a new recovery key is open");
    const Secret key = new_recovery_key();
    by_recovery_ = wrap(master_, recovery_wrapping_key(key), recovery_wrap);
    recovery_told_ = false;
    return recovery_text(key);
}

Result<Done> Vault::unlock(std::string_view secret) {
    begin_sodium();
    std::optional<Error> mistyped;
    if (is_like_recovery_key(secret)) {
        const auto recovery = parse_recovery_key(secret);
        if (!recovery)
            mistyped = recovery.error();
        else if (auto master =
                     unwrap(by_recovery_, recovery_wrapping_key(*recovery), recovery_wrap)) {
            use(std::move(*master));
            return Done{};
        } else
            mistyped = Error{"This recovery key is of another clinic, or was replaced by a newer "
                             "one. Look for the newest paper, then try again."};
    }
    // A passphrase may look like a recovery key as well.
    const auto key = passphrase_key(secret.substr(0, longest_passphrase), salt_, cost_);
    if (!key)
        return key.error();
    auto master = unwrap(by_passphrase_, *key, passphrase_wrap);
    if (!master && mistyped)
        return *mistyped;
    if (!master)
        return Error{"This is not the passphrase of this clinic. Look at capital letters and the "
                     "keyboard's language, then try again."};
    use(std::move(*master));
    return Done{};
}

Result<std::optional<Vault>> Vault::load(const std::filesystem::path &folder) {
    const std::filesystem::path file = folder / vault_name;
    std::error_code failed;
    const auto status = std::filesystem::symlink_status(file, failed);
    if (status.type() == std::filesystem::file_type::not_found)
        return std::optional<Vault>{};
    const auto text = engine::read_file(file, max_vault_bytes);
    if (!text)
        return VaultJson::unreadable(text.error().message);
    auto vault = VaultJson::read(*text);
    if (!vault)
        return vault.error();
    return std::optional<Vault>(std::move(*vault));
}

Result<Done> Vault::save(const std::filesystem::path &folder) const {
    return engine::write_file_durably(folder / vault_name, VaultJson::write(*this));
}

} // namespace app
