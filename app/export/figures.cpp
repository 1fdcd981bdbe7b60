#include "export/figures.hpp"

#include "export/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using engine::Rect;

namespace {

constexpr float letter_width = 0.6F; ///< of the text size, a little wide
constexpr float line_height = 1.3F;
constexpr float caption_line = 1.7F;

std::vector<const SummaryView *> drawable(std::span<const SummaryView> views) {
    std::vector<const SummaryView *> result;
    for (const SummaryView &view : views)
        if (view.image.width > 0 && view.image.height > 0)
            result.push_back(&view);
    return result;
}

/// Below the hands: where the figure, seen from above, last reaches near the picture's edges.
float word_height(const Silhouette &figure, const Rect &picture) {
    constexpr float near_edge = 0.14F;
    int lowest = Silhouette::band_count / 2;
    for (int i = 0; i < Silhouette::band_count; ++i) {
        const auto &band = figure.bands[static_cast<std::size_t>(i)];
        if (band.left <= band.right && (band.left < near_edge || band.right > 1 - near_edge))
            lowest = i;
    }
    lowest = std::min(lowest, Silhouette::band_count * 3 / 4);
    return picture.y + picture.h * static_cast<float>(lowest + 1) / Silhouette::band_count;
}

class FigureRow {
  public:
    FigureRow(std::vector<const SummaryView *> views, const Rect &area, const FigureStyle &style)
        : views_(std::move(views)), area_(area), style_(style) {
        for (const SummaryView *view : views_) {
            silhouettes_.push_back(silhouette(view->image));
            pixel_width_ += static_cast<float>(view->image.width);
            pixel_height_ = std::max(pixel_height_, static_cast<float>(view->image.height));
        }
    }

    /// Smaller pictures leave more room at their sides; at some scale all badges fit.
    PlacedFigures place() const {
        constexpr int tries = 60, full_size_tries = 25;
        constexpr float smaller = 0.96F;
        float scale = std::min(area_.h / pixel_height_, 0.96F * area_.w / pixel_width_);
        float badge = style_.badge;
        for (int i = 0; i < tries; ++i, scale *= smaller) {
            if (auto placed = with(scale, badge))
                return *placed;
            if (i >= full_size_tries)
                badge *= smaller;
        }
        return {};
    }

  private:
    std::optional<PlacedFigures> with(float scale, float badge) const {
        PlacedFigures result;
        result.area = {area_.x, area_.y, area_.w, pixel_height_ * scale};
        result.caption_height = style_.caption * caption_line;
        const float margin =
            (area_.w - pixel_width_ * scale) / (2 * static_cast<float>(views_.size()));
        float x = area_.x + margin;
        for (const SummaryView *view : views_) {
            const float width = static_cast<float>(view->image.width) * scale;
            const float height = static_cast<float>(view->image.height) * scale;
            result.views.push_back(
                {view, {x, result.area.bottom() - height, width, height}, badge, {}});
            x += width + 2 * margin;
        }
        result.words = side_words(result.views);
        for (std::size_t i = 0; i < views_.size(); ++i)
            if (!place_badges_of(result, i, scale, margin))
                return std::nullopt;
        return result;
    }

    bool place_badges_of(PlacedFigures &figures, std::size_t index, float scale,
                         float margin) const {
        PlacedView &placed = figures.views[index];
        BadgeRoom room{placed.picture, placed.picture.inset(-margin, 0), placed.badge_size, {}};
        for (const SideWord &word : figures.words)
            room.words.push_back(word.box);
        std::vector<Anchor> anchors;
        for (const SummaryView::Badge &badge : placed.view->badges) {
            const glm::vec2 point{std::clamp(badge.x * scale, 0.0F, placed.picture.w),
                                  std::clamp(badge.y * scale, 0.0F, placed.picture.h)};
            anchors.push_back({badge.row, glm::vec2{placed.picture.x, placed.picture.y} + point});
        }
        auto spots = place_badges(silhouettes_[index], room, anchors);
        if (spots)
            placed.badges = std::move(*spots);
        return spots.has_value();
    }

    /// Where two neighbours would say the same word side by side, it stands once between them.
    std::vector<SideWord> side_words(const std::vector<PlacedView> &placed) const {
        std::vector<SideWord> words;
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const SummaryView &view = *placed[i].view;
            const Rect &picture = placed[i].picture;
            const float y = word_height(silhouettes_[i], picture) + style_.words * 0.4F;
            const auto add = [&](std::string_view text, float middle) {
                const float width = static_cast<float>(text.size()) * letter_width * style_.words;
                if (!text.empty())
                    words.push_back(
                        {text, {middle - width / 2, y, width, style_.words * line_height}});
            };
            const auto half = [&](std::string_view text) {
                return static_cast<float>(text.size()) * letter_width * style_.words / 2;
            };
            const bool shared_left = i > 0 && placed[i - 1].view->right_word == view.left_word;
            if (!shared_left)
                add(view.left_word, picture.x + half(view.left_word));
            const bool shared_right =
                i + 1 < placed.size() && placed[i + 1].view->left_word == view.right_word;
            add(view.right_word, shared_right ? (picture.right() + placed[i + 1].picture.x) / 2
                                              : picture.right() - half(view.right_word));
        }
        return words;
    }

    std::vector<const SummaryView *> views_;
    Rect area_;
    FigureStyle style_;
    std::vector<Silhouette> silhouettes_;
    float pixel_width_ = 0, pixel_height_ = 0;
};

void draw_badges(Canvas &canvas, const PlacedView &placed) {
    const float thin = placed.badge_size * 0.07F;
    for (const BadgeSpot &spot : placed.badges) {
        canvas.line(spot.anchor, spot.line_end, 3 * thin, print::paper);
        canvas.line(spot.anchor, spot.line_end, thin, print::ink);
    }
    for (const BadgeSpot &spot : placed.badges) {
        canvas.disc(spot.anchor, placed.badge_size * 0.14F, print::ink, print::paper, thin);
        canvas.row_badge(spot.box, spot.row);
    }
}

} // namespace

PlacedFigures place_figures(std::span<const SummaryView> views, const Rect &area,
                            const FigureStyle &style) {
    auto shown = drawable(views);
    if (shown.empty())
        return {};
    return FigureRow(std::move(shown), area, style).place();
}

void draw_figures(Canvas &canvas, const PlacedFigures &figures, const FigureStyle &style) {
    for (const PlacedView &placed : figures.views)
        canvas.image(placed.picture, surface_of(placed.view->image).get());
    for (const PlacedView &placed : figures.views) {
        draw_badges(canvas, placed);
        const Rect below{placed.picture.x - placed.picture.w / 2, figures.area.bottom(),
                         placed.picture.w * 2, figures.caption_height};
        canvas.text_in(below, {.size = style.caption, .weight = PANGO_WEIGHT_SEMIBOLD},
                       placed.view->caption);
    }
    for (const SideWord &word : figures.words)
        canvas.text_in(word.box, {.size = style.words, .weight = PANGO_WEIGHT_SEMIBOLD}, word.text);
}

} // namespace app
