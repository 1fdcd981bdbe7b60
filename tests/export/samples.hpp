/// Summaries and pictures to export in tests.
#pragma once

#include "export/export.hpp"
#include "temp_folder.hpp"

#include <filesystem>
#include <string>

namespace samples {

inline constexpr std::string_view created = "2026-11-20T17:00:00+01:00";

/// Whether `part` stands in `text`.
inline bool has(const std::string &text, const std::string &part) {
    return text.find(part) != std::string::npos;
}

/// Two marks with levels and one to avoid, homework, a question.
app::Summary summary();
/// `rows` marked areas, with long words in many scripts.
app::Summary huge(int rows);
/// A stick figure as picture, with badges for the first `rows` rows in it.
app::SummaryView view(std::string_view caption, int rows);
std::vector<app::SummaryView> four_views(int rows);

/// An own folder that is removed at the end.
class Folder : public test::TempFolder {
  public:
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;
};

/// What a program prints; its exit code is 0 or the test fails.
std::string output_of(const std::string &command);

} // namespace samples
