#include "export/canvas.hpp"
#include "export/export.hpp"
#include "export/figures.hpp"
#include "export/pdf_paper.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using engine::Rect;
using engine::Result;

namespace {

using paper::content_width;
using paper::footer_top;
using paper::margin;
constexpr float page_width = paper::width;
constexpr float most_figure_height = 262, least_figure_height = 150;

/// How much of everything fits: the first of ladder() that keeps the page's end.
struct Fit {
    float figure_height = most_figure_height;
    float scale = 1;       ///< of text and space
    int cell_lines = 0;    ///< lines in a table cell; 0: all
    int text_lines = 0;    ///< lines of headline, note, question; 0: all
    std::size_t rows = 0;  ///< of the table
    std::size_t items = 0; ///< of each list
};

/// From generous to tight: smaller pictures, then closer lines, then shorter texts and lists.
std::vector<Fit> ladder(const Summary &summary) {
    Fit fit;
    fit.rows = summary.rows.size();
    fit.items = std::max(summary.done.size(), summary.homework.size());
    std::vector<Fit> steps{fit};
    const auto step = [&] { steps.push_back(fit); };
    for (; fit.figure_height > least_figure_height; step())
        fit.figure_height -= 14;
    for (; fit.scale > 0.83F; step())
        fit.scale -= 0.04F;
    fit.cell_lines = 3;
    fit.text_lines = 4;
    step();
    fit.cell_lines = 1;
    step();
    constexpr std::size_t few_items = 6, few_rows = 8;
    for (; fit.items > few_items; step())
        --fit.items;
    for (; fit.rows > few_rows; step())
        --fit.rows;
    fit.text_lines = 2;
    step();
    for (; fit.items > 1 || fit.rows > 1; step()) {
        fit.items -= fit.items > 1 ? 1 : 0;
        fit.rows -= fit.rows > 1 ? 1 : 0;
    }
    return steps;
}

std::string left_out(std::size_t count, std::string_view what) {
    return "and " + std::to_string(count) + " more" + (what.empty() ? "" : " ") +
           std::string(what) + ": see the HTML page";
}

class Page {
  public:
    Page(cairo_surface_t *surface, const Summary &summary, std::span<const SummaryView> views,
         const Fit &fit)
        : canvas_(surface), summary_(summary), views_(views), fit_(fit) {}

    /// Draws all; returns where the content ends, without the footer.
    float draw() {
        example();
        header();
        if (!summary_.headline.empty())
            paragraph({.size = sized(11.4F), .weight = PANGO_WEIGHT_MEDIUM, .spacing = 1.2F}, 0,
                      summary_.headline);
        figures();
        table();
        lists();
        note();
        question();
        legend();
        footer();
        return y_;
    }

  private:
    float sized(float points) const { return points * fit_.scale; }
    void space(float points) { y_ += points * fit_.scale; }

    TextStyle small() const { return {.size = sized(9.6F), .spacing = 1.12F}; }
    TextStyle strong() const {
        TextStyle style = small();
        style.weight = PANGO_WEIGHT_SEMIBOLD;
        return style;
    }
    TextStyle section() const { return {.size = sized(12.2F), .weight = PANGO_WEIGHT_SEMIBOLD}; }

    void paragraph(TextStyle style, float indent, std::string_view words) {
        style.max_lines = fit_.text_lines;
        y_ += canvas_.text({margin + indent, y_}, content_width - 2 * indent, style, words);
    }

    void example() {
        if (summary_.example)
            paper::example_pill(canvas_);
    }

    void header() {
        constexpr float left = content_width * 0.52F, right = content_width - left - 12;
        const float x = page_width - margin - right;
        canvas_.text(
            {x, y_ + 1}, right,
            {.size = 10, .weight = PANGO_WEIGHT_SEMIBOLD, .align = Align::right, .max_lines = 1},
            summary_.client);
        canvas_.text({x, y_ + 16}, right, {.size = 10, .align = Align::right, .max_lines = 1},
                     summary_.when);
        y_ += canvas_.text(
                  {margin, y_ - 5}, left,
                  {.size = 18.4F, .weight = PANGO_WEIGHT_SEMIBOLD, .display = true, .max_lines = 1},
                  summary_.title) -
              6;
        y_ += canvas_.text({margin, y_}, left, {.size = 10, .max_lines = 2}, summary_.from) + 7;
        canvas_.line({margin, y_}, {page_width - margin, y_}, 2, print::primary);
        y_ += 9;
    }

