#include "screens/frame/chip_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>

namespace app {

using namespace engine::ui;
using engine::Rect;

std::optional<std::size_t> chip_rows(ScreenContext &c, Rect &list, std::span<const RowChip> chips) {
    Ui &ui = c.ui;
    const float gap = ui.px(10);
    std::optional<std::size_t> tapped;
    Rect row = cut_top(list, ui.text_px(52), gap);
    bool first = true;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        // With room for the check, so that no chip moves when another one is chosen.
        const float width = std::min(list.w, text_width(ui, chips[i].name, Font::body_strong) +
                                                 ui.text_px(20) + ui.px(8 + 2 * 18));
        if (!first && width > row.w)
            row = cut_top(list, ui.text_px(52), gap);
        first = false;
        if (chip(ui, cut_left(row, width, gap), chips[i].name, chips[i].on))
            tapped = i;
    }
    cut_top(list, 0, ui.px(10));
    return tapped;
}

} // namespace app
