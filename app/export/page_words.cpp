#include "export/page_words.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace {

bool any_row(const Summary &summary, std::optional<int> SummaryRow::*level) {
    return std::any_of(summary.rows.begin(), summary.rows.end(),
                       [&](const SummaryRow &row) { return (row.*level).has_value(); });
}

} // namespace

LevelColumns level_columns(const Summary &summary) {
    return {any_row(summary, &SummaryRow::last), any_row(summary, &SummaryRow::before),
            any_row(summary, &SummaryRow::after)};
}

std::string level_head(const Summary &summary, const LevelColumns &columns) {
    std::string head;
    const auto add = [&](bool shown, std::string_view word) {
        if (shown)
            head.append(head.empty() ? "" : ", ").append(word);
    };
    add(columns.last, summary.last_date.empty() ? "Last" : summary.last_date);
    add(columns.before, head.empty() ? "Before" : "before");
    add(columns.after, head.empty() ? "After" : "after");
    return head.empty() ? "Level" : head;
}

std::vector<std::optional<int>> shown_levels(const SummaryRow &row, const LevelColumns &columns) {
    std::vector<std::optional<int>> levels;
    if (!row.last && !row.before && !row.after)
        return levels;
    if (columns.last)
        levels.push_back(row.last);
    if (columns.before)
        levels.push_back(row.before);
    if (columns.after)
        levels.push_back(row.after);
    return levels;
}

const SummaryRow *find_row(const Summary &summary, int number) {
    const auto at = std::find_if(summary.rows.begin(), summary.rows.end(),
                                 [&](const SummaryRow &row) { return row.number == number; });
    return at == summary.rows.end() ? nullptr : &*at;
}

std::string view_description(const Summary &summary, const SummaryView &view) {
    std::string text(view.caption);
    text += view.badges.empty() ? " of the body. No marks." : " of the body.";
    for (const SummaryView::Badge &badge : view.badges) {
        const SummaryRow *row = find_row(summary, badge.row);
        if (row == nullptr)
            continue;
        constexpr std::string_view kinds[] = {"pain", "tight", "do not touch"};
        text += " " + std::to_string(badge.row) + " " + row->area + ": ";
        text.append(kinds[static_cast<std::size_t>(row->channel)]).append(".");
    }
    return text;
}

} // namespace app
