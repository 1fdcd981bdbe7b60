/// What a store finds when it is opened after a program that ended in the middle of its work.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace app {

struct Recovered {
    std::string session;
    std::string client;         ///< name
    std::uint64_t commands = 0; ///< that were not in the session's file yet
    bool damaged = false;       ///< lines of its journal could not be read; they were kept aside
    std::string problem;        ///< why it could not be brought into the file; empty: it was
};

/// What the therapist reads of it; empty when there was nothing.
std::string recovery_words(const std::vector<Recovered> &all);

} // namespace app
