/// How a mark is coloured wherever it stands beside words.
#pragma once

#include "model/session/mark.hpp"
#include "ui/theme.hpp"

#include <optional>

namespace app {

/// Fill and text colour of a mark's badge, chip or swatch.
struct MarkColors {
    engine::ui::Color fill, on, outline;
};
MarkColors mark_colors(const engine::ui::Theme &theme, Channel channel, std::optional<int> level);

} // namespace app
