// The part of the folder's store that knows clients and what is on the shelf.

#include "base/uuid.hpp"
#include "store/files/client_file.hpp"
#include "store/files/session_name.hpp"
#include "store/record/erase.hpp"
#include "store/record/folder_store.hpp"
#include "store/record/journal.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using engine::Done;
using engine::Error;
using engine::Result;

namespace {

// Files are named after what they hold: two files with one id would be two truths.
Error belongs_elsewhere(const std::filesystem::path &name, const std::string &id) {
    return {"What is in " + name.string() + " belongs in a file with the name " + id +
            ".json. Rename the file, or move it away."};
}

Result<SessionFile> read_session_file(const ClinicFiles &files, const Atlas &atlas,
                                      std::string_view session_id) {
    const auto name = session_name(session_id);
    const auto text = files.read(name, max_session_bytes);
    if (!text)
        return text.error();
    auto session = session_from_json(*text, atlas);
    if (session && session->document.id != session_id)
        return belongs_elsewhere(name, session->document.id);
    return session;
}

Result<Client> read_client_file(const ClinicFiles &files, std::string_view client_id) {
    const auto name = name_of_client(client_id);
    const auto text = files.read(name, max_client_bytes);
    if (!text)
        return text.error();
    auto client = client_from_json(*text);
    if (client && client->who.id != client_id)
        return belongs_elsewhere(name, client->who.id);
    return client;
}

} // namespace

std::unique_ptr<Index> FolderStore::make_index(const ClinicFiles &files, const Atlas &atlas) {
    Index::Readers readers;
    readers.session = [&files, &atlas](const std::string &id) -> Result<Document> {
        auto session = read_session_file(files, atlas, id);
        if (!session)
            return session.error();
        return std::move(session->document);
    };
    readers.client = [&files](const std::string &id) { return read_client_file(files, id); };
    return std::make_unique<Index>(files, std::move(readers));
}

Result<SessionFile> FolderStore::read_session(std::string_view session_id) const {
    return read_session_file(*files_, *atlas_, session_id);
}

Request<std::optional<Client>> FolderStore::client(const std::string &client_id) const {
    if (!files_->has(name_of_client(client_id)))
        return std::optional<Client>{};
    auto client = read_client_file(*files_, client_id);
    if (!client)
        return client.error();
    return std::optional(std::move(*client));
}

/// Nothing is written when nothing is new, nor over a file that cannot be read: the session has its
/// own copy of the name, and the home screen names the file.
Result<Done> FolderStore::keep_client(const Document &document) const {
    const auto known = client(document.client.id);
    if (!known)
        return Done{};
    const Client now = with_session(*known, document);
    if (*known == now)
        return Done{};
    return files_->write(name_of_client(document.client.id), client_to_json(now));
}

Request<Shelf> FolderStore::shelf(const ShelfQuery &query) const {
    return index_->shelf(query);
}

Request<std::vector<Document>> FolderStore::sessions_of(const std::string &client_id) const {
    const auto ids = index_->sessions_of(client_id);
    if (!ids)
        return ids.error();
    std::vector<Document> sessions;
    for (const std::string &id : *ids)
        if (auto session = load(id))
            sessions.push_back(std::move(*session));
    std::ranges::sort(sessions, [](const Document &a, const Document &b) {
        const auto start_a = a.appointment.start.unix_ms, start_b = b.appointment.start.unix_ms;
        return start_a != start_b ? start_a < start_b : a.id < b.id;
    });
    return sessions;
}

Request<ClientCopies> FolderStore::copies_of(const std::string &client_id) const {
    const Error nobody{"There is no client with the id " + client_id + ". Check the id."};
    if (!engine::is_uuid(client_id))
        return nobody;
    const auto ids = all_sessions_of(*this, client_id);
    if (!ids)
        return ids.error();
    ClientCopies copies;
    for (const std::string &id : *ids) {
        if (auto document = load(id)) {
            std::string text = to_json(*document);
            copies.sessions.push_back({id, std::move(text), std::move(*document)});
            continue;
        }
        auto text = files_->read(session_name(id), max_session_bytes);
        if (!text)
            return text.error();
        copies.sessions.push_back({id, std::move(*text), std::nullopt});
    }
    std::ranges::stable_sort(copies.sessions, {}, [](const SessionCopy &copy) {
        return copy.document ? copy.document->appointment.start.unix_ms
                             : std::numeric_limits<std::int64_t>::max();
    });
    if (files_->has(name_of_client(client_id))) {
        auto text = files_->read(name_of_client(client_id), max_client_bytes);
        if (!text)
            return text.error();
        copies.client = std::move(*text);
    }
    if (copies.sessions.empty() && !copies.client)
        return nobody;
    return copies;
}

Request<std::size_t> FolderStore::erase(const Erasure &what) {
    const auto tombstone = erase_client(*this, what.client, what.who, what.at, what.reason);
    if (!tombstone)
        return tombstone.error();
    return static_cast<std::size_t>(tombstone->sessions);
}

Request<Done> FolderStore::forget_examples() {
    constexpr std::size_t most_examples = 100;
    const auto all = shelf({.most = most_examples});
    if (!all)
        return all.error();
    const bool real =
        !all->unreadable.empty() || all->more > 0 ||
        std::ranges::any_of(all->clients, [](const ClientRow &row) { return !row.client.example; });
    if (real)
        return Error{"The folder " + files_->folder().string() +
                     " holds sessions that are not examples. Nothing was changed. Choose another "
                     "folder for the demo with --data."};
    for (const ClientRow &row : all->clients) {
        const auto sessions = sessions_of(row.client.id);
        if (!sessions)
            return sessions.error();
        for (const Document &document : *sessions)
            for (const auto &name : {session_name(document.id), journal_name(document.id)})
                if (const auto removed = files_->remove(name); !removed)
                    return removed.error();
        if (const auto removed = files_->remove(name_of_client(row.client.id)); !removed)
            return removed.error();
    }
    return Done{};
}

} // namespace app
