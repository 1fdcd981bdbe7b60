// The reader of a session's journal, and the session that comes out of it.

#include "model/session/document_json.hpp"
#include "model/session/update.hpp"
#include "store/record/folder_record.hpp"
#include "support.hpp"

namespace {

const std::string id = "01a13153-38a0-7aa6-95d3-29cacb8c313e";

/// A session that the program could have left before the journal began.
const app::SessionFile &begun() {
    static const app::SessionFile session = [] {
        app::OpenSession open;
        open.id = id;
        open.client = {.id = "01a13153-38a0-7aa6-95d3-29cacb8c0001", .name = "Maya (example)"};
        open.appointment.start = {.unix_ms = 1'795'190'400'000, .offset_minutes = 60};
        return app::SessionFile{
            fuzz::must(app::update({}, open, fuzz::atlas()), "a session begins"), 1};
    }();
    return session;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const auto folder = app::ClinicFiles::open("journal-fuzz");
    const app::ClinicFiles &files = fuzz::must(folder, "there is a folder");
    const app::JournalContent journal = app::read_journal(files, id, fuzz::text_of(data, size));
    fuzz::require(journal.good_bytes <= size, "no more is read than is there");
    std::string written;
    for (const app::JournalEntry &entry : journal.entries)
        written += app::journal_line(files, id, entry);
    const app::JournalContent again = app::read_journal(files, id, written);
    fuzz::require(!again.damaged && again.entries.size() == journal.entries.size(),
                  "what was written is read");
    const auto session = app::replayed(begun(), journal.entries, fuzz::atlas());
    if (!fuzz::is_read(session))
        return 0;
    const std::string saved = app::to_json(session->document, session->revision);
    fuzz::require(fuzz::must(app::from_json(saved, fuzz::atlas()), "it can be opened again") ==
                      session->document,
                  "what the journal leaves is the same after it was saved");
    return 0;
}
