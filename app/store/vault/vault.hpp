/// The keys of an encrypted clinic. vault.json keeps one random master key, wrapped twice: by a key
/// made of the passphrase (Argon2id) and by the recovery key. A new passphrase wraps it anew and
/// changes no record.
#pragma once

#include "base/result.hpp"
#include "records/passphrase.hpp"
#include "records/secret.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace app {

constexpr std::string_view vault_name = "vault.json";

/// While it changes, files of both kinds lie in the folder.
enum class VaultState : std::uint8_t { encrypting, on, decrypting };

class Vault {
  public:
    /// With a new master key, open. Nothing is written.
    static engine::Result<Vault> make(std::string_view passphrase, const PassphraseCost &cost);
    /// Locked; nothing when the folder has no vault.json. Damaged, from a newer Palpate: an Error.
    static engine::Result<std::optional<Vault>> load(const std::filesystem::path &folder);
    /// Durable when it returns Done.
    engine::Result<engine::Done> save(const std::filesystem::path &folder) const;

    bool is_open() const { return !files_key_.empty(); }
    /// By the passphrase or the recovery key. Wrong, mistyped, too little memory: an Error.
    engine::Result<engine::Done> unlock(std::string_view secret);

    VaultState state() const { return state_; }
    void set_state(VaultState state) { state_ = state; }
    /// Whether somebody was shown the recovery key that is valid.
    bool recovery_told() const { return recovery_told_; }
    void set_recovery_told() { recovery_told_ = true; }

    // Only of an open vault.
    engine::Result<engine::Done> set_passphrase(std::string_view passphrase,
                                                const PassphraseCost &cost);
    /// Makes a new one, in words; the old one opens nothing any more.
    Secret renew_recovery_key();
    const Secret &files_key() const { return files_key_; }
    const Secret &lines_key() const { return lines_key_; }
    const Secret &values_key() const { return values_key_; }
    const Secret &tokens_key() const { return tokens_key_; }

  private:
    using Bytes = std::vector<unsigned char>;
    Vault() = default;
    void use(Secret master);
    friend struct VaultJson;

    VaultState state_ = VaultState::encrypting;
    PassphraseCost cost_;
    Bytes salt_, by_passphrase_, by_recovery_; ///< the wrapped master key
    bool recovery_told_ = false;
    Secret master_, files_key_, lines_key_, values_key_, tokens_key_;
};

} // namespace app
