#include "screens/frame/mark_colors.hpp"

#include <cstddef>
#include <optional>

namespace app {

MarkColors mark_colors(const engine::ui::Theme &theme, Channel channel, std::optional<int> level) {
    if (channel == Channel::avoid)
        return {theme.avoid, theme.dark ? theme.bg : theme.surface, theme.avoid};
    if (!level)
        return {theme.surface, theme.ink, theme.focus};
    const auto ramp = channel == Channel::tight ? cool_ramp(theme) : warm_ramp(theme);
    const engine::ui::LevelColors &colors = ramp.at(static_cast<std::size_t>(*level));
    return {colors.fill, colors.on, *level == 0 ? theme.outline : colors.outline};
}

} // namespace app
