#include "screens/stage/body_stage.hpp"

#include "base/overloaded.hpp"
#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/stage/present.hpp"
#include "screens/stage/side_labels.hpp"
#include "screens/stage/stage_badges.hpp"
#include "screens/stage/stage_brush.hpp"
#include "screens/stage/stage_keys.hpp"
#include "screens/stage/stage_names.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr float touch_slop_px = 18;

std::optional<std::size_t> figure_at(const std::vector<Figure> &figures, glm::vec2 pixel) {
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i].viewport.contains(pixel))
            return i;
    return {};
}

class StagePainter {
  public:
    StagePainter(ScreenContext &c, const Rect &rect, const StageSpec &spec)
        : c_(c),
          ui_(c.ui),
          rect_(rect),
          spec_(spec),
          views_(view_segments(c.words)),
          inner_(rect.inset(ui_.px(16))) {}

    StageEvents draw() {
        fill_gradient(ui_, rect_, ui_.theme().stage_top, ui_.theme().stage_bottom,
                      ui_.px(size::radius_stage));
        Rect body = spec_.view_row ? inner_ : rect_; // what leaves the picture leaves the stage
        Rect head;
        if (!spec_.title.empty()) {
            Rect inner = inner_;
            head = cut_top(inner, ui_.text_px(56));
            cut_top(body, head.bottom() - body.y, ui_.px(8));
        }
        if (spec_.view_row)
            foot_ = cut_bottom(body, foot_height(), ui_.px(8));
        events_.free_strip = cut_bottom(body, spec_.bottom_space, 0);
        body_ = body;

        figures_ = spec_.only ? quiet_figure()
                              : figures_at(c_.view, body_, c_.places.bounds(), ui_.now_s());
        bool keyboard = false;
        if (!spec_.only)
            keyboard = take_input();
        draw_figures();
        if (spec_.foot_space > 0)
            taken_.push_back(
                {body_.x, body_.bottom() - spec_.foot_space, body_.w, spec_.foot_space});
        taken_.insert(taken_.end(), spec_.covered.begin(), spec_.covered.end());
        const std::optional<Rect> names = spec_.names ? names_row(head) : std::nullopt;
        if (names)
            taken_.push_back(*names);
        draw_side_labels();
        if (auto tapped =
                spec_.compare ? std::nullopt : draw_badges(c_, spec_, figures_, body_, taken_))
            events_.tapped_mark = std::move(tapped);
        if (spec_.brush)
            draw_brush(c_, *spec_.brush, figures_, brush_here_);
        draw_title(head);
        if (names)
            draw_names_of_places(*names);
        if (keyboard)
            draw_name_of(c_, c_.view.focused, figures_, spec_.reader, body_);
        else if (spec_.pick && c_.state.names == NameWords::none)
            draw_name_of(c_, c_.view.hovered, figures_, spec_.reader, body_);
        if (keyboard)
            stroke(ui_, body_.inset(ui_.px(-2)), ui_.theme().focus, ui_.px(14), ui_.px(3));
        if (spec_.view_row)
            draw_views();
        return events_;
    }

  private:
    // In a narrow stage the trunk and legs count: hands may leave the picture.
    std::vector<Figure> quiet_figure() const {
        constexpr float trunk_and_legs = 0.70F, air = 1.05F;
        const BodyBounds &body = c_.places.bounds();
        std::vector<Figure> figures = figures_of(*spec_.only, body_, body);
        const float aspect = body_.w / std::max(body_.h, 1.0F);
        figures.front().view.height_mm =
            std::max(air * body.height(), trunk_and_legs * body.width() / aspect);
        return figures;
    }

    // ---- input ------------------------------------------------------------------------------
    // Returns whether the keyboard is on the body.
    bool take_input() {
        const std::string value = title(c_.atlas, c_.view.focused, spec_.reader, c_.words);
        const auto [events, keys] = ui_.keyed_canvas("body", body_, value);
        std::vector<engine::Gesture> gestures;
        for (const engine::InputEvent &event : events) {
            if (const auto *pointer = std::get_if<engine::PointerEvent>(&event.what))
                hover(*pointer);
            if (spec_.brush)
                paint(event);
            c_.state.gestures.handle(event, gestures);
        }
        c_.state.gestures.tick(ui_.now_s(), gestures);
        if (const auto due = c_.state.gestures.next_tick_s())
            ui_.wake_at(*due);
        for (const engine::Gesture &gesture : gestures)
            react(gesture);
        brush_here_ = keys.hovered;
        if (!spec_.brush)
            c_.state.brush = {};
        if (!keys.hovered && !c_.view.hovered.empty()) // the mouse has left, or a finger has come
            c_.out.view.push_back(Hover{});
        if (const auto place = walk_by_keys(c_, keys, figures_); place && spec_.pick)
            events_.tapped_place = *place;
        return keys.focused;
    }

