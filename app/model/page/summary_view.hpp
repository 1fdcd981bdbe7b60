/// A picture of the marked body for a summary. app/render makes it, app/export uses it.
#pragma once

#include "image/image.hpp"

#include <string_view>
#include <vector>

namespace app {

/// The badges with row numbers are drawn by each file format itself.
struct SummaryView {
    std::string_view caption; ///< "Front", "Back", "Left", "Right"
    engine::Image image;      ///< transparent background, cut to what is drawn
    struct Badge {
        int row;    ///< SummaryRow::number
        float x, y; ///< a visible point of the mark, in picture pixels
    };
    std::vector<Badge> badges;
    std::string_view left_word, right_word; ///< side words at the picture's edges; may be empty
};

} // namespace app
