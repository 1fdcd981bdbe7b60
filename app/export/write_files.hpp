/// A summary as files in a folder: what the share screen, the demo and the command line all call.
#pragma once

#include "export/export.hpp"

#include <filesystem>

namespace app {

enum class Format : std::uint8_t { pdf, html, png };
/// "pdf"
std::string_view word(Format format);

/// Writes "2026-11-20-maya-lindgren-summary.pdf" and so on, each file in full or not at all, and
/// nothing before all bytes are made. The day is `created_iso`'s. Makes the folder when it is
/// missing.
engine::Result<std::vector<std::filesystem::path>>
write_summary_files(const Summary &summary, std::span<const SummaryView> views,
                    const std::filesystem::path &folder, std::span<const Format> formats,
                    std::string_view created_iso);

/// Writes one file, "2026-11-20-maya-lindgren-homework.pdf" for the last part "homework.pdf".
engine::Result<std::filesystem::path>
write_client_file(const std::filesystem::path &folder, std::string_view client,
                  std::string_view last_part, std::string_view bytes, std::string_view created_iso);

} // namespace app
