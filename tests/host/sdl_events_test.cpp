#include "catch.hpp"
#include "host/sdl_events.hpp"

#include <cstring>

using namespace engine;

namespace {

const Surface surface{{1280, 800}, 1};

SDL_Event mouse_button(Uint32 type, Uint8 button, int x, int y, Uint32 which = 0) {
    SDL_Event event{};
    event.type = type;
    event.button.which = which;
    event.button.button = button;
    event.button.state = type == SDL_MOUSEBUTTONDOWN ? SDL_PRESSED : SDL_RELEASED;
    event.button.x = x;
    event.button.y = y;
    return event;
}

SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y, float pressure,
                 SDL_TouchID device = 7) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.touchId = device;
    event.tfinger.fingerId = id;
    event.tfinger.x = x;
    event.tfinger.y = y;
    event.tfinger.pressure = pressure;
    return event;
}

SDL_Event key(Uint32 type, SDL_Keycode code, Uint16 held = KMOD_NONE) {
    SDL_Event event{};
    event.type = type;
    event.key.state = type == SDL_KEYDOWN ? SDL_PRESSED : SDL_RELEASED;
    event.key.keysym.sym = code;
    event.key.keysym.mod = held;
    return event;
}

SDL_Event window_event(Uint8 what, int width = 0, int height = 0) {
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = what;
    event.window.data1 = width;
    event.window.data2 = height;
    return event;
}

template <class T>
T translated(const SDL_Event &event, const Surface &on = surface) {
    const auto result = translate(event, on, 2.5);
    REQUIRE(result);
    CHECK(result->time_s == 2.5);
    REQUIRE(std::holds_alternative<T>(result->what));
    return std::get<T>(result->what);
}

} // namespace

TEST_CASE("a mouse click is down and up with its place and button") {
    const auto down =
        translated<PointerEvent>(mouse_button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 40, 60));
    CHECK(down ==
          PointerEvent{
              PointerAction::down, PointerKind::mouse, PointerButton::primary, 0, {40, 60}, 1});
    const auto up =
        translated<PointerEvent>(mouse_button(SDL_MOUSEBUTTONUP, SDL_BUTTON_RIGHT, 41, 61));
    CHECK(up ==
          PointerEvent{
              PointerAction::up, PointerKind::mouse, PointerButton::secondary, 0, {41, 61}, 1});
    CHECK_FALSE(translate(mouse_button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_X1, 1, 1), surface, 0));
}

TEST_CASE("places follow the pixels of a dense screen") {
    const Surface dense{{2560, 1600}, 2};
    const auto down =
        translated<PointerEvent>(mouse_button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 40, 60), dense);
    CHECK(down.position == glm::vec2(80, 120));
    CHECK(translated<ResizeEvent>(window_event(SDL_WINDOWEVENT_SIZE_CHANGED, 640, 400), dense) ==
          ResizeEvent{1280, 800});
}

TEST_CASE("a moved mouse tells the button that is held") {
    SDL_Event event{};
    event.type = SDL_MOUSEMOTION;
    event.motion.x = 5;
    event.motion.y = 6;
    event.motion.state = SDL_BUTTON_RMASK;
    const auto move = translated<PointerEvent>(event);
    CHECK(move.action == PointerAction::move);
    CHECK(move.button == PointerButton::secondary);
    CHECK(move.position == glm::vec2(5, 6));
}

TEST_CASE("fingers have places in pixels and ids that are never the mouse's") {
    const auto first = translated<PointerEvent>(finger(SDL_FINGERDOWN, 0, 0.5F, 0.25F, 0.75F));
    CHECK(first.kind == PointerKind::touch);
    CHECK(first.action == PointerAction::down);
    CHECK(first.position == glm::vec2(640, 200));
    CHECK(first.pressure == 0.75F);
    const auto second = translated<PointerEvent>(finger(SDL_FINGERMOTION, 1, 1, 1, 3));
    CHECK(second.action == PointerAction::move);
    CHECK(second.pressure == 1);
    const auto unmeasured = translated<PointerEvent>(finger(SDL_FINGERUP, -1, 0, 0, 0));
    CHECK(unmeasured.action == PointerAction::up);
    CHECK(unmeasured.pressure == 1);
    CHECK(first.id != 0);
    CHECK(second.id != 0);
    CHECK(unmeasured.id != 0);
    CHECK(first.id != second.id);
}

TEST_CASE("what SDL makes up of a finger or of the mouse is left out") {
    CHECK_FALSE(translate(
        mouse_button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 1, 1, SDL_TOUCH_MOUSEID), surface, 0));
    CHECK_FALSE(translate(finger(SDL_FINGERDOWN, 1, 0, 0, 1, SDL_MOUSE_TOUCHID), surface, 0));
}

TEST_CASE("the wheel turns the same way with reversed scrolling") {
    SDL_Event event{};
    event.type = SDL_MOUSEWHEEL;
    event.wheel.mouseX = 300;
    event.wheel.mouseY = 200;
    event.wheel.preciseX = -0.5F;
    event.wheel.preciseY = 1.25F;
    CHECK(translated<WheelEvent>(event) == WheelEvent{{300, 200}, {-0.5F, 1.25F}});
    event.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
    CHECK(translated<WheelEvent>(event) == WheelEvent{{300, 200}, {0.5F, -1.25F}});
}

TEST_CASE("keys carry what is held with them") {
    CHECK(translated<KeyEvent>(key(SDL_KEYDOWN, SDLK_z, KMOD_LCTRL | KMOD_RSHIFT)) ==
          KeyEvent{Key::z, true, true, true, false});
    CHECK(translated<KeyEvent>(key(SDL_KEYUP, SDLK_KP_ENTER, KMOD_LALT)) ==
          KeyEvent{Key::enter, false, false, false, true});
    CHECK(translated<KeyEvent>(key(SDL_KEYDOWN, SDLK_EQUALS)).key == Key::plus);
    CHECK(translated<KeyEvent>(key(SDL_KEYDOWN, SDLK_7)).key == Key::digit_7);
    CHECK(translated<KeyEvent>(key(SDL_KEYDOWN, SDLK_KP_0)).key == Key::digit_0);
    CHECK(translated<KeyEvent>(key(SDL_KEYDOWN, SDLK_KP_9)).key == Key::digit_9);
    CHECK_FALSE(translate(key(SDL_KEYDOWN, SDLK_F5), surface, 0));
}

TEST_CASE("text comes as it was typed") {
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    std::strcpy(event.text.text, "Zo\xC3\xAB");
    CHECK(translated<TextEvent>(event).utf8 == "Zo\xC3\xAB");
}

TEST_CASE("the window's own events") {
    CHECK(translated<ResizeEvent>(window_event(SDL_WINDOWEVENT_SIZE_CHANGED, 900, 700)) ==
          ResizeEvent{900, 700});
    SECTION("uncovered: drawn again at its size") {
        CHECK(translated<ResizeEvent>(window_event(SDL_WINDOWEVENT_EXPOSED)) ==
              ResizeEvent{1280, 800});
    }
    SECTION("another window takes over: a press that is going on ends") {
        const auto lost = translated<PointerEvent>(window_event(SDL_WINDOWEVENT_FOCUS_LOST));
        CHECK(lost.action == PointerAction::cancel);
        CHECK(lost.id == 0);
    }
    SECTION("closing comes once, with quit") {
        SDL_Event quit{};
        quit.type = SDL_QUIT;
        translated<CloseEvent>(quit);
        CHECK_FALSE(translate(window_event(SDL_WINDOWEVENT_CLOSE), surface, 0));
    }
}
