#include "screens/present.hpp"

#include <algorithm>

namespace app {

using engine::Tag;
using engine::ui::Color;

namespace {

constexpr float mark_line_px = 2;
constexpr float selected_line_px = 4;

std::array<std::uint8_t, 3> bytes(Color color) {
    return {color.r, color.g, color.b};
}

PartLook look_of(Channel channel, std::optional<int> level, Color fill) {
    PartLook look;
    look.color = bytes(fill);
    look.level = static_cast<std::uint8_t>(level.value_or(0));
    if (channel == Channel::avoid) {
        look.hatch =
            Hatch::avoid; // on a white ground in both themes, so the ink is the light one's
        look.color = bytes(engine::ui::light_theme().avoid);
    } else if (level)
        look.hatch = channel == Channel::tight ? Hatch::tight : Hatch::solid;
    return look;
}

class FrameBuilder {
  public:
    FrameBuilder(BodyFrame &frame, const BodyPlaces &places, const PresentOptions &options)
        : frame_(frame), places_(places), options_(options) {}

    void ghosts(const Document &past) {
        for (const Mark &mark : past.marks) {
            const std::vector<Tag> tags = sorted_tags(mark);
            if (tags.empty() || !untouched(tags) || !shown_level(mark, Moment::after).value_or(0))
                continue;
            PartLook look;
            look.color = bytes(options_.theme->ghost);
            look.hatch = Hatch::ghost;
            paint(tags, look);
            frame_.outlines.push_back({tags, look.color, mark_line_px, true});
        }
    }

    void mark(const Mark &mark, bool selected) {
        const std::vector<Tag> tags = sorted_tags(mark);
        if (tags.empty())
            return;
        const std::optional<int> level = shown_level(mark, options_.moment);
        const MarkColors colors = mark_colors(*options_.theme, mark.channel, level);
        PartLook look = look_of(mark.channel, level, colors.fill);
        look.selected = selected && look.hatch == Hatch::none;
        if (look.selected)
            look.color = bytes(options_.theme->focus);
        paint(tags, look);
        const Color line = selected ? options_.theme->focus : colors.outline;
        if (selected || look.hatch != Hatch::none)
            frame_.outlines.push_back(
                {tags, bytes(line), selected ? selected_line_px : mark_line_px, false});
    }

    void hover(std::string_view area) {
        for (const Tag tag : places_.tags_of_area(area))
            frame_.looks[tag].hovered = true;
    }

  private:
    std::vector<Tag> sorted_tags(const Mark &mark) const {
        std::vector<Tag> tags = places_.tags(mark.regions);
        std::sort(tags.begin(), tags.end());
        return tags;
    }
    bool untouched(const std::vector<Tag> &tags) const {
        return std::all_of(tags.begin(), tags.end(),
                           [&](Tag tag) { return frame_.looks[tag].hatch == Hatch::none; });
    }
    void paint(const std::vector<Tag> &tags, const PartLook &look) {
        for (const Tag tag : tags)
            frame_.looks[tag] = look;
    }

    BodyFrame &frame_;
    const BodyPlaces &places_;
    const PresentOptions &options_;
};

} // namespace

std::optional<int> shown_level(const Mark &mark, Moment moment) {
    if (mark.channel == Channel::avoid)
        return {};
    return moment == Moment::after && mark.level_after ? mark.level_after : mark.level;
}

MarkColors mark_colors(const engine::ui::Theme &theme, Channel channel, std::optional<int> level) {
    if (channel == Channel::avoid)
        return {theme.avoid, theme.dark ? theme.bg : theme.surface, theme.avoid};
    if (!level)
        return {theme.surface, theme.ink, theme.focus};
    const auto ramp = channel == Channel::tight ? cool_ramp(theme) : warm_ramp(theme);
    const engine::ui::LevelColors &colors = ramp.at(static_cast<std::size_t>(*level));
    return {colors.fill, colors.on, *level == 0 ? theme.outline : colors.outline};
}

BodyFrame present(const Document &document, const ViewState &view, const BodyPlaces &places,
                  std::vector<Figure> figures, const PresentOptions &options) {
    BodyFrame frame;
    frame.figures = std::move(figures);
    frame.looks.resize(places.mesh().tag_count());
    frame.colors.clay = bytes(options.theme->clay);
    if (options.theme->dark)
        frame.colors.line = {0x2A, 0x22, 0x1C};
    frame.ui_scale = options.ui_scale;
    frame.moving = options.moving;

    FrameBuilder builder(frame, places, options);
    const Mark *selected = nullptr;
    for (const Mark &mark : document.marks) {
        if (mark.id == view.selected_mark)
            selected = &mark;
        else
            builder.mark(mark, false);
    }
    if (selected != nullptr) // last, so that its outline lies above its neighbours'
        builder.mark(*selected, true);
    if (options.ghost != nullptr)
        builder.ghosts(*options.ghost);
    builder.hover(view.hovered_area);
    return frame;
}

} // namespace app
