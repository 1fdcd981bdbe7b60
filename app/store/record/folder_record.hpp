/// A session of the folder that somebody works on. For sources of app/store only.
#pragma once

#include "records/record.hpp"
#include "store/disk/shared_file.hpp"
#include "store/record/folder_store.hpp"
#include "store/record/journal.hpp"

#include <sys/types.h>

namespace app {

/// What differs between two states of a file: every save is another file under the same name.
struct FileStamp {
    dev_t device = 0;
    ino_t number = 0;
    off_t size = 0;
    std::int64_t changed_ns = 0;
    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

class FolderRecord final : public Record {
  public:
    static engine::Result<std::unique_ptr<FolderRecord>>
    open(FolderStore &store, const Atlas &atlas, std::string_view session_id);
    FolderRecord(const FolderRecord &) = delete;
    FolderRecord &operator=(const FolderRecord &) = delete;
    ~FolderRecord() override;

    const Document &document() const override { return document_; }
    std::uint64_t revision() const override { return revision_; }
    Committed commit(const Command &command, Document next) override;
    engine::Result<bool> refresh() override;
    engine::Result<engine::Done> save() override;
    bool is_saved() const override { return revision_ == file_revision_; }

    /// Whether the journal held lines that cannot be read; they lie in a file beside it.
    bool was_damaged() const { return was_damaged_; }

  private:
    FolderRecord(FolderStore &store, const Atlas &atlas, std::string session_id,
                 SharedFile journal);
    engine::Result<bool> catch_up();
    engine::Result<engine::Done> reload(const FileStamp &stamp);
    engine::Result<engine::Done> save_locked();
    engine::Result<engine::Done> set_aside(std::string_view bytes, std::size_t good_bytes);
    engine::Result<FileStamp> stamp_now() const;

    FolderStore *store_;
    const Atlas *atlas_;
    std::string id_;
    SharedFile journal_;
    std::uint64_t journal_generation_ = 0;
    std::uint64_t journal_end_ = 0; ///< bytes of it that document_ holds
    FileStamp stamp_;               ///< of the session's file when it was read or written
    std::uint64_t file_revision_ = 0;
    Document document_;
    std::uint64_t revision_ = 0;
    bool was_damaged_ = false;
};

/// The document after those entries of a journal that come after `file`.
engine::Result<SessionFile> replayed(SessionFile file, const std::vector<JournalEntry> &entries,
                                     const Atlas &atlas);

} // namespace app
