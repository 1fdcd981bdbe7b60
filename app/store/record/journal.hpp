/// The commands of one session since its file was written: journal/<session id>.jsonl, one JSON
/// object a line, {"revision": 17, "command": "set_note", ...}. Revisions grow by one.
#pragma once

#include "model/session/command.hpp"
#include "store/files/clinic_files.hpp"

#include <cstdint>

namespace app {

std::filesystem::path journal_name(std::string_view session_id);
/// A journal with more bytes is damaged.
inline constexpr std::size_t max_journal_bytes = std::size_t{256} << 20;

struct JournalEntry {
    std::uint64_t revision = 0; ///< that the session has after the command
    Command command;
};

/// As a line of the file, with its end.
std::string journal_line(const ClinicFiles &files, std::string_view session_id,
                         const JournalEntry &entry);
engine::Result<JournalEntry> journal_entry_from_json(std::string_view text);

struct JournalContent {
    std::vector<JournalEntry> entries;
    std::size_t good_bytes = 0; ///< up to the end of the last line that could be read
    /// A whole line that cannot be read lies behind the good ones. What is only cut short, by a
    /// power cut while it was written, was never acknowledged and is no damage.
    bool damaged = false;
};
JournalContent read_journal(const ClinicFiles &files, std::string_view session_id,
                            std::string_view bytes);

} // namespace app
