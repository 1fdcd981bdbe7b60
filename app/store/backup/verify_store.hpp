/// Whether everything in a clinic's folder can be read and is what it should be.
#pragma once

#include "store/backup/backup.hpp"
#include "store/record/folder_store.hpp"

namespace app {

/// Every session with its journal, client, tombstone, the settings, and the audit log. Changes
/// nothing. `files` is unlocked.
Checked verify_store(const ClinicFiles &files, const Atlas &atlas);

/// A session with its journal, read without changing anything; an Error says what is wrong with it.
engine::Result<Document> check_session(const ClinicFiles &files, const Atlas &atlas,
                                       const std::string &id);

} // namespace app
