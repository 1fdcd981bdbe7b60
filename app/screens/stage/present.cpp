#include "screens/stage/present.hpp"

#include "model/guidance/agreement.hpp"
#include "model/session/last_marks.hpp"
#include "screens/frame/mark_colors.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace app {

using engine::Tag;
using engine::ui::Color;

namespace {

constexpr float mark_line_px = 2;
constexpr float chosen_line_px = 3.5F; ///< in the focus colour ...
constexpr float casing_px = 3;         ///< ... between two lines that together are as wide as this
constexpr float hover_line_px = 1.5F;

/// Lines are finer on a figure that is small, or they would fill its areas.
float fineness(const BodyFrame &frame) {
    constexpr float full_mm_per_px = 2, finest = 0.65F;
    float coarsest = full_mm_per_px;
    for (const Figure &figure : frame.figures)
        coarsest = std::max(coarsest, mm_per_pixel(figure.view, figure.viewport) * frame.ui_scale);
    return std::max(finest, full_mm_per_px / coarsest);
}

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
        : frame_(frame), places_(places), options_(options), fine_(fineness(frame)) {}

    void ghosts(const Document &past, const Document &today) {
        PartLook look;
        look.color = bytes(options_.theme->ghost);
        look.hatch = Hatch::ghost;
        std::vector<PaintedPatch> painted;
        for (const Mark &mark : past.marks) {
            const bool left_over =
                mark.channel == Channel::avoid || last_level(mark).value_or(0) > 0;
            if (is_answered(today, mark) || !left_over)
                continue;
            const std::vector<Tag> tags = sorted_tags(mark);
            if (!mark.paint.empty()) {
                if (auto patch = patch_of(mark.paint))
                    painted.push_back(
                        {std::move(patch), look, look.color, mark_line_px * fine_, true});
            } else if (!tags.empty() && untouched(tags)) {
                paint(tags, look);
                frame_.outlines.push_back({tags, look.color, mark_line_px * fine_, true});
            }
        }
        frame_.paint.insert(frame_.paint.begin(), painted.begin(), painted.end());
    }

    /// A mark that was painted colours its paint only, not its regions.
    void mark(const Mark &mark, bool selected) {
        const std::optional<int> level = shown_level(mark, options_.moment);
        const MarkColors colors = mark_colors(*options_.theme, mark.channel, level);
        PartLook look = look_of(mark.channel, level, colors.fill);
        look.selected = look.hatch == Hatch::none && (selected || !mark.paint.empty());
        if (look.selected)
            look.color = bytes(options_.theme->focus);
        if (!mark.paint.empty()) {
            painted(paint_now(mark), look, colors, selected);
            return;
        }
        const std::vector<Tag> tags = sorted_tags(mark);
        if (tags.empty())
            return;
        paint(tags, look);
        if (selected)
            double_line(tags, options_.theme->focus, 255);
        else if (look.hatch != Hatch::none)
            frame_.outlines.push_back({tags, bytes(colors.outline), mark_line_px * fine_});
    }

    /// Dashed where hands go lightly, closed where they do not go at all.
    void lines_of_care(const Atlas &atlas) {
        const auto around = [&](Contact contact, engine::ui::Color color, bool dashed) {
            std::vector<std::string> regions;
            for (const Region &region : atlas.regions())
                if (region.contact == contact && !region.deep)
                    regions.push_back(region.id);
            std::vector<Tag> tags = places_.tags(regions);
            std::sort(tags.begin(), tags.end());
            frame_.outlines.push_back(
                {std::move(tags), bytes(color), mark_line_px * fine_, dashed});
        };
        around(Contact::caution, options_.theme->caution, true);
        around(Contact::no_contact, options_.theme->avoid, false);
    }

    /// Filled where both feel it, hatched the client's alone, dotted the therapist's alone.
    void comparison(const Document &document, const Atlas &atlas) {
        constexpr std::array<Hatch, 3> hatches{Hatch::solid, Hatch::tight, Hatch::ghost};
        constexpr std::uint8_t dense = 6;
        for (const ComparedPlace &place : compared_places(document)) {
            const Area *area = atlas.area(place.area);
            if (area == nullptr)
                continue;
            std::vector<Tag> tags = places_.tags(area->regions);
            std::sort(tags.begin(), tags.end());
            paint(tags, {.color = bytes(options_.theme->primary),
                         .hatch = hatches.at(static_cast<std::size_t>(place.who)),
                         .level = dense});
            frame_.outlines.push_back({tags, bytes(options_.theme->primary), mark_line_px * fine_,
                                       place.who == Party::therapist_only});
        }
    }

