/// Deletes one client for good: sessions, journals, the client's file, what the index holds, and
/// the summaries in the clinic's folder. A tombstone without a name stays. Backups that were made
/// before still hold the client; they must be deleted too.
#pragma once

#include "store/record/folder_store.hpp"

namespace app {

/// What stays of a client who was deleted: tombstones/<client id>.json.
struct Tombstone {
    std::string client; ///< id
    engine::Timestamp at;
    std::string who;
    std::string reason;         ///< in the words of who deleted; may be empty
    std::uint64_t sessions = 0; ///< that were deleted
    bool finished = false;      ///< nothing is left of them
};

/// "tombstones/<uuid>.json"
std::filesystem::path tombstone_name(std::string_view client_id);
std::string tombstone_to_json(const Tombstone &tombstone);
engine::Result<Tombstone> tombstone_from_json(std::string_view text);

/// Whether the client was deleted for good: one look at a file name.
bool is_erased(const ClinicFiles &files, std::string_view client_id);

/// Ids of all sessions of the client, found by reading every file: what an index says is not enough
/// to delete by. A file that cannot be read and names the client counts as theirs.
engine::Result<std::vector<std::string>> all_sessions_of(const FolderStore &store,
                                                         std::string_view client_id);

/// When it returns Done nothing of the client is left in the clinic's folder but the tombstone.
/// Killed in the middle, or on an Error after the tombstone is written, the next open of the store
/// does the rest. Pages in summaries/ go by the client's name: those of a namesake go too, and can
/// be written again. `reason` holds no name.
engine::Result<Tombstone> erase_client(FolderStore &store, std::string_view client_id,
                                       const std::string &who, engine::Timestamp at,
                                       const std::string &reason);

/// Deletes what is left of clients whose tombstone is not finished. FolderStore::open() calls it;
/// it costs nothing where nobody was deleted.
engine::Result<engine::Done> finish_erasing(FolderStore &store);

} // namespace app