    void figures() {
        constexpr FigureStyle style{.badge = 16.5F, .words = 8.8F, .caption = 9.6F};
        const Rect area{margin, y_ + 14 * fit_.scale, content_width, fit_.figure_height};
        const PlacedFigures placed = place_figures(views_, area, style);
        if (placed.views.empty())
            return space(10);
        draw_figures(canvas_, placed, style);
        y_ = area.y + placed.height();
        space(2);
    }

    struct Column {
        float x, width;
    };
    static constexpr Column number{0, 17}, where{23, 172}, says{203, 100}, levels{311, 92},
        therapist{410, content_width - 410};

    float cell(const Column &column, const TextStyle &style, std::string_view words) {
        if (words.empty())
            return 0;
        TextStyle limited = style;
        limited.max_lines = fit_.cell_lines;
        return canvas_.text({margin + column.x, y_}, column.width, limited, words);
    }

    void table() {
        if (summary_.rows.empty()) {
            space(4);
            paragraph(small(), 0, words::no_marks);
            return;
        }
        const LevelColumns columns = level_columns(summary_);
        const TextStyle head{.size = sized(8.6F),
                             .weight = PANGO_WEIGHT_SEMIBOLD,
                             .color = print::ink2,
                             .max_lines = 1};
        space(4);
        canvas_.text({margin + where.x, y_}, where.width, head, words::where);
        canvas_.text({margin + says.x, y_}, says.width, head, words::client_says);
        canvas_.text({margin + levels.x, y_}, levels.width + 6, head,
                     level_head(summary_, columns));
        y_ += canvas_.text({margin + therapist.x, y_}, therapist.width, head, words::therapist);
        space(3.5F);
        canvas_.line({margin, y_}, {page_width - margin, y_}, 1.1F, print::ink);
        const std::size_t shown = std::min(fit_.rows, summary_.rows.size());
        for (std::size_t i = 0; i < shown; ++i)
            row(summary_.rows[i], columns);
        if (shown < summary_.rows.size()) {
            space(3);
            paragraph(strong(), 0,
                      left_out(summary_.rows.size() - shown,
                               summary_.rows.size() - shown == 1 ? "area" : "areas"));
        }
    }

    void row(const SummaryRow &row, const LevelColumns &columns) {
        space(4);
        const float badge = sized(16.5F), top = y_;
        canvas_.row_badge({margin + number.x, top, badge, badge}, row.number);
        space(1);
        const float area = cell(where, strong(), row.area);
        y_ += area;
        TextStyle structures = small();
        structures.size = sized(8.8F);
        const float first = area + cell(where, structures, row.structures);
        y_ -= area;
        const float second = cell(says, small(), row.client_says);
        const float last = cell(therapist, small(), row.therapist);
        draw_levels(row, shown_levels(row, columns));
        y_ = std::max(top + badge, y_ + std::max({first, second, last}));
        space(4);
        canvas_.line({margin, y_}, {page_width - margin, y_}, 0.6F, print::line);
    }

    void draw_levels(const SummaryRow &row, const std::vector<std::optional<int>> &shown) {
        if (shown.empty()) {
            cell(levels, small(), words::no_level);
            return;
        }
        const float radius = sized(8), height = sized(14.5F);
        float x = margin + levels.x;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            if (i > 0) {
                canvas_.text_in({x, y_, sized(14.5F), height}, {.size = sized(10.5F)}, "→");
                x += sized(14.5F);
            }
            const Rect box{x, y_, 2 * radius, height};
            if (shown[i])
                canvas_.level_badge(box.center(), radius, row.channel, *shown[i]);
            else
                canvas_.text_in(box, small(), words::no_entry);
            x += 2 * radius;
        }
    }

    void lists() {
        space(11);
        constexpr float gap = 18, width = (content_width - gap) / 2;
        const float top = y_;
        const float left = list(margin, width, summary_.done_title, summary_.done, "");
        y_ = top;
        const float right = list(margin + width + gap, width, words::homework, summary_.homework,
                                 summary_.stop_rule);
        y_ = std::max(left, right);
    }

