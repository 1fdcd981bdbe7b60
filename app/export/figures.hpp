/// The row of body pictures with badges and words, laid out for a given width and height.
#pragma once

#include "export/badge_layout.hpp"
#include "model/page/summary_view.hpp"

namespace app {

class Canvas;

struct FigureStyle {
    float badge;   ///< size of a row badge
    float words;   ///< text size of side words
    float caption; ///< text size of captions
};

struct SideWord {
    std::string_view text;
    engine::Rect box;
};

struct PlacedView {
    const SummaryView *view;
    engine::Rect picture;
    float badge_size;
    std::vector<BadgeSpot> badges;
};

struct PlacedFigures {
    std::vector<PlacedView> views;
    std::vector<SideWord> words;
    engine::Rect area; ///< all but the captions
    float caption_height = 0;
    float height() const { return area.h + caption_height; }
};

/// Pictures in one scale side by side, as large as the area and the badges allow. Pictures without
/// pixels are left out.
PlacedFigures place_figures(std::span<const SummaryView> views, const engine::Rect &area,
                            const FigureStyle &style);

void draw_figures(Canvas &canvas, const PlacedFigures &figures, const FigureStyle &style);

} // namespace app
