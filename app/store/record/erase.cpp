#include "store/record/erase.hpp"

#include "base/file.hpp"
#include "base/uuid.hpp"
#include "model/text/file_words.hpp"
#include "store/disk/shared_file.hpp"
#include "store/files/client_file.hpp"
#include "store/index/index.hpp"
#include "store/record/journal.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace app {

namespace fs = std::filesystem;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr std::size_t max_tombstone_bytes = std::size_t{64} << 10U;

/// The names in a folder of the clinic, sorted; none where there is no folder.
Result<std::vector<fs::path>> names_in(const ClinicFiles &files, const fs::path &folder) {
    std::vector<fs::path> names;
    if (!files.has(folder))
        return names;
    std::error_code failed;
    for (fs::directory_iterator at{files.path(folder), failed}, end; !failed && at != end;
         at.increment(failed))
        names.push_back(folder / at->path().filename());
    if (failed)
        return Error{"The folder " + files.path(folder).string() + " cannot be listed (" +
                     failed.message() + "). Check the folder, then try again."};
    std::ranges::sort(names);
    return names;
}

/// Reading the text costs a tenth of making a session of it.
bool is_of(const FolderStore &store, const fs::path &name, std::string_view client_id) {
    const auto text = store.files().read(name, max_session_bytes);
    if (!text || text->find(client_id) == std::string::npos)
        return false;
    const auto session = store.read_session(name.stem().string());
    return !session || session->document.client.id == client_id;
}

/// Deletes everything of one client.
class Eraser {
  public:
    Eraser(FolderStore &store, std::string client)
        : store_(&store), files_(&store.files()), client_(std::move(client)) {}

    Result<Done> run();

  private:
    Result<Done> remove_session(const std::string &id);
    Result<Done> remove_named(const fs::path &folder, std::string_view beginning);
    Result<Done> remove_summaries();
    void remember_name(const ClientRef &client);

    FolderStore *store_;
    const ClinicFiles *files_;
    std::string client_;
    std::set<std::string> file_words_; ///< of the client's names, in the names of summaries
};

Result<Done> Eraser::run() {
    if (const auto text = files_->read(name_of_client(client_), max_client_bytes))
        if (const auto client = client_from_json(*text))
            remember_name(client->who);
    // The summaries need the names that only the sessions hold: those are removed last.
    const auto ids = all_sessions_of(*store_, client_);
    if (!ids)
        return ids.error();
    for (const std::string &id : *ids)
        if (const auto session = store_->read_session(id))
            remember_name(session->document.client);
    if (const auto removed = remove_summaries(); !removed)
        return removed;
    if (const auto removed = remove_named("clients", client_); !removed)
        return removed;
    // An index that others have open is theirs no more: what asks next makes a new one.
    Index::remove(*files_);
    for (const std::string &id : *ids)
        if (const auto removed = remove_session(id); !removed)
            return removed;
    Index::remove(*files_);
    return Done{};
}

void Eraser::remember_name(const ClientRef &client) {
    if (!client.name.empty())
        file_words_.insert(file_words(client.name));
}

Result<Done> Eraser::remove_session(const std::string &id) {
    auto journal = SharedFile::open(files_->path(journal_name(id)));
    if (!journal)
        return journal.error();
    const auto lock = FileLock::take(*journal);
    if (!lock)
        return lock.error();
    // Emptied first, removed last: whoever works on the session would make a new one, until the
    // session's file is gone.
    if (const auto emptied = journal->cut(0); !emptied)
        return emptied;
    if (const auto removed = remove_named("journal", id + ".damaged"); !removed)
        return removed;
    if (const auto removed = remove_named("sessions", id + "."); !removed)
        return removed;
    return files_->remove(journal_name(id));
}

/// And what programs that were killed have left beside it.
Result<Done> Eraser::remove_named(const fs::path &folder, std::string_view beginning) {
    const auto names = names_in(*files_, folder);
    if (!names)
        return names.error();
    // The last first: what was left beside a file, then the file.
    for (auto name = names->rbegin(); name != names->rend(); ++name)
        if (name->filename().string().starts_with(beginning))
            if (const auto removed = files_->remove(*name); !removed)
                return removed;
    return Done{};
}

Result<Done> Eraser::remove_summaries() {
    const auto names = names_in(*files_, "summaries");
    if (!names)
        return names.error();
    for (const fs::path &name : *names) {
        const std::string file = name.filename().string();
        const bool theirs = std::ranges::any_of(file_words_, [&](const std::string &words) {
            return file.find("-" + words + "-summary.") != std::string::npos;
        });
        if (theirs)
            if (const auto removed = files_->remove(name); !removed)
                return removed;
    }
    return Done{};
}

Result<Done> write_tombstone(const ClinicFiles &files, const Tombstone &tombstone) {
    if (const auto made = files.make_folder("tombstones"); !made)
        return made;
    return files.write(tombstone_name(tombstone.client), tombstone_to_json(tombstone));
}

Result<Done> erase_rest(FolderStore &store, Tombstone &tombstone) {
    const auto noted =
        store.audit().note({.what = Deed::deleted,
                            .client = tombstone.client,
                            .detail = std::to_string(tombstone.sessions) + " sessions",
                            .therapist = tombstone.who});
    if (!noted)
        return noted;
    if (const auto gone = Eraser(store, tombstone.client).run(); !gone)
        return gone;
    tombstone.finished = true;
    return write_tombstone(store.files(), tombstone);
}

} // namespace

Result<std::vector<std::string>> all_sessions_of(const FolderStore &store,
                                                 std::string_view client_id) {
    const auto names = names_in(store.files(), "sessions");
    if (!names)
        return names.error();
    std::vector<std::string> ids;
    for (const fs::path &name : *names)
        if (name.extension() == ".json" && engine::is_uuid(name.stem().string()) &&
            is_of(store, name, client_id))
            ids.push_back(name.stem().string());
    return ids;
}

Result<Tombstone> erase_client(FolderStore &store, std::string_view client_id,
                               const std::string &who, engine::Timestamp at,
                               const std::string &reason) {
    const auto sessions = engine::is_uuid(client_id)
                              ? all_sessions_of(store, client_id)
                              : Result<std::vector<std::string>>(std::vector<std::string>{});
    if (!sessions)
        return sessions.error();
    if (sessions->empty() && !store.files().has(name_of_client(client_id)))
        return Error{"There is no client with the id " + std::string(client_id) +
                     ". Nothing was deleted."};
    Tombstone tombstone{.client = std::string(client_id),
                        .at = at,
                        .who = who,
                        .reason = reason,
                        .sessions = sessions->size()};
    if (const auto written = write_tombstone(store.files(), tombstone); !written)
        return written.error();
    if (const auto gone = erase_rest(store, tombstone); !gone)
        return Error{"The client is not deleted completely yet: " + gone.error().message +
                     " What is left is deleted when the clinic's folder is opened the next time."};
    return tombstone;
}

Result<Done> finish_erasing(FolderStore &store) {
    const auto names = names_in(store.files(), "tombstones");
    if (!names)
        return names.error();
    for (const fs::path &name : *names) {
        const auto text = name.extension() == ".json"
                              ? store.files().read(name, max_tombstone_bytes)
                              : Result<std::string>{Error{}};
        auto tombstone = text ? tombstone_from_json(*text) : Result<Tombstone>{Error{}};
        if (!tombstone || tombstone->finished)
            continue;
        if (const auto gone = erase_rest(store, *tombstone); !gone)
            return gone;
    }
    return Done{};
}

} // namespace app
