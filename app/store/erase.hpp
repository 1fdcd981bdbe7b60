/// Deletes one client for good: sessions, journals, the client's file, what the index holds, and
/// the summaries in the clinic's folder. A tombstone without a name stays. Backups that were made
/// before still hold the client; they must be deleted too.
#pragma once

#include "store/store.hpp"

namespace app {

/// What stays of a client who was deleted: tombstones/<client id>.json.
struct Tombstone {
    std::string client; ///< id
    engine::Timestamp at;
    std::string who;
    std::string reason; ///< in the words of who deleted; may be empty
    std::uint64_t sessions = 0, files = 0;
};

/// "tombstones/<uuid>.json"
std::filesystem::path tombstone_name(std::string_view client_id);
std::string tombstone_to_json(const Tombstone &tombstone);
engine::Result<Tombstone> tombstone_from_json(std::string_view text);

/// Whether the client was deleted for good: one look at a file name.
bool is_erased(const ClinicFiles &files, std::string_view client_id);

/// The client's sessions, oldest first, and how many sessions cannot be read: each of these may be
/// of this client or not.
struct ClientSessions {
    std::vector<Document> sessions;
    std::vector<Unreadable> unreadable;
};
engine::Result<ClientSessions> sessions_of(const Store &store, std::string_view client_id);

/// Needs an actor with a clock. When it returns Done nothing of the client is left in the clinic's
/// folder but the tombstone. Killed in the middle, or on an Error after the tombstone is written,
/// finish_erasing() does the rest. `summaries`: where exported pages of this clinic lie.
engine::Result<Tombstone> erase_client(FolderStore &store, std::string_view client_id,
                                       const std::string &reason);

/// For a start of the program: deletes what is left of clients with a tombstone. True: there was
/// something.
engine::Result<bool> finish_erasing(FolderStore &store);

} // namespace app
