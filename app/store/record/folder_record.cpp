#include "store/record/folder_record.hpp"

#include "model/session/merge.hpp"
#include "model/session/update.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <utility>
#include <variant>
#include <vector>

namespace app {

namespace fs = std::filesystem;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

/// From here on the session's file is written though nobody asks: reading a long journal takes
/// time.
constexpr std::uint64_t long_journal_bytes = std::uint64_t{1} << 20;
constexpr std::int64_t ns_a_second = 1'000'000'000;

/// Applies those entries that continue the revision; false: one lacks, or is refused.
bool apply(SessionFile &session, const std::vector<JournalEntry> &entries, const Atlas &atlas) {
    for (const JournalEntry &entry : entries) {
        if (entry.revision <= session.revision)
            continue; // the file holds it: the program ended before the journal was emptied
        if (entry.revision != session.revision + 1)
            return false;
        auto next = update(session.document, entry.command, atlas);
        if (!next)
            return false;
        session = {std::move(*next), entry.revision};
    }
    return true;
}

} // namespace

Result<SessionFile> replayed(SessionFile file, const std::vector<JournalEntry> &entries,
                             const Atlas &atlas) {
    if (!apply(file, entries, atlas))
        return Error{"The journal of this session does not fit its file. Put back both from a "
                     "backup, or remove " +
                     journal_name(file.document.id).string() +
                     " to go on without the newest changes. Nothing was changed."};
    return file;
}

FolderRecord::FolderRecord(FolderStore &store, const Atlas &atlas, std::string session_id,
                           SharedFile journal)
    : store_(&store), atlas_(&atlas), id_(std::move(session_id)), journal_(std::move(journal)) {}

Result<std::unique_ptr<FolderRecord>> FolderRecord::open(FolderStore &store, const Atlas &atlas,
                                                         std::string_view session_id) {
    auto journal = SharedFile::open(store.files().path(journal_name(session_id)));
    if (!journal)
        return journal.error();
    if (const auto present = journal->lock_presence(); !present)
        return present.error();
    std::unique_ptr<FolderRecord> record{
        new FolderRecord(store, atlas, std::string(session_id), std::move(*journal))};
    const auto lock = FileLock::take(record->journal_);
    if (!lock)
        return lock.error();
    if (const auto read = record->catch_up(); !read)
        return read.error();
    return record;
}

FolderRecord::~FolderRecord() {
    const auto lock = FileLock::take(journal_);
    const auto size = journal_.size();
    if (lock && size && *size == 0 && journal_.is_alone())
        journal_.remove();
}

Result<FileStamp> FolderRecord::stamp_now() const {
    struct stat status{};
    if (::stat(store_->session_file(id_).c_str(), &status) != 0)
        return Error{"This session is not there any more: its file was deleted or moved away. "
                     "Choose another session."};
    return FileStamp{status.st_dev, status.st_ino, status.st_size,
                     status.st_mtim.tv_sec * ns_a_second + status.st_mtim.tv_nsec};
}

// Needs the lock. True: somebody else has done something.
Result<bool> FolderRecord::catch_up() {
    const auto stamp = stamp_now();
    if (!stamp)
        return stamp.error();
    const auto size = journal_.size();
    if (!size)
        return size.error();
    const bool same_files = *stamp == stamp_ && journal_generation_ == journal_.generation();
    if (same_files && *size == journal_end_)
        return false;
    const std::uint64_t before = revision_;
    if (same_files && *size > journal_end_) {
        const auto bytes = journal_.read(journal_end_, max_journal_bytes);
        if (!bytes)
            return bytes.error();
        const JournalContent news = read_journal(store_->files(), id_, *bytes);
        SessionFile session{document_, revision_};
        if (!news.damaged && apply(session, news.entries, *atlas_)) {
            document_ = std::move(session.document);
            revision_ = session.revision;
            journal_end_ += news.good_bytes;
            return revision_ != before;
        }
    }
    if (const auto read = reload(*stamp); !read)
        return read.error();
    return revision_ != before;
}

