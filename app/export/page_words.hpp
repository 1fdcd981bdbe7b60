/// What all formats of the summary say in the same way: words, colours, which levels are shown.
#pragma once

#include "model/body/level_colors.hpp"
#include "model/page/summary.hpp"
#include "model/page/summary_view.hpp"

namespace app {

namespace print {
inline constexpr Rgb ink = 0x14252A, ink2 = 0x41535A, line = 0xC9CFCF, primary = 0x0B5B64;
inline constexpr Rgb paper = 0xFFFFFF, caution_soft = 0xFDEFD0, on_caution_soft = 0x5E3B00;
inline constexpr int legend_level = 6; ///< the swatches show the colour of this level
} // namespace print

namespace words {
inline constexpr std::string_view example = "Example, not a real person";
inline constexpr std::string_view no_marks = "No areas were marked in this session.";
inline constexpr std::string_view no_level = "no level";
inline constexpr std::string_view no_entry = "–";
inline constexpr std::string_view where = "Where", client_says = "Client says",
                                  therapist = "Therapist";
inline constexpr std::string_view homework = "Homework", no_homework = "None this time.";
inline constexpr std::string_view note = "Note", question = "Question to you";
inline constexpr std::string_view pain = "pain 0 to 10", tight = "tight 0 to 10",
                                  avoid = "do not touch";
inline constexpr std::string_view see_table = "Numbers lead to the table.";
} // namespace words

/// The levels that this summary has; a column without any value is left out.
struct LevelColumns {
    bool last = false, before = false, after = false;
};
LevelColumns level_columns(const Summary &summary);
/// "6 Nov, before, after"
std::string level_head(const Summary &summary, const LevelColumns &columns);
/// One entry a column; empty when the row has no level at all.
std::vector<std::optional<int>> shown_levels(const SummaryRow &row, const LevelColumns &columns);

/// "Front. 1 Calf, left: pain. 3 Shin, right: do not touch."
std::string view_description(const Summary &summary, const SummaryView &view);
const SummaryRow *find_row(const Summary &summary, int number);

} // namespace app
