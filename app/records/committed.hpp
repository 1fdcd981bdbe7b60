/// How a change of the records ended: one type for every kind of store.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>

namespace app {

enum class CommitOutcome : std::uint8_t {
    durable,     ///< it outlives the program and the power
    queued,      ///< it is kept here, and on its way
    conflict,    ///< durable, beside what somebody else wrote in the same place meanwhile
    refused,     ///< it is not allowed; trying again changes nothing
    not_written, ///< it could not be kept; the same may go well later
};

struct Committed {
    CommitOutcome outcome = CommitOutcome::durable;
    std::string sentence = {}; ///< of refused and not_written: what is wrong, what to do

    /// Whether somebody keeps it.
    bool ok() const {
        return outcome != CommitOutcome::refused && outcome != CommitOutcome::not_written;
    }
    explicit operator bool() const { return ok(); }
    engine::Error error() const { return {sentence}; }
};

inline Committed refused(const engine::Error &error) {
    return {CommitOutcome::refused, error.message};
}
inline Committed not_written(const engine::Error &error) {
    return {CommitOutcome::not_written, error.message};
}

} // namespace app
