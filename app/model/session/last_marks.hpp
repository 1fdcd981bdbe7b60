/// The marks of the client's last session, and what today's says of them. Pure.
#pragma once

#include "model/session/document.hpp"

#include <span>

namespace app {

/// How strong it was when that session began, as the brief and the summary compare; empty for avoid
/// marks and marks without a number.
std::optional<int> last_level(const Mark &mark);

/// How strong the place was when the session before began, in the same channel: what the client was
/// told, else the newest of `past`. None: there is nothing to compare with.
std::optional<int> level_last_time(const Mark &mark, std::span<const Document> past);

/// What is worth asking about again: pain and tightness, and places to avoid;
/// the strongest first. Of the newest session that is older than today's; none without one.
std::vector<const Mark *> last_marks(std::span<const Document> past);

/// Today's mark that goes on from this one; null: none.
const Mark *mark_carried_from(const Document &today, const Mark &last);
/// Whether the client has said what became of it.
bool is_answered(const Document &today, const Mark &last);

} // namespace app
