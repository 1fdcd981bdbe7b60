#include "host/sdl_events.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace engine {
namespace {

using What = decltype(InputEvent::what);
using Maybe = std::optional<What>;

std::optional<PointerButton> button_of(Uint8 button) {
    switch (button) {
    case SDL_BUTTON_LEFT:
        return PointerButton::primary;
    case SDL_BUTTON_RIGHT:
        return PointerButton::secondary;
    case SDL_BUTTON_MIDDLE:
        return PointerButton::middle;
    default:
        return std::nullopt;
    }
}

PointerButton held_button(Uint32 buttons) {
    if ((buttons & SDL_BUTTON_LMASK) == 0) {
        if (buttons & SDL_BUTTON_RMASK)
            return PointerButton::secondary;
        if (buttons & SDL_BUTTON_MMASK)
            return PointerButton::middle;
    }
    return PointerButton::primary;
}

glm::vec2 pixel(Sint32 x, Sint32 y, const Surface &surface) {
    return glm::vec2{static_cast<float>(x), static_cast<float>(y)} * surface.pixels_per_unit;
}

Maybe mouse_button(const SDL_MouseButtonEvent &mouse, const Surface &surface) {
    const auto button = button_of(mouse.button);
    // A click that SDL made up from a finger would come twice.
    if (!button || mouse.which == SDL_TOUCH_MOUSEID)
        return std::nullopt;
    PointerEvent pointer;
    pointer.action = mouse.state == SDL_PRESSED ? PointerAction::down : PointerAction::up;
    pointer.button = *button;
    pointer.position = pixel(mouse.x, mouse.y, surface);
    return pointer;
}

Maybe mouse_motion(const SDL_MouseMotionEvent &mouse, const Surface &surface) {
    if (mouse.which == SDL_TOUCH_MOUSEID)
        return std::nullopt;
    PointerEvent pointer;
    pointer.button = held_button(mouse.state);
    pointer.position = pixel(mouse.x, mouse.y, surface);
    return pointer;
}

Maybe wheel(const SDL_MouseWheelEvent &wheel, const Surface &surface) {
    if (wheel.which == SDL_TOUCH_MOUSEID)
        return std::nullopt;
    const float sign = wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? -1.0F : 1.0F;
    return WheelEvent{pixel(wheel.mouseX, wheel.mouseY, surface),
                      sign * glm::vec2{wheel.preciseX, wheel.preciseY}};
}

/// SDL counts fingers from 0 on some systems; 0 is the mouse for us.
std::int64_t finger_id(SDL_FingerID id) {
    return id >= 0 && id < std::numeric_limits<SDL_FingerID>::max() ? id + 1 : id;
}

Maybe finger(const SDL_TouchFingerEvent &touch, PointerAction action, const Surface &surface) {
    if (touch.touchId == SDL_MOUSE_TOUCHID)
        return std::nullopt;
    PointerEvent pointer;
    pointer.action = action;
    pointer.kind = PointerKind::touch;
    pointer.id = finger_id(touch.fingerId);
    pointer.position = glm::vec2{touch.x, touch.y} * surface.pixels;
    // A finger that is down presses; devices that do not measure it say 0.
    pointer.pressure = touch.pressure > 0 ? std::min(touch.pressure, 1.0F) : 1.0F;
    return pointer;
}

/// Of the row above the letters and of the keypad; Key::none for other keys.
Key digit_of(SDL_Keycode code) {
    int digit = -1;
    if (code >= SDLK_0 && code <= SDLK_9)
        digit = code - SDLK_0;
    else if (code == SDLK_KP_0) // stands behind 9
        digit = 0;
    else if (code >= SDLK_KP_1 && code <= SDLK_KP_9)
        digit = 1 + code - SDLK_KP_1;
    return digit < 0 ? Key::none : static_cast<Key>(static_cast<int>(Key::digit_0) + digit);
}

Key key_of(SDL_Keycode code) {
    switch (code) {
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        return Key::enter;
    case SDLK_ESCAPE:
    case SDLK_AC_BACK: // the back key of tablets
        return Key::escape;
    case SDLK_SPACE:
        return Key::space;
    case SDLK_TAB:
        return Key::tab;
    case SDLK_BACKSPACE:
        return Key::backspace;
    case SDLK_DELETE:
        return Key::del;
    case SDLK_LEFT:
        return Key::left;
    case SDLK_RIGHT:
        return Key::right;
    case SDLK_UP:
        return Key::up;
    case SDLK_DOWN:
        return Key::down;
    case SDLK_HOME:
        return Key::home;
    case SDLK_END:
        return Key::end;
    case SDLK_PAGEUP:
        return Key::page_up;
    case SDLK_PAGEDOWN:
        return Key::page_down;
    case SDLK_a:
        return Key::a;
    case SDLK_c:
        return Key::c;
    case SDLK_v:
        return Key::v;
    case SDLK_x:
        return Key::x;
    case SDLK_y:
        return Key::y;
    case SDLK_z:
        return Key::z;
    case SDLK_PLUS:
    case SDLK_KP_PLUS:
    case SDLK_EQUALS: // Ctrl and the key that has the plus on most keyboards
        return Key::plus;
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
        return Key::minus;
    default:
        return digit_of(code);
    }
}

Maybe keyboard(const SDL_KeyboardEvent &keyboard) {
    const Key key = key_of(keyboard.keysym.sym);
    if (key == Key::none)
        return std::nullopt;
    const Uint16 held = keyboard.keysym.mod;
    return KeyEvent{key, keyboard.state == SDL_PRESSED, (held & KMOD_SHIFT) != 0,
                    (held & KMOD_CTRL) != 0, (held & KMOD_ALT) != 0};
}

int whole_pixels(float pixels) {
    return static_cast<int>(std::lround(pixels));
}

Maybe window(const SDL_WindowEvent &window, const Surface &surface) {
    switch (window.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED: {
        const glm::vec2 size = pixel(window.data1, window.data2, surface);
        return ResizeEvent{whole_pixels(size.x), whole_pixels(size.y)};
    }
    case SDL_WINDOWEVENT_EXPOSED:
        return ResizeEvent{whole_pixels(surface.pixels.x), whole_pixels(surface.pixels.y)};
    case SDL_WINDOWEVENT_FOCUS_LOST: {
        // The button's release may go to another window: nobody must wait for it.
        PointerEvent pointer;
        pointer.action = PointerAction::cancel;
        return pointer;
    }
    default:
        return std::nullopt;
    }
}

Maybe what_of(const SDL_Event &event, const Surface &surface) {
    switch (event.type) {
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return mouse_button(event.button, surface);
    case SDL_MOUSEMOTION:
        return mouse_motion(event.motion, surface);
    case SDL_MOUSEWHEEL:
        return wheel(event.wheel, surface);
    case SDL_FINGERDOWN:
        return finger(event.tfinger, PointerAction::down, surface);
    case SDL_FINGERMOTION:
        return finger(event.tfinger, PointerAction::move, surface);
    case SDL_FINGERUP:
        return finger(event.tfinger, PointerAction::up, surface);
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        return keyboard(event.key);
    case SDL_TEXTINPUT:
        return TextEvent{event.text.text};
    case SDL_WINDOWEVENT:
        return window(event.window, surface);
    case SDL_QUIT: // also sent when the last window is closed, and by SIGTERM
        return CloseEvent{};
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<InputEvent> translate(const SDL_Event &event, const Surface &surface, double time_s) {
    auto what = what_of(event, surface);
    if (!what)
        return std::nullopt;
    return InputEvent{time_s, std::move(*what)};
}

} // namespace engine
