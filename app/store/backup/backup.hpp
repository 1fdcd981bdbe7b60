/// Snapshots of a clinic's folder in another folder: made while others work, checked, put back.
///
/// A backup is a folder of its own, "palpate-2026-11-23-184500" inside the one that is named, with
/// the files as they lie in the clinic's (of an encrypted clinic: encrypted) and manifest.json,
/// which lists each with its size and SHA-256. Left out are index.sqlite, which is made anew, and
/// what programs leave beside files while they write.
#pragma once

#include "base/time.hpp"
#include "store/audit/audit_log.hpp"

#include <optional>

namespace app {

struct BackupFile {
    std::string name; ///< relative, with "/"
    std::uint64_t size = 0;
    std::string sha256;
    friend bool operator==(const BackupFile &, const BackupFile &) = default;
};

struct Manifest {
    engine::Timestamp at;
    std::string program;    ///< version of the program that made it
    bool encrypted = false; ///< needs the passphrase that the clinic had then
    std::uint64_t sessions = 0, clients = 0;
    std::vector<BackupFile> files; ///< sorted by name
};

/// The text is fixed to the byte: a hash of it stands at its end.
std::string manifest_to_json(const Manifest &manifest);
engine::Result<Manifest> manifest_from_json(std::string_view text);

struct Backup {
    std::filesystem::path folder;
    Manifest manifest;
};

/// All or nothing, and on the disk when it returns. Of each session the file and its journal fit
/// together. `folder` is made when it is missing; it may not lie in the clinic's.
engine::Result<Backup> make_backup(const ClinicFiles &files, const std::filesystem::path &folder,
                                   engine::Timestamp at, const std::string &program);

/// The folder itself when it is a backup, else the backups inside, oldest first. An Error: there is
/// none.
engine::Result<std::vector<std::filesystem::path>> backups_in(const std::filesystem::path &folder);
bool is_backup(const std::filesystem::path &folder);

/// What was checked, in sentences.
struct Checked {
    std::vector<std::string> problems; ///< empty: all is well
    std::vector<std::string> remarks;  ///< what is no problem but worth knowing
    std::uint64_t files = 0, sessions = 0, clients = 0;
    bool encrypted = false;
};

/// Finds every byte that is not as it was, and files that lack or were put there. Needs no
/// passphrase. Says nothing about what the files hold: see verify_store().
engine::Result<Checked> verify_backup(const std::filesystem::path &backup);

/// Makes `target`, which must be new or empty, from a backup that is whole. All or nothing.
engine::Result<Manifest> restore_backup(const std::filesystem::path &backup,
                                        const std::filesystem::path &target);

/// Whether a program may leave it out of a backup, and a check may overlook it: "index.sqlite",
/// "clinic.lock", what is being written.
bool is_passing(const std::filesystem::path &name);

} // namespace app