    float list(float x, float width, std::string_view title, const std::vector<std::string> &items,
               std::string_view last) {
        if (title.empty() && items.empty())
            return y_;
        y_ += canvas_.text({x, y_}, width, section(), title);
        space(3);
        TextStyle style = small();
        const auto entry = [&](const TextStyle &text, std::string_view words) {
            y_ += canvas_.text({x, y_}, width, text, words);
            space(1.8F);
        };
        style.max_lines = fit_.cell_lines == 0 ? 0 : fit_.cell_lines + 1;
        const std::size_t shown = std::min(fit_.items, items.size());
        for (std::size_t i = 0; i < shown; ++i)
            entry(style, items[i]);
        if (shown < items.size())
            entry(strong(), left_out(items.size() - shown, ""));
        if (items.empty())
            entry(style, words::no_entry);
        if (!last.empty())
            entry(strong(), last);
        return y_;
    }

    void note() {
        if (summary_.note.empty())
            return;
        space(9);
        y_ += canvas_.text({margin, y_}, content_width, section(), words::note);
        space(3);
        paragraph(small(), 0, summary_.note);
    }

    void question() {
        if (summary_.question.empty())
            return;
        space(12);
        const float pad = sized(9), top = y_;
        const float title =
            canvas_.text({margin + 12, y_ + pad}, content_width - 24, section(), words::question);
        y_ += pad + title + sized(2);
        paragraph(small(), 12, summary_.question);
        y_ += pad;
        canvas_.frame({margin + 0.7F, top, content_width - 1.4F, y_ - top}, 7, print::primary,
                      1.4F);
    }

    void legend() {
        space(10);
        const float size = sized(14);
        constexpr std::pair<Channel, std::string_view> entries[] = {{Channel::pain, words::pain},
                                                                    {Channel::tight, words::tight},
                                                                    {Channel::avoid, words::avoid}};
        const TextStyle text{.size = sized(9)};
        float x = margin;
        for (const auto &[channel, word] : entries) {
            canvas_.swatch({x + 0.6F, y_ + 0.6F, size - 1.2F, size - 1.2F}, channel);
            canvas_.text({x + size + 5, y_ + sized(1.5F)}, 120, text, word);
            x += size + 5 + canvas_.text_width(text, word) + 14;
        }
        y_ += size;
    }

    void footer() {
        constexpr float left = content_width * 0.72F, right = content_width - left;
        float y = footer_top;
        canvas_.line({margin, y}, {page_width - margin, y}, 0.6F, print::line);
        y += 7;
        TextStyle style{.size = 9, .max_lines = 1};
        const float line = canvas_.text({margin, y}, left, style, summary_.signature);
        canvas_.text({margin, y + line + 1}, left, style, summary_.disclaimer);
        style.align = Align::right;
        canvas_.text({margin + left, y}, right, style, "Page 1 of 1");
        style.weight = PANGO_WEIGHT_SEMIBOLD;
        canvas_.text({margin + left, y + line + 1}, right, style, summary_.consent);
    }

    Canvas canvas_;
    const Summary &summary_;
    std::span<const SummaryView> views_;
    const Fit &fit_;
    float y_ = 34; ///< where the next block begins
};

float content_end(const Summary &summary, std::span<const SummaryView> views, const Fit &fit) {
    const Surface paper(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
    return Page(paper.get(), summary, views, fit).draw();
}

/// The ladder goes from long to short, so halving it finds the first step that fits.
Fit best_fit(const Summary &summary, std::span<const SummaryView> views) {
    const std::vector<Fit> steps = ladder(summary);
    const auto too_long = [&](const Fit &fit) {
        return content_end(summary, views, fit) > footer_top - 6;
    };
    const auto found = std::partition_point(steps.begin(), steps.end(), too_long);
    return found == steps.end() ? steps.back() : *found;
}

} // namespace

Result<std::string> export_pdf(const Summary &summary, std::span<const SummaryView> views,
                               std::string_view created_iso) {
    return paper::pdf_of(summary.title, created_iso, [&](cairo_surface_t *page) {
        Page(page, summary, views, best_fit(summary, views)).draw();
    });
}

} // namespace app
