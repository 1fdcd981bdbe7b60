/// Changes of single parts of a session, and parts that two people changed at once. Plain values.
#pragma once

#include "model/session/mark.hpp"

namespace app {

/// What one part was and is. Parts are named by ids, not by positions, so that changes of two
/// people can be told apart: "marks/0193.../level"; see merge.hpp.
struct PartChange {
    std::string part;
    std::string before, after; ///< JSON text; empty: not there
    friend bool operator==(const PartChange &, const PartChange &) = default;
};

/// Two people changed the same: one version stands in the session, the other one is kept here.
struct Conflict {
    int number = 0; ///< of the command that found it: never used again in a session
    /// What leads from the version that stands to the other one.
    std::vector<PartChange> changes;
    Unknown unknown;
    friend bool operator==(const Conflict &, const Conflict &) = default;
};

/// What the session shall hold from now on. `both` joins texts and takes the other version of
/// everything else.
enum class Version : std::uint8_t { standing, other, both };

} // namespace app
