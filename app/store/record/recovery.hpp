/// FolderStore::recover(). For sources of app/store only.
#pragma once

#include "store/record/folder_store.hpp"

#include <vector>

namespace app {

/// Brings the journals of sessions that nobody works on into their files, and removes temporary
/// files of programs that are gone. In the order of the sessions' ids.
std::vector<Recovered> recover(FolderStore &store);

} // namespace app
