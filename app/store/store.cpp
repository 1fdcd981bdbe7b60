#include "store/store.hpp"

#include "base/file.hpp"
#include "base/uuid.hpp"
#include "model/document_json.hpp"

#include <algorithm>

namespace app {

namespace fs = std::filesystem;

namespace {

fs::path name_of_session(std::string_view session_id) {
    return fs::path("sessions") / (std::string(session_id) + ".json");
}

/// The session in the file, which must be named after it: two files with one id would be two
/// truths.
engine::Result<Document> load_file(const ClinicFiles &files, const fs::path &file,
                                   const Atlas &atlas) {
    const auto text = files.read(file, max_session_bytes);
    if (!text)
        return text.error();
    auto document = from_json(*text, atlas);
    if (document && file.stem() != document->id)
        return engine::Error{"The session in " + file.filename().string() +
                             " belongs in a file with the name " + document->id +
                             ".json. Rename the file, or move it away."};
    return document;
}

bool starts_earlier(const Document &a, const Document &b) {
    if (a.appointment.start.unix_ms != b.appointment.start.unix_ms)
        return a.appointment.start.unix_ms < b.appointment.start.unix_ms;
    return a.id < b.id;
}

} // namespace

engine::Result<FolderStore> FolderStore::open(ClinicFiles files, const Atlas &atlas) {
    if (const auto made = files.make_folder("sessions"); !made)
        return made.error();
    return FolderStore{std::move(files), atlas};
}

engine::Result<FolderStore> FolderStore::open(const fs::path &folder, const Atlas &atlas) {
    auto files = ClinicFiles::open(folder);
    if (!files)
        return files.error();
    return open(std::move(*files), atlas);
}

fs::path FolderStore::session_file(std::string_view session_id) const {
    return files_->path(name_of_session(session_id));
}

engine::Result<engine::Done> FolderStore::save(const Document &document) {
    // An id becomes a file name: only a UUID can not lead out of the folder.
    if (!engine::is_uuid(document.id))
        return engine::Error{"This session has no id yet, so it cannot be saved. Open it first."};
    return files_->write(name_of_session(document.id), to_json(document));
}

engine::Result<Document> FolderStore::load(std::string_view session_id) const {
    if (!engine::is_uuid(session_id))
        return engine::Error{"There is no session with this id. Choose another one."};
    return load_file(*files_, name_of_session(session_id), *atlas_);
}

engine::Result<Shelf> FolderStore::all() const {
    std::error_code failed;
    fs::directory_iterator files{files_->path("sessions"), failed};
    Shelf shelf;
    for (; !failed && files != fs::directory_iterator{}; files.increment(failed)) {
        const fs::path &file = files->path();
        if (file.extension() != ".json")
            continue;
        auto document = load_file(*files_, fs::path("sessions") / file.filename(), *atlas_);
        if (document)
            shelf.sessions.push_back(std::move(*document));
        else
            shelf.unreadable.push_back({file, document.error().message});
    }
    if (failed)
        return engine::Error{"The sessions in " + files_->folder().string() +
                             " cannot be listed (" + failed.message() +
                             "). Check the folder, then start again."};
    std::sort(shelf.sessions.begin(), shelf.sessions.end(), starts_earlier);
    std::sort(shelf.unreadable.begin(), shelf.unreadable.end(),
              [](const Unreadable &a, const Unreadable &b) { return a.file < b.file; });
    return shelf;
}

} // namespace app
