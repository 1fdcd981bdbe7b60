/// Summaries as files for people without the program. One source file per format.
#pragma once

#include "base/result.hpp"
#include "model/page/handout.hpp"
#include "model/page/summary.hpp"
#include "model/page/summary_view.hpp"

#include <span>
#include <string>
#include <string_view>

namespace app {

/// One A4 page. `created_iso` fixes the file's date, so the same summary gives the same bytes.
engine::Result<std::string> export_pdf(const Summary &summary, std::span<const SummaryView> views,
                                       std::string_view created_iso);
/// The client's homework on as many A4 pages as it needs, with boxes to tick.
engine::Result<std::string> export_handout(const Handout &handout,
                                           std::span<const SummaryView> views,
                                           std::string_view created_iso);
/// One self-contained page: no script, no link to anything outside; pictures are embedded.
std::string export_html(const Summary &summary, std::span<const SummaryView> views);
/// The pictures side by side on white, with badges.
engine::Image export_picture(const Summary &summary, std::span<const SummaryView> views);

} // namespace app
