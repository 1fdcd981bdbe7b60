// The part of the store that knows clients and what is on the shelf.

#include "store/record/store.hpp"

#include <algorithm>
#include <filesystem>
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

Result<std::optional<Client>> FolderStore::client(std::string_view client_id) const {
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
    auto known = client(document.client.id);
    if (!known)
        return Done{};
    const Client now = with_session(*known, document);
    if (*known == now)
        return Done{};
    return files_->write(name_of_client(document.client.id), client_to_json(now));
}

Result<Shelf> FolderStore::shelf(const ShelfQuery &query) const {
    return index_->shelf(query);
}

Result<std::vector<Document>> FolderStore::sessions_of(std::string_view client_id) const {
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

} // namespace app