    Finger finger() const { return {ui_.px(touch_slop_px), ui_.scale(), spec_.reader}; }

    void hover(const engine::PointerEvent &pointer) {
        if (!spec_.pick || spec_.brush || pointer.kind != engine::PointerKind::mouse)
            return;
        const Place place = place_at(c_.places, figures_, pointer.position, finger());
        if (place != c_.view.hovered)
            c_.out.view.push_back(Hover{place});
    }

    void paint(const engine::InputEvent &event) {
        auto stroke =
            brush_event(c_.state.brush, *spec_.brush, {c_.paint, figures_, ui_.scale()}, event);
        if (!stroke)
            return;
        if (events_.stroke) // two in one frame
            stroke->dabs.insert(stroke->dabs.begin(), events_.stroke->dabs.begin(),
                                events_.stroke->dabs.end());
        events_.stroke = std::move(stroke);
    }

    // ---- fingers ----------------------------------------------------------------------------
    void react(const engine::Gesture &gesture) {
        if (spec_.brush) {
            for (ViewAction &action : turn_beside_brush(figures_, gesture))
                c_.out.view.push_back(std::move(action));
            return;
        }
        std::visit(
            engine::Overloaded{
                [&](const engine::Tap &tap) { pick(tap.position); },
                [&](const engine::Drag &drag) { turn(drag.delta); },
                [&](const engine::Pinch &pinch) { zoom(pinch.center, pinch.scale, pinch.delta); },
                [&](const engine::WheelZoom &wheel) {
                    zoom(wheel.position, std::pow(wheel_zoom, wheel.steps), {0, 0});
                },
                [&](const engine::LongPress &press) {
                    if (spec_.look)
                        look(press.position);
                    else
                        pick(press.position); // a slow tap is a tap
                },
            },
            gesture);
    }

    void pick(glm::vec2 pixel) {
        const Place place = place_at(c_.places, figures_, pixel, finger());
        if (spec_.pick && !place.empty())
            events_.tapped_place = place;
    }

    void look(glm::vec2 pixel) {
        const Place place = place_at(c_.places, figures_, pixel, finger());
        if (!place.empty())
            events_.looked_at = place;
    }

    void turn(glm::vec2 pixels) {
        for (std::size_t i = 0; i < figures_.size(); ++i) // a pair turns together
            c_.out.view.push_back(TurnBy{i, pixels});
    }

    void zoom(glm::vec2 center, float factor, glm::vec2 moved) {
        if (const auto index = figure_at(figures_, center)) {
            c_.out.view.push_back(ZoomBy{*index, factor, center});
            c_.out.view.push_back(PanBy{*index, moved});
        }
    }

    // ---- figures ----------------------------------------------------------------------------
    void draw_figures() {
        PresentOptions options{&ui_.theme(), ui_.scale()};
        options.ghost = spec_.ghost;
        options.moment = spec_.after_levels ? Moment::after : Moment::before;
        options.moving = !spec_.only && moving(c_.view, ui_.now_s());
        options.now_s = ui_.now_s();
        options.paint = &c_.paint;
        options.care = spec_.care ? &c_.atlas : nullptr;
        options.compare = spec_.compare ? &c_.atlas : nullptr;
        StrokeOnMap stroke;
        if (spec_.brush) {
            stroke = stroke_on_map(c_.state.brush, *spec_.brush, events_.stroke);
            options.stroke = &stroke;
            options.moving |= c_.state.brush.state == BrushInHand::State::painting;
        }
        c_.out.body = present(c_.document, c_.view, c_.places, figures_, options);
        queue_body(c_);
    }

