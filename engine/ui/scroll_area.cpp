#include "ui/draw.hpp"
#include "ui/ui_state.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace engine::ui {

namespace {

constexpr float fling_seconds = 0.325F; // time in which a fling loses 63 % of its speed
constexpr float glide_seconds = 0.07F;  // the same for the way to a revealed widget
constexpr double bar_seconds = 0.8;
constexpr float overhang = 12; // shadows and focus rings of the content reach beyond the view

} // namespace

void scroll_by(Ui::State &s, Id id, float pixels) {
    ScrollState &scroll = s.scrolls[id];
    scroll.target.reset();
    scroll.offset = std::clamp(scroll.offset + pixels, 0.0F, scroll.range);
    scroll.moved_s = s.now_s;
}

void reveal_in(Ui::State &s, const ScrollPlace &place, const Rect &rect) {
    ScrollState &scroll = s.scrolls[place.id];
    const float margin = size::gap * 2 * s.scale;
    float wanted = scroll.offset;
    if (rect.bottom() + margin > place.view.bottom())
        wanted += rect.bottom() + margin - place.view.bottom();
    if (rect.y - margin < place.view.y + (scroll.offset - wanted))
        wanted = scroll.offset + rect.y - margin - place.view.y;
    wanted = std::clamp(wanted, 0.0F, scroll.range);
    if (wanted == scroll.offset)
        return;
    scroll.velocity = 0;
    scroll.target = wanted;
    scroll.moved_s = s.now_s;
}

void advance_scrolls(Ui::State &s, double seconds) {
    const auto dt = static_cast<float>(seconds);
    for (auto &[id, scroll] : s.scrolls) {
        if (scroll.target) {
            const float rest = *scroll.target - scroll.offset;
            const bool there = std::abs(rest) < 0.5F || s.config.reduce_motion;
            scroll.offset += there ? rest : rest * (1 - std::exp(-dt / glide_seconds));
            if (there)
                scroll.target.reset();
        }
        if (scroll.velocity != 0) {
            const float before = scroll.offset;
            scroll.offset = std::clamp(before + scroll.velocity * dt, 0.0F, scroll.range);
            scroll.velocity *= std::exp(-dt / fling_seconds);
            const bool at_end = dt > 0 && scroll.offset == before;
            if (at_end || std::abs(scroll.velocity) < 20 * s.scale)
                scroll.velocity = 0;
        }
        if (scroll.velocity != 0 || scroll.target) {
            scroll.moved_s = s.now_s;
            s.moving = true;
        }
    }
}

ScrollArea::ScrollArea(Ui &ui, std::string_view name, const Rect &view)
    : ui_(ui), id_(ui.id(name)), view_(view) {
    Ui::State &s = ui.state();
    s.building.scrolls.push_back({id_, intersection(view, ui.clip()), view, s.layers.back()});
    s.scroll_stack.push_back(id_);
    ui.push_scope(name);
    ui.push_clip(view.inset(-ui.px(overhang), 0));
}

ScrollArea::~ScrollArea() {
    Ui::State &s = ui_.state();
    ScrollState &scroll = s.scrolls[id_];
    scroll.range = std::max(0.0F, used_ - view_.h);
    scroll.offset = std::min(scroll.offset, scroll.range);
    const bool recent = s.now_s - scroll.moved_s < bar_seconds && scroll.range > 0;
    const float shown = ui_.animate(child_id(id_, "bar"), recent ? 1.0F : 0.0F, motion::chip);
    if (recent)
        ui_.wake_at(scroll.moved_s + bar_seconds);
    if (shown > 0 && used_ > 0) {
        const float length = std::max(view_.h * view_.h / used_, ui_.px(32));
        const float way = scroll.range > 0 ? scroll.offset / scroll.range : 0;
        const float width = ui_.px(5);
        const Rect bar{view_.right() - width, view_.y + way * (view_.h - length), width, length};
        fill(ui_, bar, ui_.theme().outline.with_alpha(0.7F * shown), width / 2);
    }
    ui_.pop_clip();
    ui_.pop_scope();
    s.scroll_stack.pop_back();
}

Rect ScrollArea::content() const {
    const float offset = ui_.state().scrolls[id_].offset;
    const Rect moved = view_.moved(0, -std::round(offset));
    return {moved.x, moved.y, moved.w, 0};
}

void ScrollArea::used(float height) {
    used_ = height;
}

void ScrollArea::reveal(const Rect &rect) {
    Ui::State &s = ui_.state();
    reveal_in(s, {id_, view_, view_, s.layers.back()}, rect);
}

} // namespace engine::ui
