/// One session that somebody works on. Others may work on it at the same time, from this or another
/// computer: commands are made durable one after the other, and what others did comes in with it.
#pragma once

#include "base/result.hpp"
#include "model/atlas/atlas.hpp"
#include "model/session/command.hpp"
#include "records/committed.hpp"

#include <cstdint>

namespace app {

class Record {
  public:
    virtual ~Record() = default;
    /// The newest that is known, with what others have done.
    virtual const Document &document() const = 0;
    /// The number of commands behind document(), whoever made them.
    virtual std::uint64_t revision() const = 0;
    /// `next` is what update() makes of `command` on document(): it runs once for each command.
    /// Once the command is kept, document() holds it. Where somebody else has changed the same part
    /// in the meantime, theirs stays, document() holds a Conflict with both versions, and the
    /// outcome says so.
    virtual Committed commit(const Command &command, Document next) = 0;
    /// Takes in what others have done. True: there was something.
    virtual engine::Result<bool> refresh() = 0;
    /// Brings what readers of the session see up to date; until then the newest commands lie in its
    /// journal.
    virtual engine::Result<engine::Done> save() = 0;
    /// False: commands lie in the journal.
    virtual bool is_saved() const = 0;
};

/// update() and commit(): refused where the command does not fit document().
Committed commit(Record &record, const Command &command, const Atlas &atlas);

} // namespace app
