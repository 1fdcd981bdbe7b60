/// vault.json as text. A checksum shows whether the file is damaged or the passphrase wrong. For
/// sources only.
#pragma once

#include "model/text/json_object.hpp"
#include "store/vault/vault.hpp"

namespace app {

constexpr std::size_t salt_bytes = 16;    ///< of Argon2id
constexpr std::size_t wrapped_bytes = 72; ///< nonce, key and tag of XChaCha20-Poly1305

struct VaultJson {
    static std::string write(const Vault &vault);
    static engine::Result<Vault> read(std::string_view text);
    static engine::Error unreadable(std::string_view why);
};

} // namespace app
