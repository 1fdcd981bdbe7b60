/// Brings an index up to date with the clinic's files. For sources of app/store only.
#pragma once

#include "store/index/index.hpp"
#include "store/index/index_rows.hpp"

namespace app {

/// Of sessions and clients together.
std::string stamps_of_folders(const ClinicFiles &files);

/// Reads the files that are not as the index knows them, in small transactions: others can save
/// meanwhile, and what is killed goes on where it stopped. An Error: the folder cannot be listed;
/// other trouble is the database's.
engine::Result<engine::Done> refresh_index(Database &database, const ClinicFiles &files,
                                           const Index::Readers &readers);

/// The row of one client as its file is now.
void put_client(IndexChange &rows, const ClinicFiles &files, const Index::Readers &readers,
                const std::string &client_id);

} // namespace app
