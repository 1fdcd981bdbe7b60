/// Lines of the audit log and its head as text. For sources of app/store only.
#pragma once

#include "store/audit/audit_log.hpp"

namespace app::audit {

inline constexpr std::string_view log_name = "audit/log.jsonl";
inline constexpr std::string_view head_name = "audit/head.json";
/// No line is longer, sealed ones neither.
inline constexpr std::size_t max_line_bytes = std::size_t{16} << 10U;
inline constexpr std::size_t max_head_bytes = std::size_t{64} << 10U;

/// The last line, so far as somebody has acknowledged it. n 0: none yet.
struct Head {
    std::uint64_t n = 0;
    std::string hash;
    friend bool operator==(const Head &, const Head &) = default;
};

/// The line's text; fills its hash.
std::string to_text(AuditLine &line);
/// An Error says why in half a sentence: "it is not JSON". A line whose hash does not fit its
/// content is one too.
engine::Result<AuditLine> line_from_text(std::string_view text);

std::string to_text(const Head &head);
engine::Result<Head> head_from_text(std::string_view text);

} // namespace app::audit