    /// The stroke of a mark that does not exist yet.
    void new_stroke() {
        if (options_.stroke == nullptr || !options_.stroke->mark.empty() || options_.stroke->eraser)
            return;
        Mark mark;
        mark.channel = options_.stroke->channel;
        mark.paint = options_.stroke->dabs;
        if (!mark.paint.empty())
            this->mark(mark, true);
    }

    /// A line beside it, in another lightness: seen without its colour, too.
    void double_line(const std::vector<Tag> &tags, Color color, std::uint8_t opacity) {
        const auto casing = bytes(options_.theme->surface);
        const float width = chosen_line_px * fine_;
        frame_.outlines.push_back({tags, casing, width + casing_px * fine_, false, opacity});
        frame_.outlines.push_back({tags, bytes(color), width, false, opacity});
    }

    void glow(const Glow &glow, bool of_keyboard) {
        const auto opacity = static_cast<std::uint8_t>(strength(glow, options_.now_s) * 255);
        const std::vector<Tag> tags = tags_of(places_, glow.place);
        if (opacity == 0 || tags.empty())
            return;
        for (const Tag tag : tags)
            frame_.looks[tag].glow = opacity;
        if (of_keyboard)
            double_line(tags, options_.theme->focus, opacity);
        else
            frame_.outlines.push_back(
                {tags, bytes(options_.theme->ink), hover_line_px, false, opacity});
    }

  private:
    std::shared_ptr<const engine::SkinPatch> patch_of(std::span<const Dab> dabs) const {
        return options_.paint != nullptr ? options_.paint->patch(dabs) : nullptr;
    }
    /// With the stroke that is just being painted.
    std::vector<Dab> paint_now(const Mark &mark) const {
        const StrokeOnMap *stroke = options_.stroke;
        std::vector<Dab> dabs = mark.paint;
        if (stroke == nullptr || options_.paint == nullptr)
            return dabs;
        const bool of_all = stroke->eraser && stroke->mark.empty();
        if (stroke->mark != mark.id && !of_all)
            return dabs;
        if (stroke->eraser)
            return options_.paint->erased(dabs, stroke->dabs);
        dabs.insert(dabs.end(), stroke->dabs.begin(), stroke->dabs.end());
        return dabs;
    }
    void painted(const std::vector<Dab> &dabs, const PartLook &look, const MarkColors &colors,
                 bool selected) {
        PaintedPatch shown{patch_of(dabs), look, bytes(colors.outline), mark_line_px * fine_};
        if (!shown.patch)
            return;
        if (selected) {
            shown.line_color = bytes(options_.theme->focus);
            shown.casing_color = bytes(options_.theme->surface);
            shown.casing_px = shown.line_px + casing_px * fine_ / 2; // fine strokes stay in sight
        }
        frame_.paint.push_back(std::move(shown));
    }
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
    float fine_;
};

} // namespace

std::optional<int> shown_level(const Mark &mark, Moment moment) {
    if (mark.channel == Channel::avoid)
        return {};
    return moment == Moment::after && mark.level_after ? mark.level_after : mark.level;
}

BodyFrame present(const Document &document, const ViewState &view, const BodyPlaces &places,
                  std::vector<Figure> figures, const PresentOptions &options) {
    BodyFrame frame;
    frame.figures = std::move(figures);
    frame.looks.resize(places.mesh().tag_count());
    frame.colors.clay = bytes(options.theme->clay);
    if (options.theme->dark) {
        frame.colors.line = {0x2A, 0x22, 0x1C};
        frame.colors.shadow = {0, 0, 0};
    }
    frame.group = places.group_of_tag();
    frame.shape = places.shape();
    frame.ui_scale = options.ui_scale;
    frame.moving = options.moving;

    FrameBuilder builder(frame, places, options);
    if (options.care != nullptr)
        builder.lines_of_care(*options.care);
    if (options.compare != nullptr) {
        builder.comparison(document, *options.compare);
        return frame;
    }
    const Mark *selected = nullptr;
    for (const Mark &mark : document.marks) {
        if (mark.id == view.selected_mark)
            selected = &mark;
        else
            builder.mark(mark, false);
    }
    if (selected != nullptr) // last, so that its outline lies above its neighbours'
        builder.mark(*selected, true);
    builder.new_stroke();
    if (options.ghost != nullptr)
        builder.ghosts(*options.ghost, document);
    for (const Glow &glow : view.glows)
        builder.glow(glow, glow.place == view.focused);
    return frame;
}

} // namespace app
