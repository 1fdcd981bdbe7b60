/// Commands about the session as a record: signature, amendments, versions of two people. For
/// update() only.
#pragma once

#include "base/result.hpp"
#include "model/atlas/atlas.hpp"
#include "model/session/command.hpp"

namespace app {

/// Nothing when a change is done, else why it cannot be.
using Refusal = std::optional<engine::Error>;
Refusal refuse(std::string why);

/// What a closed session still takes.
bool is_for_closed(const Command &command);

Refusal sign(Document &document, const Sign &command);
Refusal amend(Document &document, const Amend &command);
Refusal record(Document &document, const RecordConflict &command);
engine::Result<Document> settled(const Document &document, const SettleConflict &command,
                                 const Atlas &atlas);

} // namespace app
