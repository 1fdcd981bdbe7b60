/// Changes of two people brought together, part by part. Pure.
///
/// A session is a tree of parts. Items of a list are named by their id (marks, homework), their
/// area (focus) or themselves (regions, qualities); paint is one part. "marks/#order" is the order
/// of the marks: it follows what is there and is never in conflict. Signature, amendments and
/// conflicts are no parts.
#pragma once

#include "base/result.hpp"
#include "model/atlas/atlas.hpp"
#include "model/session/command.hpp"

#include <span>

namespace app {

/// All parts that differ. Empty exactly when both have the same parts.
std::vector<PartChange> difference(const Document &from, const Document &to);

/// The document with every part `after` that now is as `before`; parts that are neither stay as
/// they are: somebody else has changed them since. An Error when the whole breaks a rule.
engine::Result<Document> with_changes(const Document &document, std::span<const PartChange> changes,
                                      const Atlas &atlas);
/// The same whatever the parts are now.
engine::Result<Document> with_forced_changes(const Document &document,
                                             std::span<const PartChange> changes,
                                             const Atlas &atlas);

/// What becomes of a command that was meant for `seen` when others have made it `now`: itself where
/// it touches other parts than theirs, else RecordConflict with its version, so that nobody's words
/// are lost. update() accepts `mine` on `seen`.
/// `number`: of the conflict, if it becomes one; greater than those before.
Command rebased(const Command &mine, const Document &seen, const Document &now, const Atlas &atlas,
                int number);

} // namespace app
