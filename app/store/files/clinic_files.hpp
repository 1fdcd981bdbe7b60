/// The files of one clinic's folder: the only place through which its bytes reach the disk.
/// Whatever lies in the folder is for its owner only (folders 0700, files 0600). In an encrypted
/// clinic nothing but vault.json can be read there without the passphrase.
#pragma once

#include "store/disk/clinic_lock.hpp"
#include "store/vault/vault.hpp"

#include <functional>
#include <string>

namespace app {

/// `name` is always relative to the folder: "sessions/0193....json".
class ClinicFiles {
  public:
    /// Makes the folder when it is missing. An encrypted one is locked: see unlock(). As long as
    /// this lives, nobody encrypts or decrypts the folder from outside.
    static engine::Result<ClinicFiles> open(const std::filesystem::path &folder);
    ClinicFiles(ClinicFiles &&) noexcept;
    ClinicFiles &operator=(ClinicFiles &&) noexcept;
    ~ClinicFiles();

    bool is_encrypted() const { return vault_.has_value(); }
    bool is_locked() const { return vault_ && !vault_->is_open(); }
    /// By the passphrase or the recovery key. Goes on with an encrypt() or decrypt() that was cut
    /// short, when nobody else has the folder open; else both kinds of files are read.
    engine::Result<engine::Done> unlock(std::string_view secret);

    const std::filesystem::path &folder() const { return folder_; }
    std::filesystem::path path(const std::filesystem::path &name) const { return folder_ / name; }

    /// Makes a folder inside, when it is missing.
    engine::Result<engine::Done> make_folder(const std::filesystem::path &name) const;
    bool has(const std::filesystem::path &name) const;
    /// Missing, larger than `max_bytes`, not readable, damaged: an Error.
    engine::Result<std::string> read(const std::filesystem::path &name,
                                     std::size_t max_bytes) const;
    /// Durable when it returns Done: written beside, synced, renamed, folder synced. On an Error
    /// the file is as it was.
    engine::Result<engine::Done> write(const std::filesystem::path &name,
                                       std::string_view bytes) const;
    /// Durable when it returns Done. A file that is not there is no Error.
    engine::Result<engine::Done> remove(const std::filesystem::path &name) const;

    /// A record of a file that grows by lines, as it stands in the file: one line, with its end.
    /// `text` has no line end in it.
    std::string to_line(const std::filesystem::path &name, std::string_view text) const;
    /// The text of such a line (without its end); an Error when it is damaged.
    engine::Result<std::string> from_line(const std::filesystem::path &name,
                                          std::string_view line) const;

    /// A value that is kept in a file of another format, which is called `name` ("index.sqlite"):
    /// as it may stand there. In a plain clinic that is the text itself.
    std::string seal_text(std::string_view name, std::string_view text) const;
    engine::Result<std::string> open_text(std::string_view name, std::string_view sealed) const;
    /// What the same words are always looked up by: in a plain clinic the words themselves, in an
    /// encrypted one a hash that nobody else can compute.
    std::string token(std::string_view words) const;

    // clinic_encryption.cpp. Killed at any moment, nothing is lost and the next unlock() goes on.
    /// Called after each file, with how many are done and how many there are.
    using Progress = std::function<void(std::size_t done, std::size_t all)>;
    /// The keys are on the disk when this returns, and from now on nobody else can open the folder;
    /// finish_change() encrypts what lies in it. An Error while others have it open. The words are
    /// the recovery key: they can not be had again.
    engine::Result<Secret> begin_encryption(std::string_view passphrase,
                                            const PassphraseCost &cost);
    /// Needs unlock().
    engine::Result<engine::Done> begin_decryption();
    /// Whether one of them has begun and not ended.
    bool is_changing() const { return vault_ && vault_->state() != VaultState::on; }
    /// On an Error what could be changed is changed, and can be called again.
    engine::Result<engine::Done> finish_change(const Progress &progress = {});
    /// What lies in the folder and never is encrypted, summaries and what others put there.
    std::vector<std::filesystem::path> left_readable() const;

    // Both need unlock(), and change vault.json only.
    engine::Result<engine::Done> change_passphrase(std::string_view passphrase,
                                                   const PassphraseCost &cost);
    engine::Result<Secret> renew_recovery_key();
    /// Somebody saw it. Until then an unlocked clinic should offer a new one.
    engine::Result<engine::Done> note_recovery_told();
    bool recovery_told() const { return !vault_ || vault_->recovery_told(); }

  private:
    ClinicFiles(std::filesystem::path folder, ClinicLock lock, std::optional<Vault> vault);
    /// Whether what is written now is sealed.
    bool seals() const { return vault_ && vault_->state() != VaultState::decrypting; }
    engine::Result<std::string> opened(const std::filesystem::path &name, std::string bytes,
                                       std::size_t max_bytes) const;
    engine::Result<engine::Done> convert(const std::filesystem::path &name, bool seal) const;
    engine::Result<std::string> converted_lines(const std::filesystem::path &name,
                                                std::string_view bytes, bool seal) const;

    std::filesystem::path folder_;
    ClinicLock lock_;
    std::optional<Vault> vault_;
};

} // namespace app
