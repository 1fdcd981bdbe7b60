#include "screens/stage/stage_badges.hpp"

#include "model/session/last_marks.hpp"
#include "model/session/words.hpp"
#include "screens/frame/mark_colors.hpp"
#include "screens/stage/badges.hpp"
#include "screens/stage/present.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr float badge_px = 48;
constexpr float least_badge_px = 40;
constexpr float largest_badge_share = 0.14F; // of the stage's height
constexpr float largest_badge_px = 64;       // large words must not hide the body

class Badges {
  public:
    Badges(ScreenContext &c, const StageSpec &spec, const std::vector<Figure> &figures,
           const Rect &body, std::vector<Rect> &taken)
        : c_(c), ui_(c.ui), spec_(spec), figures_(figures), body_(body), taken_(taken) {}

    std::optional<std::string> draw() {
        const float fitting = std::clamp(body_.h * largest_badge_share, ui_.px(least_badge_px),
                                         ui_.px(largest_badge_px));
        diameter_ = std::min(ui_.text_px(badge_px), fitting);
        BadgeLayout &layout = c_.state.badges;
        if (!c_.out.body.moving && !(layout.made_for == c_.out.body)) {
            layout.made_for = c_.out.body;
            layout.places =
                place_badges(shown(), c_.places, c_.paint, figures_, body_, taken_, diameter_);
        }
        for (const BadgePlace &place : layout.places) {
            if (mark_of(place) == nullptr || place.figure >= figures_.size())
                continue;
            const Figure &figure = figures_[place.figure];
            const glm::vec2 from = pixel_of(figure.view, figure.viewport, place.point);
            leader(from, place.badge);
            take_line(from, place.badge);
        }
        std::optional<std::string> tapped;
        for (const BadgePlace &place : layout.places) {
            const Mark *mark = mark_of(place);
            if (mark == nullptr)
                continue;
            if (badge(*mark, place.badge))
                tapped = mark->id;
            const float r = diameter_ / 2 + ui_.px(4);
            taken_.push_back({place.badge.x - r, place.badge.y - r, 2 * r, 2 * r});
        }
        return tapped;
    }

  private:
    // Today's marks, but for what is gone, and those of last time that nobody has spoken of yet.
    std::vector<const Mark *> shown() const {
        std::vector<const Mark *> marks;
        for (const Mark &mark : c_.document.marks)
            if (mark.trend != Trend::gone)
                marks.push_back(&mark);
        if (spec_.ghost != nullptr)
            for (const Mark *mark : last_marks({spec_.ghost, 1}))
                if (!is_answered(c_.document, *mark))
                    marks.push_back(mark);
        return marks;
    }

    const Mark *mark_of(const BadgePlace &place) const {
        const Mark *mark = find_mark(c_.document, place.mark);
        return mark == nullptr && spec_.ghost != nullptr ? find_mark(*spec_.ghost, place.mark)
                                                         : mark;
    }

    // Names keep off the line: small squares along it.
    void take_line(glm::vec2 from, glm::vec2 to) {
        const float side = ui_.px(12);
        const int steps = 1 + static_cast<int>(glm::length(to - from) / side);
        for (int i = 0; i <= steps; ++i) {
            const glm::vec2 at =
                glm::mix(from, to, static_cast<float>(i) / static_cast<float>(steps));
            taken_.push_back({at.x - side / 2, at.y - side / 2, side, side});
        }
    }

    void leader(glm::vec2 from, glm::vec2 to) {
        const Theme &theme = ui_.theme();
        line(ui_, from, to, theme.surface, ui_.px(5));
        line(ui_, from, to, theme.ink, ui_.px(2));
        circle(ui_, from, ui_.px(6), theme.surface);
        circle(ui_, from, ui_.px(4.5F), theme.ink);
    }

    bool badge(const Mark &mark, glm::vec2 at) {
        const bool last_time = find_mark(c_.document, mark.id) == nullptr;
        const std::optional<int> level =
            last_time ? last_level(mark)
                      : shown_level(mark, spec_.after_levels ? Moment::after : Moment::before);
        const std::string place = title(c_.atlas, place_of(c_.atlas, mark), spec_.reader, c_.words);
        const std::string number = level_text(level);
        const std::string name = c_.words(
            last_time ? "stage.badge_last" : "stage.badge",
            {{"channel", word(c_.words, mark.channel)}, {"level", number}, {"place", place}});
        const bool avoid = mark.channel == Channel::avoid;
        const Theme &theme = ui_.theme();
        MarkColors colors = mark_colors(theme, mark.channel, level);
        if (last_time)
            colors = {theme.surface, theme.ghost, theme.ghost};
        const Scope scope(ui_, mark.id);
        return engine::ui::badge(ui_, at, diameter_,
                                 {.name = name,
                                  .words = avoid ? "" : std::string_view(number),
                                  .icon = avoid ? Icon::ban : Icon::none,
                                  .fill = colors.fill,
                                  .on = colors.on,
                                  .dashed = last_time,
                                  .target = true});
    }

    ScreenContext &c_;
    Ui &ui_;
    const StageSpec &spec_;
    const std::vector<Figure> &figures_;
    const Rect &body_;
    std::vector<Rect> &taken_;
    float diameter_ = 0;
};

} // namespace

std::optional<std::string> draw_badges(ScreenContext &c, const StageSpec &spec,
                                       const std::vector<Figure> &figures, const Rect &body,
                                       std::vector<Rect> &taken) {
    return Badges(c, spec, figures, body, taken).draw();
}

} // namespace app
