/// The list of what was done with the clinic's records, in audit/log.jsonl: one JSON object a line,
/// each with a hash over its content and the hash of the line before. audit/head.json names the
/// last line, so that cutting off the end is found too. Lines hold ids, never a client's name.
///
/// In an encrypted clinic the lines are sealed: only who has the passphrase can write one. In a
/// plain one nobody can find out that somebody wrote all lines and the head anew, and in both that
/// somebody put log and head back to what they were earlier. Who wants to be sure of that too notes
/// number and hash of the last line elsewhere (`palpate-cli audit verify` prints them, and each
/// backup holds them).
#pragma once

#include "base/time.hpp"
#include "model/session/document.hpp"
#include "model/text/names.hpp"
#include "records/deeds.hpp"
#include "store/files/clinic_files.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace app {

/// One line, as it stands in the file.
struct AuditLine {
    std::uint64_t n = 0; ///< from 1
    engine::Timestamp at;
    std::string who;
    AuditEntry entry;
    std::string previous; ///< hash of the line before; empty in the first
    std::string hash;     ///< SHA-256 (hex) of the line without this field
};

/// Several may write to one clinic, from several processes.
class AuditLog {
  public:
    /// Reads nothing. `files` outlives the log.
    AuditLog(const ClinicFiles &files, Actor actor) : files_(&files), actor_(std::move(actor)) {}

    /// Notes that the list begins, where there is none yet.
    engine::Result<engine::Done> begin();
    /// Durable when it returns Done. Reads the head and the last line only. What was torn by a
    /// power cut, and so never acknowledged, is removed first; a list that somebody has damaged
    /// grows further from its head, and the damage stays to be found.
    engine::Result<engine::Done> note(const AuditEntry &entry);
    bool is_on() const { return actor_.clock != nullptr; }
    const Actor &actor() const { return actor_; }

  private:
    engine::Result<engine::Done> write(const AuditEntry *entry);

    const ClinicFiles *files_;
    Actor actor_;
};

/// What a check of the whole list found.
struct AuditReport {
    std::vector<std::string> problems; ///< sentences with line numbers; empty: all is as written
    std::vector<std::string> remarks;  ///< what is no problem but worth knowing
    std::uint64_t entries = 0;
    std::string head; ///< hash of the last line
};
/// Finds every line that was edited, removed, put in or moved. Others may write meanwhile. An
/// Error: it cannot be read at all.
engine::Result<AuditReport> verify_audit(const ClinicFiles &files);
/// That, and whether each session says what its last signature stands for. `load` gives a session
/// by its id, as Store::load().
engine::Result<AuditReport>
verify_audit(const ClinicFiles &files,
             const std::function<engine::Result<Document>(const std::string &)> &load);

/// Calls `each` for every line that can be read, oldest first.
engine::Result<engine::Done> read_audit(const ClinicFiles &files,
                                        const std::function<void(const AuditLine &)> &each);

} // namespace app
