#include "ui/ui_state.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace engine::ui {

namespace {

constexpr float mouse_slop = 8, touch_slop = 14; // layout pixels
constexpr float fling_catch = 50; // a press while faster than this only stops the fling
constexpr float wheel_step = 64;

/// A frame can report one click and one key to a widget. A second one, and all that follows it,
/// waits for the next frame, so that nothing that a person did is lost.
enum class Judged : std::uint8_t { done, wait };

bool takes_arrows(const Node &node) {
    return node.drags || node.role == Role::slider || node.role == Role::stepper ||
           node.role == Role::segment || node.role == Role::canvas;
}

bool takes_enter(Role role) {
    return role != Role::slider && role != Role::stepper;
}

bool is_arrow(Key key) {
    return key >= Key::left && key <= Key::page_down;
}

const ScrollPlace *scroll_at(const Ui::State &s, glm::vec2 pixel, int layer) {
    const ScrollPlace *top = nullptr;
    for (const ScrollPlace &place : s.judged.scrolls)
        if (place.layer >= layer && place.visible.contains(pixel))
            top = &place;
    return top;
}

const ScrollPlace *scroll_place(const Ui::State &s, Id id) {
    const auto found = std::ranges::find(s.judged.scrolls, id, &ScrollPlace::id);
    return found == s.judged.scrolls.end() ? nullptr : &*found;
}

float slop(const Ui::State &s, PointerKind kind) {
    return s.scale * (kind == PointerKind::mouse ? mouse_slop : touch_slop);
}

bool pressable(const Node *node) {
    return node && node->enabled && node->takes_input;
}

void click(Ui::State &s, const Node &node, glm::vec2 pointer) {
    Interaction &result = s.happened[node.id];
    result.clicked = true;
    result.pointer = pointer;
    s.focused = node.id;
    if (node.role == Role::text_field)
        edit_field(s, node.id);
}

// --- pointers --------------------------------------------------------------------------------

void press_interface(Ui::State &s, const PointerEvent &event, double time_s, const Node *node) {
    const int layer = node ? node->layer : 0;
    const ScrollPlace *scroll = scroll_at(s, event.position, layer);
    Press press;
    press.active = true;
    press.pointer = event.id;
    press.kind = event.kind;
    press.target = pressable(node) ? node->id : 0;
    press.scroll = scroll ? scroll->id : 0;
    press.start = press.last = event.position;
    press.last_s = time_s;
    if (ScrollState &state = s.scrolls[press.scroll]; std::abs(state.velocity) > 0) {
        if (std::abs(state.velocity) > fling_catch * s.scale)
            press.target = 0;
        state.velocity = 0;
    }
    if (s.editing.id != 0 && press.target != s.editing.id)
        edit_field(s, 0);
    s.press = press;
}

Judged pointer_down(Ui::State &s, const InputEvent &input, const PointerEvent &event) {
    s.keyboard_in_use = false;
    const Node *node = s.judged.tree.at(event.position);
    const bool other_finger =
        s.press.active || (event.kind == PointerKind::touch && !s.fingers.empty());
    if (event.kind == PointerKind::touch)
        s.fingers.insert(event.id);
    if (const auto held = s.grabs.find({event.kind, event.id}); held != s.grabs.end()) {
        ++held->second.buttons;
        s.canvas_events[held->second.canvas].push_back(input);
        return Judged::done;
    }
    if (node && node->role == Role::canvas) {
        s.grabs[{event.kind, event.id}] = {node->id, 1};
        s.canvas_events[node->id].push_back(input);
        s.focused = 0;
        edit_field(s, 0);
        return Judged::done;
    }
    if (!other_finger && event.button == PointerButton::primary)
        press_interface(s, event, input.time_s, node);
    return Judged::done;
}

/// Whether the finger's way belongs to the scroll area or to the widget that it began on.
bool scroll_takes(const Ui::State &s, glm::vec2 way) {
    if (s.press.scroll == 0)
        return false;
    const auto state = s.scrolls.find(s.press.scroll);
    if (state == s.scrolls.end() || state->second.range <= 0)
        return false;
    const Node *target = s.judged.tree.find(s.press.target);
    if (target != nullptr && target->drags)
        return false;
    const bool upright = std::abs(way.y) > std::abs(way.x);
    const bool editing = s.press.target != 0 && s.press.target == s.editing.id;
    return upright && !(editing && s.press.kind == PointerKind::mouse);
}

void press_moved(Ui::State &s, const PointerEvent &event, double time_s) {
    Press &press = s.press;
    const glm::vec2 way = event.position - press.start;
    const bool was_tap = !press.moved;
    if (was_tap && std::hypot(way.x, way.y) > slop(s, press.kind)) {
        press.moved = true;
        if (scroll_takes(s, way)) {
            press.scrolling = true;
            press.target = 0;
        }
    }
    if (press.scrolling) {
        const float step = press.last.y - event.position.y;
        const auto seconds = static_cast<float>(time_s - press.last_s);
        scroll_by(s, press.scroll, step);
        if (seconds > 0) // smoothed: single fingers tremble
            press.velocity += (step / seconds - press.velocity) * 0.6F;
    }
    press.last = event.position;
    press.last_s = time_s;
}

void release(Ui::State &s, const PointerEvent &event, double time_s) {
    constexpr double rest = 0.08; // a finger that stopped before it lifted flings nothing
    Press press = std::exchange(s.press, Press{});
    if (press.scrolling) {
        if (time_s - press.last_s < rest && !s.config.reduce_motion)
            s.scrolls[press.scroll].velocity = press.velocity;
        return;
    }
    const Node *node = press.target != 0 ? s.judged.tree.find(press.target) : nullptr;
    if (!node)
        return;
    Interaction &result = s.happened[node->id];
    result.released = true;
    result.dragging = press.moved;
    result.pointer = event.position;
    // A finger that trembles on the widget still means it; one that left it has thought better.
    const Node *top = s.judged.tree.at(event.position);
    const bool still_on_it = top && top->id == node->id;
    if (node->enabled && (still_on_it || !press.moved))
        click(s, *node, event.position);
}

Judged pointer_up(Ui::State &s, const InputEvent &input, const PointerEvent &event) {
    if (const auto held = s.grabs.find({event.kind, event.id}); held != s.grabs.end()) {
        s.canvas_events[held->second.canvas].push_back(input);
        if (--held->second.buttons == 0 || event.action == PointerAction::cancel)
            s.grabs.erase(held);
    } else if (s.press.active && s.press.pointer == event.id && s.press.kind == event.kind &&
               event.button == PointerButton::primary) {
        const auto told = s.happened.find(s.press.target);
        const bool second = told != s.happened.end() && told->second.clicked;
        if (second && event.action == PointerAction::up)
            return Judged::wait;
        press_moved(s, event, s.press.scrolling ? s.press.last_s : input.time_s);
        if (event.action == PointerAction::up)
            release(s, event, input.time_s);
        else
            s.press = {};
    }
    if (event.kind == PointerKind::touch)
        s.fingers.erase(event.id);
    return Judged::done;
}

void pointer_move(Ui::State &s, const InputEvent &input, const PointerEvent &event) {
    if (const auto held = s.grabs.find({event.kind, event.id}); held != s.grabs.end()) {
        s.canvas_events[held->second.canvas].push_back(input);
    } else if (s.press.active && s.press.pointer == event.id && s.press.kind == event.kind) {
        press_moved(s, event, input.time_s);
    } else if (event.kind == PointerKind::mouse) {
        const Node *node = s.judged.tree.at(event.position);
        if (node && node->role == Role::canvas)
            s.canvas_events[node->id].push_back(input);
    }
}

Judged judge(Ui::State &s, const InputEvent &input, const PointerEvent &event) {
    if (event.kind == PointerKind::mouse)
        s.mouse = event.position;
    else
        s.mouse.reset(); // no hover behind a finger
    switch (event.action) {
    case PointerAction::down:
        return pointer_down(s, input, event);
    case PointerAction::move:
        pointer_move(s, input, event);
        return Judged::done;
    case PointerAction::up:
    case PointerAction::cancel:
        return pointer_up(s, input, event);
    }
    return Judged::done;
}

Judged judge(Ui::State &s, const InputEvent &input, const WheelEvent &event) {
    const Node *node = s.judged.tree.at(event.position);
    if (const ScrollPlace *scroll = scroll_at(s, event.position, node ? node->layer : 0)) {
        s.scrolls[scroll->id].velocity = 0;
        scroll_by(s, scroll->id, -event.steps.y * wheel_step * s.scale);
    } else if (node && node->role == Role::canvas) {
        s.canvas_events[node->id].push_back(input);
    }
    return Judged::done;
}

// --- keys ------------------------------------------------------------------------------------

bool can_focus(const Ui::State &s, const Node &node) {
    if (!node.takes_input || !node.tab_stop || !node.enabled)
        return false;
    const Node *top = s.judged.tree.at(node.visible.center());
    if (!node.visible.empty())
        return !top || top->layer <= node.layer;
    const auto place = s.judged.scroll_of.find(node.id);
    return place != s.judged.scroll_of.end() && place->second != 0;
}

/// With no focus yet, Tab starts at the top layer: the sheet that is open. A dialog that is all
/// there is has only stops above that.
const Node *tab_neighbour(const Ui::State &s, bool backwards) {
    std::vector<const Node *> stops;
    int top_layer = 0;
    for (const Node &node : s.judged.tree.nodes())
        if (can_focus(s, node)) {
            stops.push_back(&node);
            if (node.layer <= 1)
                top_layer = std::max(top_layer, node.layer);
        }
    if (stops.empty())
        return nullptr;
    const auto current = std::ranges::find(stops, s.focused, &Node::id);
    if (current == stops.end()) {
        const auto on_top = [&](const Node *node) { return node->layer == top_layer; };
        if (std::ranges::none_of(stops, on_top))
            return backwards ? stops.back() : stops.front();
        return backwards ? *std::find_if(stops.rbegin(), stops.rend(), on_top)
                         : *std::ranges::find_if(stops, on_top);
    }
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    const auto at = (current - stops.begin()) + (backwards ? count - 1 : 1);
    return stops[static_cast<std::size_t>(at % count)];
}

void move_focus(Ui::State &s, bool backwards) {
    const Node *node = tab_neighbour(s, backwards);
    if (!node)
        return;
    s.focused = node->id;
    edit_field(s, node->role == Role::text_field ? node->id : 0);
    const auto place = s.judged.scroll_of.find(node->id);
    if (place == s.judged.scroll_of.end())
        return;
    if (const ScrollPlace *scroll = scroll_place(s, place->second))
        reveal_in(s, *scroll, node->rect);
}

Judged field_key(Ui::State &s, const InputEvent &input, const KeyEvent &event) {
    if (!event.down)
        return Judged::done;
    if (event.key == Key::escape) {
        edit_field(s, 0);
        return Judged::done;
    }
    s.typed.push_back(input);
    // Only the field knows whether Enter ends it; what follows is judged when it has said so.
    return event.key == Key::enter ? Judged::wait : Judged::done;
}

Judged focused_key(Ui::State &s, const KeyEvent &event, const Node &node) {
    Interaction &result = s.happened[node.id];
    if (event.key == Key::enter || event.key == Key::space) {
        if (result.clicked)
            return Judged::wait;
        s.keyboard_in_use = true;
        click(s, node, node.rect.center());
        return Judged::done;
    }
    if (result.key != Key::none)
        return Judged::wait;
    s.keyboard_in_use = true;
    result.key = event.key;
    return Judged::done;
}

bool wants(const Node &node, const KeyEvent &event) {
    if (event.control || event.alt)
        return false;
    const bool presses = event.key == Key::enter || event.key == Key::space;
    return presses ? takes_enter(node.role) : is_arrow(event.key) && takes_arrows(node);
}

Judged judge(Ui::State &s, const InputEvent &input, const KeyEvent &event) {
    if (event.key == Key::tab && event.down && !event.control && !event.alt) {
        s.keyboard_in_use = true;
        move_focus(s, event.shift);
        return Judged::done;
    }
    if (s.editing.id != 0)
        return field_key(s, input, event);
    if (!event.down)
        return Judged::done;
    const Node *node = s.focused != 0 ? s.judged.tree.find(s.focused) : nullptr;
    if (pressable(node) && wants(*node, event))
        return focused_key(s, event, *node);
    s.free_keys.push_back(event);
    return Judged::done;
}

Judged judge(Ui::State &s, const InputEvent &input, const TextEvent & /*text*/) {
    if (s.editing.id != 0)
        s.typed.push_back(input);
    return Judged::done;
}

template <class Other>
Judged judge(Ui::State & /*state*/, const InputEvent & /*input*/, const Other & /*event*/) {
    return Judged::done;
}

/// Events that may take the keys away from a text field.
bool may_leave_field(const InputEvent &input) {
    if (const auto *pointer = std::get_if<PointerEvent>(&input.what))
        return pointer->action == PointerAction::down;
    const auto *key = std::get_if<KeyEvent>(&input.what);
    return key && key->down && (key->key == Key::tab || key->key == Key::escape);
}

void update_hover(Ui::State &s) {
    s.hovered = 0;
    if (!s.mouse || s.press.scrolling)
        return;
    const Node *node = s.judged.tree.at(*s.mouse);
    if (node && (!s.press.active || s.press.target == node->id))
        s.hovered = node->id;
}

} // namespace

void judge_events(Ui::State &s, std::span<const InputEvent> events) {
    s.happened.clear();
    s.free_keys.clear();
    s.canvas_events.clear();
    s.typed.clear();
    s.left_fields.clear();
    s.waiting.insert(s.waiting.end(), events.begin(), events.end());
    while (!s.waiting.empty()) {
        const InputEvent input = s.waiting.front();
        if (!s.typed.empty() && may_leave_field(input))
            break; // the field has to take what was typed first
        const std::size_t typed_before = s.typed.size();
        const Judged judged =
            std::visit([&](const auto &event) { return judge(s, input, event); }, input.what);
        const bool handed_over = s.typed.size() != typed_before;
        if (judged == Judged::done || handed_over)
            s.waiting.pop_front();
        if (judged == Judged::wait)
            break;
    }
    update_hover(s);
}

void edit_field(Ui::State &s, Id id) {
    if (s.editing.id == id)
        return;
    if (s.editing.id != 0 && s.editing.dirty)
        s.left_fields.insert(s.editing.id);
    s.editing = {};
    s.editing.id = id;
    s.editing.blink_start_s = s.now_s;
}

} // namespace engine::ui
