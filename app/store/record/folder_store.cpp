#include "store/record/folder_store.hpp"

#include "base/file.hpp"
#include "base/uuid.hpp"
#include "model/session/signing.hpp"
#include "model/session/update.hpp"
#include "store/files/session_name.hpp"
#include "store/record/erase.hpp"
#include "store/record/folder_record.hpp"
#include "store/record/journal.hpp"
#include "store/record/recovery.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace fs = std::filesystem;

engine::Result<FolderStore> FolderStore::open(ClinicFiles files, const Atlas &atlas, Actor actor) {
    if (files.is_locked())
        return engine::Error{"The clinic in " + files.folder().string() +
                             " is encrypted. Open it with its passphrase: in Palpate on the first "
                             "page; with palpate-cli in PALPATE_PASSPHRASE or --passphrase-file."};
    for (const char *folder : {"sessions", "clients", "journal"})
        if (const auto made = files.make_folder(folder); !made)
            return made.error();
    FolderStore store{std::move(files), atlas, std::move(actor)};
    // What cannot be deleted now is deleted the next time; until then nothing shows it.
    (void)finish_erasing(store);
    (void)store.audit().begin(); // the first note reports when it cannot be written
    return store;
}

engine::Result<FolderStore> FolderStore::open(const fs::path &folder, const Atlas &atlas,
                                              Actor actor) {
    auto files = ClinicFiles::open(folder);
    if (!files)
        return files.error();
    return open(std::move(*files), atlas, std::move(actor));
}

fs::path FolderStore::session_file(std::string_view session_id) const {
    return files_->path(session_name(session_id));
}

engine::Result<engine::Done> FolderStore::write_session(const SessionFile &session) {
    // An id becomes a file name: only a UUID can not lead out of the folder.
    if (!engine::is_uuid(session.document.id))
        return engine::Error{"This session has no id yet, so it cannot be saved. Open it first."};
    engine::check(!is_from_future(session.document), "update() refuses to change it");
    if (is_erased(*files_, session.document.client.id))
        return engine::Error{"This client was deleted for good, so nothing more can be saved for "
                             "them. Close the session."};
    const fs::path name = session_name(session.document.id);
    // The audit log first: nothing is changed without a line there.
    if (const auto noted = note(files_->has(name) ? Deed::changed : Deed::created, session); !noted)
        return noted;
    return index_->save(session.document, [&]() -> engine::Result<engine::Done> {
        const auto written = files_->write(name, to_json(session.document, session.revision));
        return written ? keep_client(session.document) : written;
    });
}

engine::Result<engine::Done> FolderStore::note(Deed what, const SessionFile &session) {
    if (!audit_.is_on())
        return engine::Done{};
    const Document &document = session.document;
    return audit_.note({.what = what,
                        .session = document.id,
                        .client = document.client.id,
                        .content = content_hash(document),
                        .detail = "revision " + std::to_string(session.revision),
                        .therapist = document.practice.therapist});
}

Request<engine::Done> FolderStore::save(const Document &document) {
    return write_session({document, 0});
}

Request<std::unique_ptr<Record>> FolderStore::create(const OpenSession &first) {
    auto document = update({}, first, *atlas_);
    if (!document)
        return document.error();
    if (files_->has(session_name(document->id)))
        return engine::Error{"There is a session with this id already. Open it, or begin another."};
    if (const auto written = write_session({*document, 1}); !written)
        return written.error();
    return open_record(document->id);
}

Request<bool> FolderStore::has(const std::string &session_id) const {
    return engine::is_uuid(session_id) && files_->has(session_name(session_id));
}

engine::Result<std::unique_ptr<Record>> FolderStore::open_record(std::string_view session_id) {
    auto record = FolderRecord::open(*this, *atlas_, session_id);
    if (!record)
        return record.error();
    return std::unique_ptr<Record>(std::move(*record));
}

Request<std::unique_ptr<Record>> FolderStore::open(const std::string &session_id) {
    if (!engine::is_uuid(session_id))
        return engine::Error{"There is no session with this id. Choose another one."};
    auto record = open_record(session_id);
    // A full disk must not keep a therapist from reading what may not be pressed.
    if (record)
        (void)note(Deed::opened, {(*record)->document(), (*record)->revision()});
    return record;
}

Request<Document> FolderStore::load(const std::string &session_id) const {
    auto session = load_session(session_id);
    if (!session)
        return session.error();
    return std::move(session->document);
}

Request<std::vector<Recovered>> FolderStore::recover() {
    return app::recover(*this);
}

engine::Result<SessionFile> FolderStore::load_session(std::string_view session_id) const {
    if (!engine::is_uuid(session_id))
        return engine::Error{"There is no session with this id. Choose another one."};
    // The journal first: what is moved from it into the file meanwhile is then read twice, not
    // missed.
    std::string journal;
    if (const fs::path name = journal_name(session_id); files_->has(name)) {
        auto bytes = engine::read_file(files_->path(name), max_journal_bytes);
        if (!bytes && files_->has(name))
            return bytes.error();
        journal = bytes ? std::move(*bytes) : std::string();
    }
    auto file = read_session(session_id);
    if (!file)
        return file.error();
    return replayed(std::move(*file), read_journal(*files_, session_id, journal).entries, *atlas_);
}

} // namespace app