    void draw_title(const Rect &head) {
        if (spec_.title.empty())
            return;
        if (spec_.view_row && steps_in_head()) {
            draw_steps(head);
            return;
        }
        const Rect line{head.x + ui_.px(8), head.y, head.w - ui_.px(8) - spec_.title_space, head.h};
        const bool fits = text_width(ui_, spec_.title, Font::title) <= line.w;
        if (fits) {
            text(ui_, line, spec_.title,
                 {.font = Font::title, .middle = true, .role = Role::heading});
            return;
        }
        const float height = text_height(ui_, spec_.title, Font::button, line.w);
        text(ui_, {line.x, line.center().y - height / 2, line.w, height}, spec_.title,
             {.font = Font::button, .wrap = true, .role = Role::heading});
    }

    // ---- left and right ---------------------------------------------------------------------
    void draw_side_labels() {
        const float half = ui_.text_px(24);
        const bool narrow = figures_.front().viewport.w < ui_.text_px(330);
        const float lowest = body_.bottom() - spec_.foot_space - half;
        const float y = narrow ? lowest : body_.y + body_.h * 0.655F;
        for (const SideLabel &label : side_labels(figures_)) {
            const Rect inside = figures_[label.figure].viewport.inset(ui_.px(4), 0);
            const float middle = inside.center().x;
            if (label.edge == Edge::left)
                side_label(label.of_left, {inside.x, y}, 0);
            else if (label.edge == Edge::right && label.shared)
                side_label(label.of_left, {figures_[label.figure].viewport.right(), y}, 0.5F);
            else if (label.edge == Edge::right)
                side_label(label.of_left, {inside.right(), y}, 1);
            else if (label.edge == Edge::top)
                side_label(label.of_left, {middle, body_.y + half}, 0.5F);
            else
                side_label(label.of_left, {middle, lowest}, 0.5F);
        }
    }

    void side_label(bool left, glm::vec2 at, float align) {
        const bool client = spec_.reader == Reader::client;
        const std::string_view words = left ? c_.words(client ? "stage.your_left" : "stage.left")
                                            : c_.words(client ? "stage.your_right" : "stage.right");
        const float disc = ui_.text_px(28);
        const float words_width = text_width(ui_, words, Font::body_strong);
        const float full = disc + ui_.px(28) + words_width;
        const bool compact = full * 2.2F > figures_.front().viewport.w; // the letter alone
        const float width = compact ? disc + ui_.px(12) : full;
        const float height = ui_.text_px(40);
        const Rect label{at.x - width * align, at.y - height / 2, width, height};
        fill(ui_, label, ui_.theme().surface.with_alpha(0.88F), height / 2);
        const glm::vec2 center{label.x + ui_.px(6) + disc / 2, label.center().y};
        circle(ui_, center, disc / 2, ui_.theme().ink);
        draw_text(ui_, {center.x - disc / 2, center.y - disc / 2, disc, disc},
                  c_.words(left ? "stage.left_letter" : "stage.right_letter"),
                  {.font = Font::caption,
                   .color = ui_.theme().surface,
                   .align = Align::center,
                   .middle = true});
        const float x = center.x + disc / 2 + ui_.px(8);
        if (compact)
            ui_.report({.role = Role::text, .name = std::string(words), .rect = label});
        else
            text(ui_, {x, label.y, label.right() - x, height}, words,
                 {.font = Font::body_strong, .middle = true});
        taken_.push_back(label);
    }

    // ---- names ------------------------------------------------------------------------------
    // In the title's row where there is room for both, else below it, else not at all.
    // Between the heads of a pair; beside a single figure. None: it would hide the body.
    std::optional<Rect> names_row(const Rect &head) const {
        const float width = names_chips_width(c_, spec_.reader, figures_);
        const float title =
            steps_in_head() ? steps_width() : text_width(ui_, spec_.title, Font::title);
        const float height = ui_.text_px(48);
        Rect row = head;
        row.w -= spec_.title_space;
        if (title + width + ui_.px(24) > row.w) {
            row = {body_.x, body_.y, body_.w, height};
            const float alone = names_chip_width(c_); // a second chip comes when the body is near
            if (body_.w < std::max(width, 2.6F * alone) || body_.h < 6 * height)
                return {};
        }
        const float right =
            row.y == body_.y && figures_.size() == 2 ? row.center().x + width / 2 : row.right();
        return Rect{right - width, row.center().y - height / 2, width, height};
    }

