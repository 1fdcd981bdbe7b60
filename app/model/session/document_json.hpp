/// The session file: one JSON object (assets/schema/session-2.schema.json). The only place that
/// knows how a Document is written.
#pragma once

#include "base/result.hpp"
#include "model/session/rules.hpp"

#include <string>
#include <string_view>

namespace app {

/// A larger file is no session and is not read.
inline constexpr std::size_t max_session_bytes = 16 * 1024 * 1024;

/// A session as it lies in its file.
struct SessionFile {
    Document document;
    std::uint64_t revision = 0; ///< number of commands behind it; 0: it came from elsewhere
};

/// Two spaces of indent, known fields in a fixed order, then those that were unknown on load.
std::string to_json(const Document &document, std::uint64_t revision = 0);

/// The session, or what is wrong with the text and what to do. Older versions are migrated; of a
/// later version (see is_from_future()) what this one understands.
engine::Result<SessionFile> session_from_json(std::string_view text, const Atlas &atlas);
engine::Result<Document> from_json(std::string_view text, const Atlas &atlas);

/// Everything that is wrong with the text; empty exactly when from_json() succeeds.
Problems problems(std::string_view text, const Atlas &atlas);

} // namespace app
