#include "input/gesture.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <variant>

namespace engine {
namespace {

/// Fingers cannot be nearer; without a bound two that meet would stretch without end.
constexpr float nearest_fingers = 10;

} // namespace

void GestureRecognizer::handle(const InputEvent &event, Out &out) {
    tick(event.time_s, out);
    if (const auto *moved = std::get_if<PointerEvent>(&event.what))
        pointer(*moved, out);
    else if (const auto *wheel = std::get_if<WheelEvent>(&event.what); wheel && wheel->steps.y != 0)
        out.push_back(WheelZoom{wheel->position, wheel->steps.y});
}

void GestureRecognizer::tick(double now_s, Out &out) {
    now_s_ = std::max(now_s_, now_s);
    const auto due = next_tick_s();
    if (!due || now_s_ < *due)
        return;
    out.push_back(LongPress{start_, kind_});
    state_ = State::spent;
}

std::optional<double> GestureRecognizer::next_tick_s() const {
    if (state_ != State::pressed || button_ != PointerButton::primary || config_.long_press_s <= 0)
        return std::nullopt;
    return start_s_ + config_.long_press_s;
}

void GestureRecognizer::pointer(const PointerEvent &event, Out &out) {
    switch (event.action) {
    case PointerAction::down:
        return down(event, out);
    case PointerAction::move:
        if (Pointer *pointer = find(event.id); pointer && event.kind == kind_)
            move(*pointer, event, out);
        return;
    case PointerAction::up:
        return up(event, out);
    case PointerAction::cancel:
        return cancel(out);
    }
}

void GestureRecognizer::down(const PointerEvent &event, Out &out) {
    if (!pointers_.empty() && event.kind != kind_)
        return; // a palm beside the pen, a bumped mouse
    if (find(event.id)) {
        if (event.button != button_)
            return;  // a second button of the same mouse
        cancel(out); // its end was lost
    }
    pointers_.push_back({event.id, event.position, event.pressure});
    if (pointers_.size() == 1) {
        state_ = State::pressed;
        kind_ = event.kind;
        button_ = event.button;
        start_ = event.position;
        start_s_ = now_s_;
    } else if (pointers_.size() == 2) {
        begin_pinch(out);
    }
}

void GestureRecognizer::move(Pointer &pointer, const PointerEvent &event, Out &out) {
    const glm::vec2 delta = event.position - pointer.position;
    pointer.position = event.position;
    pointer.pressure = event.pressure;
    if (state_ == State::pressed && glm::distance(start_, pointer.position) > slop()) {
        state_ = State::dragging;
        out.push_back(drag(GesturePhase::begin, {0, 0}));
    } else if (state_ == State::dragging && delta != glm::vec2(0, 0)) {
        out.push_back(drag(GesturePhase::move, delta));
    } else if (state_ == State::pinching) {
        move_pinch(out);
    }
}

void GestureRecognizer::up(const PointerEvent &event, Out &out) {
    Pointer *pointer = find(event.id);
    if (!pointer || event.kind != kind_ || event.button != button_)
        return;
    move(*pointer, event, out);
    switch (state_) {
    case State::pressed:
        if (button_ == PointerButton::primary)
            out.push_back(Tap{start_, kind_});
        break;
    case State::dragging:
        out.push_back(drag(GesturePhase::end, {0, 0}));
        break;
    case State::pinching:
        if (pointers_.size() == 2)
            out.push_back(Pinch{GesturePhase::end, center_, {0, 0}, 1});
        break;
    case State::idle:
    case State::spent:
        break;
    }
    pointers_.erase(pointers_.begin() + (pointer - pointers_.data()));
    if (pointers_.empty())
        state_ = State::idle;
    else if (pointers_.size() == 1)
        state_ = State::spent; // the finger that stays a moment longer means nothing
    else
        measure_pinch();
}

void GestureRecognizer::cancel(Out &out) {
    if (state_ == State::dragging)
        out.push_back(drag(GesturePhase::cancel, {0, 0}));
    else if (state_ == State::pinching)
        out.push_back(Pinch{GesturePhase::cancel, center_, {0, 0}, 1});
    pointers_.clear();
    state_ = State::idle;
}

void GestureRecognizer::begin_pinch(Out &out) {
    if (state_ == State::dragging)
        out.push_back(drag(GesturePhase::cancel, {0, 0}));
    state_ = State::pinching;
    measure_pinch();
    out.push_back(Pinch{GesturePhase::begin, center_, {0, 0}, 1});
}

/// The first two fingers pinch; when they are others than before, the measure starts anew.
void GestureRecognizer::measure_pinch() {
    const glm::vec2 a = pointers_[0].position, b = pointers_[1].position;
    center_ = (a + b) * 0.5F;
    distance_ = std::max(glm::distance(a, b), nearest_fingers);
}

void GestureRecognizer::move_pinch(Out &out) {
    const glm::vec2 center_before = center_;
    const float distance_before = distance_;
    measure_pinch();
    if (center_ != center_before || distance_ != distance_before)
        out.push_back(Pinch{GesturePhase::move, center_, center_ - center_before,
                            distance_ / distance_before});
}

Drag GestureRecognizer::drag(GesturePhase phase, glm::vec2 delta) const {
    const Pointer &pointer = pointers_.front();
    return {phase, start_, pointer.position, delta, kind_, button_, pointer.pressure};
}

GestureRecognizer::Pointer *GestureRecognizer::find(std::int64_t id) {
    const auto found = std::find_if(pointers_.begin(), pointers_.end(),
                                    [&](const Pointer &pointer) { return pointer.id == id; });
    return found == pointers_.end() ? nullptr : &*found;
}

float GestureRecognizer::slop() const {
    return kind_ == PointerKind::touch ? config_.touch_slop : config_.mouse_slop;
}

} // namespace engine
