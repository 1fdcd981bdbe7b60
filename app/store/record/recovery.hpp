/// What a program finds when it starts after one that ended in the middle of its work.
#pragma once

#include "store/record/store.hpp"

namespace app {

struct Recovered {
    std::string session;
    std::string client;         ///< name
    std::uint64_t commands = 0; ///< that were not in the session's file yet
    bool damaged = false;       ///< lines of its journal could not be read; they were kept aside
    std::string problem;        ///< why it could not be brought into the file; empty: it was
};

/// Brings the journals of sessions that nobody works on into their files, and removes temporary
/// files of programs that are gone. In the order of the sessions' ids.
std::vector<Recovered> recover(FolderStore &store);

/// What the therapist reads of it; empty when there was nothing.
std::string recovery_words(const std::vector<Recovered> &all);

} // namespace app