Result<Done> FolderRecord::reload(const FileStamp &stamp) {
    auto file = store_->read_session(id_);
    if (!file)
        return file.error();
    const auto bytes = journal_.read(0, max_journal_bytes);
    if (!bytes)
        return bytes.error();
    const JournalContent content = read_journal(store_->files(), id_, *bytes);
    const std::uint64_t file_revision = file->revision;
    auto session = replayed(std::move(*file), content.entries, *atlas_);
    if (!session)
        return session.error();
    if (content.damaged)
        if (const auto aside = set_aside(*bytes, content.good_bytes); !aside)
            return aside;
    document_ = std::move(session->document);
    revision_ = session->revision;
    file_revision_ = file_revision;
    stamp_ = stamp;
    journal_end_ = content.good_bytes;
    journal_generation_ = journal_.generation();
    return Done{};
}

// Lines that cannot be read may be made readable by somebody who knows how: they are kept.
Result<Done> FolderRecord::set_aside(std::string_view bytes, std::size_t good_bytes) {
    fs::path name;
    for (int number = 1; name.empty() || store_->files().has(name); ++number)
        name = fs::path("journal") / (id_ + ".damaged-" + std::to_string(number));
    if (const auto kept = store_->files().write(name, bytes); !kept)
        return kept;
    was_damaged_ = true;
    return journal_.cut(good_bytes);
}

Committed FolderRecord::commit(const Command &command, Document next) {
    const auto lock = FileLock::take(journal_);
    if (!lock)
        return not_written(lock.error());
    const Document seen = document_;
    const auto others = catch_up();
    if (!others)
        return not_written(others.error());
    JournalEntry entry{revision_ + 1, command};
    if (*others) {
        entry.command =
            rebased(command, seen, document_, *atlas_, static_cast<int>(entry.revision));
        auto now = update(document_, entry.command, *atlas_);
        if (!now)
            return refused(now.error());
        next = std::move(*now);
    }
    const std::string line = journal_line(store_->files(), id_, entry);
    if (const auto written = journal_.append(journal_end_, line); !written)
        return not_written(written.error());
    // After the journal: a program that ends between the two must not leave the note of a
    // signature that nobody has given.
    if (std::holds_alternative<Sign>(entry.command) ||
        std::holds_alternative<Amend>(entry.command)) {
        const Deed deed =
            std::holds_alternative<Sign>(entry.command) ? Deed::signed_ : Deed::amended;
        if (const auto noted = store_->note(deed, {next, entry.revision}); !noted) {
            (void)journal_.cut(journal_end_); // where this fails too, the next append cuts
            return not_written(noted.error());
        }
    }
    journal_end_ += line.size();
    revision_ = entry.revision;
    document_ = std::move(next);
    // What is in the journal is safe; a file that cannot be written now is written later.
    if (journal_end_ > long_journal_bytes)
        (void)save_locked();
    const bool conflict = *others && std::holds_alternative<RecordConflict>(entry.command);
    return {conflict ? CommitOutcome::conflict : CommitOutcome::durable};
}

Result<bool> FolderRecord::refresh() {
    // Mostly nobody has done anything: that costs no lock.
    const auto stamp = stamp_now();
    const auto size = journal_.size();
    if (stamp && size && *stamp == stamp_ && *size == journal_end_)
        return false;
    const auto lock = FileLock::take(journal_);
    if (!lock)
        return lock.error();
    return catch_up();
}

Result<Done> FolderRecord::save() {
    const auto lock = FileLock::take(journal_);
    if (!lock)
        return lock.error();
    if (const auto others = catch_up(); !others)
        return others.error();
    return save_locked();
}

Result<Done> FolderRecord::save_locked() {
    const auto size = journal_.size(); // a line that was cut short counts, too
    if (!size)
        return size.error();
    if (is_saved() && *size == 0)
        return Done{};
    if (!is_saved())
        if (const auto written = store_->write_session({document_, revision_}); !written)
            return written;
    const auto stamp = stamp_now();
    if (!stamp)
        return stamp.error();
    stamp_ = *stamp;
    file_revision_ = revision_;
    // A program that ends here leaves lines that the file holds: their revisions show it.
    if (const auto emptied = journal_.cut(0); !emptied)
        return emptied;
    journal_end_ = 0;
    return Done{};
}

} // namespace app