    void draw_names_of_places(const Rect &row) {
        names_chips(c_, row, spec_.reader, figures_);
        draw_names(c_, figures_, spec_.reader, taken_);
    }

    // ---- undo, redo, views ------------------------------------------------------------------
    static std::array<Segment, 6> view_segments(const Phrases &words) {
        return {{{words("view.both")},
                 {words("view.front")},
                 {words("view.back")},
                 {words("view.left")},
                 {words("view.right")},
                 {words("view.soles")}}};
    }

    float control() const { return ui_.text_px(56); }
    float gap() const { return ui_.px(8); }
    float steps_width() const { return 2 * control() + gap(); }
    float beside_steps() const { return inner_.w - steps_width() - ui_.px(12); }
    // Large words: the views get the whole width, undo and redo take the title's place.
    bool steps_in_head() const { return segmented_width(ui_, views_) > beside_steps(); }
    // Without a title there is no such place: the views are leafed through.
    bool leafed() const { return steps_in_head() && spec_.title.empty(); }
    float widest_view() const {
        float widest = 0;
        for (const Segment &view : views_)
            widest = std::max(widest, text_width(ui_, view.name, Font::body_strong));
        return widest + ui_.px(2);
    }
    bool steps_above_leaves() const {
        return steps_width() + gap() + steps_width() + gap() + widest_view() > inner_.w;
    }
    float foot_height() const {
        if (leafed())
            return steps_above_leaves() ? 2 * control() + gap() : control();
        return segmented_rows_height(ui_, steps_in_head() ? inner_.w : beside_steps(), views_);
    }

    bool icon_button(const Rect &rect, std::string_view name, Icon icon, bool enabled = true) {
        return button(ui_, rect,
                      {.name = name, .icon = icon, .icon_only = true, .enabled = enabled});
    }

    void draw_steps(const Rect &rect) {
        const Rect undo{rect.x, rect.y, control(), control()};
        if (icon_button(undo, c_.words("common.undo"), Icon::undo, c_.can_undo))
            c_.out.act(Undo{});
        if (icon_button(undo.moved(undo.w + gap(), 0), c_.words("common.redo"), Icon::redo,
                        c_.can_redo))
            c_.out.act(Redo{});
    }

    void draw_views() {
        Rect foot = foot_;
        if (leafed())
            return draw_leaves(foot);
        if (!steps_in_head())
            draw_steps(cut_left(foot, steps_width(), ui_.px(12)));
        const bool framed = c_.view.own.empty();
        const int selected = framed ? static_cast<int>(c_.view.named) : -1;
        if (const auto tapped = segmented_rows(c_, foot, c_.words("view.name"), views_, selected))
            c_.out.view.push_back(ShowView{static_cast<NamedView>(*tapped)});
    }

    // One view by name between the one before it and the next.
    void draw_leaves(Rect foot) {
        draw_steps(steps_above_leaves() ? cut_top(foot, control(), gap())
                                        : cut_left(foot, steps_width(), gap()));
        const int now = static_cast<int>(c_.view.named), count = static_cast<int>(views_.size());
        const auto show = [&](int view) {
            c_.out.view.push_back(ShowView{static_cast<NamedView>((view + count) % count)});
        };
        const float side =
            std::clamp((foot.w - widest_view()) / 2 - gap(), ui_.px(size::target), control());
        if (icon_button(cut_left(foot, side, gap()), c_.words("view.before"), Icon::back))
            show(now - 1);
        if (icon_button(cut_right(foot, side, gap()), c_.words("view.after"), Icon::next))
            show(now + 1);
        text(ui_, foot, views_[static_cast<std::size_t>(now)].name,
             {.font = Font::body_strong, .align = Align::center, .middle = true});
    }

    ScreenContext &c_;
    Ui &ui_;
    Rect rect_;
    const StageSpec &spec_;
    const std::array<Segment, 6> views_;
    Rect inner_, body_, foot_;
    std::vector<Figure> figures_;
    std::vector<Rect> taken_;
    bool brush_here_ = false; ///< a mouse is on the stage
    StageEvents events_;
};

} // namespace

StageEvents body_stage(ScreenContext &c, const Rect &rect, const StageSpec &spec) {
    return StagePainter(c, rect, spec).draw();
}

} // namespace app
