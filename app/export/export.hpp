/// Summaries as files for people without the program. One source file per format.
#pragma once

#include "base/result.hpp"
#include "image/image.hpp"
#include "model/summary.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace app {

/// A picture of the marked body; the badges with row numbers are drawn by the format itself.
struct SummaryView {
    std::string_view caption; ///< "Front", "Back", "Left", "Right"
    engine::Image image;      ///< transparent background
    struct Badge {
        int row;    ///< SummaryRow::number
        float x, y; ///< a visible point of the mark, in picture pixels
    };
    std::vector<Badge> badges;
    std::string_view left_word, right_word; ///< side words at the picture's edges; may be empty
};

/// One A4 page. `created_iso` fixes the file's date, so the same summary gives the same bytes.
engine::Result<std::string> export_pdf(const Summary &summary, std::span<const SummaryView> views,
                                       std::string_view created_iso);
/// One self-contained page: no script, no link to anything outside; pictures are embedded.
std::string export_html(const Summary &summary, std::span<const SummaryView> views);
/// The pictures side by side on white, with badges.
engine::Image export_picture(const Summary &summary, std::span<const SummaryView> views);

} // namespace app
