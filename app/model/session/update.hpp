/// The only function that makes a new document out of an old one. Pure and total.
#pragma once

#include "base/result.hpp"
#include "model/atlas/atlas.hpp"
#include "model/session/command.hpp"

#include <span>

namespace app {

/// The document after the command, or an Error that says why it cannot be done (level out of range,
/// unknown mark, area or region, closed session); then nothing has changed.
engine::Result<Document> update(const Document &document, const Command &command,
                                const Atlas &atlas);

/// The document after all commands of a log, or the first Error.
engine::Result<Document> replay(Document start, std::span<const Command> log, const Atlas &atlas);

} // namespace app
