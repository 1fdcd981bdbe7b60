/// One session that somebody works on. Others may work on it at the same time, from this or another
/// computer: commands are made durable one after the other, and what others did comes in with it.
#pragma once

#include "base/result.hpp"
#include "model/session/command.hpp"

#include <cstdint>

namespace app {

class Record {
  public:
    virtual ~Record() = default;
    /// The newest that is known, with what others have done.
    virtual const Document &document() const = 0;
    /// The number of commands behind document(), whoever made them.
    virtual std::uint64_t revision() const = 0;
    /// Durable when it returns Done, and document() holds it. Where somebody else has changed the
    /// same part in the meantime, theirs stays and document() holds a Conflict with both versions.
    /// `command` is one that update() accepts on document(). An Error: it is not on the disk.
    virtual engine::Result<engine::Done> commit(const Command &command) = 0;
    /// Takes in what others have done. True: there was something.
    virtual engine::Result<bool> refresh() = 0;
    /// Brings the session's file up to date; until then the newest commands lie in its journal.
    virtual engine::Result<engine::Done> save() = 0;
    /// False: commands lie in the journal.
    virtual bool is_saved() const = 0;
};

} // namespace app
