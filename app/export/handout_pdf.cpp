#include "export/export.hpp"
#include "export/figures.hpp"
#include "export/pdf_paper.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace app {

using engine::Rect;
using engine::Result;
using paper::content_width;
using paper::margin;

namespace {

constexpr float badge = 22, tick_box = 19, table_width = 7 * tick_box, gap = 16;
constexpr int weeks = 2;
constexpr std::array<std::string_view, 7> weekdays{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

const TextStyle name_style{.size = 13, .weight = PANGO_WEIGHT_SEMIBOLD};
const TextStyle body_style{.size = 11.5F, .spacing = 1.18F};
const TextStyle strong_style{.size = 11.5F, .weight = PANGO_WEIGHT_SEMIBOLD, .spacing = 1.18F};
const TextStyle section_style{.size = 15, .weight = PANGO_WEIGHT_SEMIBOLD};
const TextStyle small_style{.size = 9.5F, .color = print::ink2};

class Sheet {
  public:
    Sheet(cairo_surface_t *surface, const Handout &handout, std::span<const SummaryView> views)
        : surface_(surface), canvas_(surface), handout_(handout), views_(views) {}

    void draw() {
        header();
        figures();
        if (!handout_.begin.empty())
            paragraph(strong_style, handout_.begin);
        for (const HandoutItem &item : handout_.items)
            exercise(item);
        if (handout_.items.empty())
            paragraph(body_style, "No exercises this time.");
        list("After the session", handout_.aftercare);
        if (!handout_.next_session.empty())
            paragraph(strong_style, handout_.next_session);
        if (!handout_.call.empty())
            paragraph(body_style, handout_.call);
        footer();
    }

  private:
    void header() {
        if (handout_.example)
            paper::example_pill(canvas_);
        y_ += canvas_.text({margin, y_}, content_width,
                           {.size = 22, .weight = PANGO_WEIGHT_SEMIBOLD, .display = true},
                           handout_.title) +
              2;
        y_ += canvas_.text({margin, y_}, content_width, body_style, handout_.from) + 8;
        canvas_.line({margin, y_}, {paper::width - margin, y_}, 2, print::primary);
        y_ += 12;
    }

    // Front and back: where the exercises are for.
    void figures() {
        constexpr FigureStyle style{.badge = 18, .words = 9.5F, .caption = 10};
        constexpr float tall = 210;
        constexpr std::size_t front_and_back = 2;
        const auto shown = views_.first(std::min(views_.size(), front_and_back));
        const bool any = std::ranges::any_of(
            shown, [](const SummaryView &view) { return !view.badges.empty(); });
        const PlacedFigures placed =
            place_figures(shown, {margin, y_ + 6, content_width, tall}, style);
        if (!any || placed.views.empty())
            return;
        draw_figures(canvas_, placed, style);
        y_ += 6 + placed.height() + 14;
    }

    /// Goes on to the next page when so much does not fit below.
    void keep_together(float height) {
        if (y_ + height <= paper::footer_top - 8)
            return;
        footer();
        cairo_surface_show_page(surface_);
        ++page_;
        y_ = 40;
    }

    float measured(float width, const TextStyle &style, std::string_view words) {
        if (words.empty())
            return 0;
        const Surface nowhere(cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr));
        return Canvas(nowhere.get()).text({0, 0}, width, style, words) + 3;
    }

    void paragraph(const TextStyle &style, std::string_view words) {
        keep_together(measured(content_width, style, words));
        y_ += canvas_.text({margin, y_}, content_width, style, words) + 6;
    }

    void exercise(const HandoutItem &item) {
        constexpr float left = badge + 10, words = content_width - left - table_width - gap;
        float needed = measured(words, name_style, item.name);
        for (const std::string *line : {&item.place, &item.dose, &item.how, &item.note})
            needed += measured(words, body_style, *line);
        needed += measured(words, strong_style, item.stop);
        keep_together(std::max(needed, ticks_height()) + 22);
        const float top = y_, x = margin + left;
        canvas_.row_badge({margin, top, badge, badge}, item.number);
        ticks(paper::width - margin - table_width, top, item);
        const auto line = [&](const TextStyle &style, const std::string &text) {
            if (!text.empty())
                y_ += canvas_.text({x, y_}, words, style, text) + 3;
        };
        line(name_style, item.name);
        line(body_style, item.place);
        line(body_style, item.dose);
        line(body_style, item.how);
        line(strong_style, item.stop);
        line(body_style, item.note);
        y_ = std::max(y_, top + ticks_height()) + 9;
        canvas_.line({margin, y_}, {paper::width - margin, y_}, 0.6F, print::line);
        y_ += 11;
    }

    static float ticks_height() { return 14 + weeks * (tick_box + 3) + 12; }

    // A box for each day: the client ticks what was done.
    void ticks(float x, float y, const HandoutItem &item) {
        for (std::size_t day = 0; day < weekdays.size(); ++day)
            canvas_.text_in({x + static_cast<float>(day) * tick_box, y, tick_box, 12}, small_style,
                            weekdays[day]);
        y += 14;
        for (int week = 0; week < weeks; ++week, y += tick_box + 3)
            for (std::size_t day = 0; day < weekdays.size(); ++day)
                canvas_.frame(
                    {x + static_cast<float>(day) * tick_box + 2, y, tick_box - 4, tick_box - 4}, 3,
                    print::ink2, 0.9F);
        const std::string days = item.days_a_week == 7
                                     ? "tick each day"
                                     : "tick " + std::to_string(item.days_a_week) + " days a week";
        canvas_.text({x, y - 2}, table_width, small_style, days);
    }

    void list(std::string_view title, std::span<const std::string> lines) {
        if (lines.empty())
            return;
        y_ += 4;
        keep_together(measured(content_width, section_style, title) +
                      measured(content_width, body_style, lines.front()));
        y_ += canvas_.text({margin, y_}, content_width, section_style, title) + 5;
        for (const std::string &line : lines) {
            constexpr float indent = 14;
            keep_together(measured(content_width - indent, body_style, line));
            canvas_.disc({margin + 4, y_ + 8}, 2.2F, print::primary, print::primary, 0.5F);
            y_ += canvas_.text({margin + indent, y_}, content_width - indent, body_style, line) + 3;
        }
        y_ += 8;
    }

    void footer() {
        const float y = paper::footer_top + 7;
        canvas_.line({margin, paper::footer_top}, {paper::width - margin, paper::footer_top}, 0.6F,
                     print::line);
        canvas_.text({margin, y}, content_width * 0.8F, small_style,
                     "If something gets worse, stop and ask us, or see a doctor or physical "
                     "therapist.");
        TextStyle right = small_style;
        right.align = Align::right;
        canvas_.text({margin + content_width * 0.8F, y}, content_width * 0.2F, right,
                     "Page " + std::to_string(page_));
    }

    cairo_surface_t *surface_;
    Canvas canvas_;
    const Handout &handout_;
    std::span<const SummaryView> views_;
    float y_ = 34;
    int page_ = 1;
};

} // namespace

Result<std::string> export_handout(const Handout &handout, std::span<const SummaryView> views,
                                   std::string_view created_iso) {
    return paper::pdf_of(handout.title, created_iso,
                         [&](cairo_surface_t *surface) { Sheet(surface, handout, views).draw(); });
}

} // namespace app
