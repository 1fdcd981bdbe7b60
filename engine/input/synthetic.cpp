#include "input/synthetic.hpp"

#include <glm/common.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace engine::synthetic {
namespace {

constexpr double tap_s = 0.05;
constexpr double moves_per_second = 60;

InputEvent pointer(PointerAction action, glm::vec2 position, double time_s, PointerKind kind,
                   std::int64_t finger = 1) {
    PointerEvent event;
    event.action = action;
    event.kind = kind;
    event.id = kind == PointerKind::mouse ? 0 : finger;
    event.position = position;
    return {time_s, event};
}

int moves_in(double duration_s) {
    return std::max(1, static_cast<int>(std::lround(duration_s * moves_per_second)));
}

/// Bytes of the UTF-8 character that starts with `first`.
std::size_t character_bytes(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

} // namespace

Events tap(glm::vec2 position, double time_s, PointerKind kind) {
    return hold(position, time_s, tap_s, kind);
}

Events hold(glm::vec2 position, double time_s, double duration_s, PointerKind kind) {
    Events events;
    if (kind == PointerKind::mouse)
        events.push_back(pointer(PointerAction::move, position, time_s, kind));
    events.push_back(pointer(PointerAction::down, position, time_s, kind));
    events.push_back(pointer(PointerAction::up, position, time_s + duration_s, kind));
    return events;
}

Events drag(glm::vec2 from, glm::vec2 to, double time_s, double duration_s, PointerKind kind) {
    Events events = hold(from, time_s, duration_s, kind);
    events.pop_back();
    const int moves = moves_in(duration_s);
    for (int move = 1; move <= moves; ++move) {
        const double part = static_cast<double>(move) / moves;
        events.push_back(pointer(PointerAction::move, glm::mix(from, to, static_cast<float>(part)),
                                 time_s + duration_s * part, kind));
    }
    events.push_back(pointer(PointerAction::up, to, time_s + duration_s, kind));
    return events;
}

Events pinch(glm::vec2 center, float from_distance, float to_distance, double time_s,
             double duration_s) {
    Events events;
    const auto both = [&](PointerAction action, float distance, double at_s) {
        const glm::vec2 arm{distance / 2, 0};
        events.push_back(pointer(action, center - arm, at_s, PointerKind::touch, 1));
        events.push_back(pointer(action, center + arm, at_s, PointerKind::touch, 2));
    };
    both(PointerAction::down, from_distance, time_s);
    const int moves = moves_in(duration_s);
    for (int move = 1; move <= moves; ++move) {
        const double part = static_cast<double>(move) / moves;
        both(PointerAction::move, glm::mix(from_distance, to_distance, static_cast<float>(part)),
             time_s + duration_s * part);
    }
    both(PointerAction::up, to_distance, time_s + duration_s);
    return events;
}

Events type(std::string_view utf8, double time_s) {
    Events events;
    while (!utf8.empty()) {
        const std::string_view character = utf8.substr(0, character_bytes(utf8.front()));
        utf8.remove_prefix(character.size());
        if (character == "\n") {
            for (const InputEvent &event : press(Key::enter, time_s))
                events.push_back(event);
        } else {
            events.push_back({time_s, TextEvent{std::string(character)}});
        }
        time_s += tap_s;
    }
    return events;
}

Events press(Key key, double time_s, bool control, bool shift) {
    return {{time_s, KeyEvent{key, true, shift, control, false}},
            {time_s + tap_s, KeyEvent{key, false, shift, control, false}}};
}

} // namespace engine::synthetic
