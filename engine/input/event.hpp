/// What a person does, as values: one pointer event for mouse, touch and pen, keys, text, window.
/// The host makes them from SDL, recordings and tests make them by hand; nothing else makes input.
#pragma once

#include <glm/vec2.hpp>

#include <cstdint>
#include <string>
#include <variant>

namespace engine {

enum class PointerKind : std::uint8_t { mouse, touch, pen };
enum class PointerAction : std::uint8_t { down, move, up, cancel };
enum class PointerButton : std::uint8_t { primary, secondary, middle };

struct PointerEvent {
    PointerAction action = PointerAction::move;
    PointerKind kind = PointerKind::mouse;
    PointerButton button = PointerButton::primary;
    std::int64_t id = 0;      ///< finger; 0 for the mouse
    glm::vec2 position{0, 0}; ///< window pixels
    float pressure = 1;       ///< 0..1, 1 where the device does not report it
    friend bool operator==(const PointerEvent &, const PointerEvent &) = default;
};

struct WheelEvent {
    glm::vec2 position{0, 0};
    glm::vec2 steps{0, 0}; ///< y > 0: away from the user
    friend bool operator==(const WheelEvent &, const WheelEvent &) = default;
};

enum class Key : std::uint8_t {
    none,
    enter,
    escape,
    space,
    tab,
    backspace,
    del,
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    a,
    c,
    v,
    x,
    y,
    z,
    plus,
    minus,
    digit_0, ///< the ten digits follow each other
    digit_1,
    digit_2,
    digit_3,
    digit_4,
    digit_5,
    digit_6,
    digit_7,
    digit_8,
    digit_9,
};

struct KeyEvent {
    Key key = Key::none;
    bool down = true;
    bool shift = false, control = false, alt = false;
    friend bool operator==(const KeyEvent &, const KeyEvent &) = default;
};

struct TextEvent {
    std::string utf8;
    friend bool operator==(const TextEvent &, const TextEvent &) = default;
};

struct ResizeEvent {
    int width = 0, height = 0; ///< window pixels
    friend bool operator==(const ResizeEvent &, const ResizeEvent &) = default;
};

struct CloseEvent {
    friend bool operator==(const CloseEvent &, const CloseEvent &) = default;
};

struct InputEvent {
    double time_s = 0; ///< since the program's start; from the clock that frame() is given
    std::variant<PointerEvent, WheelEvent, KeyEvent, TextEvent, ResizeEvent, CloseEvent> what;
    friend bool operator==(const InputEvent &, const InputEvent &) = default;
};

} // namespace engine
