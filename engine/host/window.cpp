#include "host/window.hpp"

#include "host/sdl_events.hpp"

#define SDL_MAIN_HANDLED
#include <SDL.h>
#include <glad/gl.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace engine {
namespace {

constexpr const char *gl_help = "Install the graphics drivers (Debian: libgl1-mesa-dri libegl1 "
                                "libgl1) and start again.";

struct DestroyWindow {
    void operator()(SDL_Window *window) const { SDL_DestroyWindow(window); }
};

struct VideoSubsystem {
    VideoSubsystem() = default;
    VideoSubsystem(const VideoSubsystem &) = delete;
    VideoSubsystem &operator=(const VideoSubsystem &) = delete;
    ~VideoSubsystem() {
        if (running)
            SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }
    bool running = false;
};

struct GlContext {
    GlContext() = default;
    GlContext(const GlContext &) = delete;
    GlContext &operator=(const GlContext &) = delete;
    ~GlContext() {
        if (handle != nullptr)
            SDL_GL_DeleteContext(handle);
    }
    SDL_GLContext handle = nullptr;
};

Error sdl_error(const std::string &what, const std::string &help) {
    return {what + " (" + SDL_GetError() + "). " + help};
}

void set_hints(bool offscreen) {
    // Fingers and mouse stay what they are; we make one kind of event of both ourselves.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    if (offscreen)
        SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "offscreen", SDL_HINT_OVERRIDE);
    else
        SDL_ResetHint(SDL_HINT_VIDEODRIVER);
}

void ask_for_gl_3_3() {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 24);
}

Uint32 window_flags(const WindowConfig &config) {
    Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    flags |= config.visible ? SDL_WINDOW_SHOWN : SDL_WINDOW_HIDDEN;
    if (config.fullscreen)
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    return flags;
}

/// Fingers on a touchpad are not on the picture: their mouse events count, not their places.
bool on_a_touchpad(const SDL_Event &event) {
    if (event.type != SDL_FINGERDOWN && event.type != SDL_FINGERMOTION &&
        event.type != SDL_FINGERUP)
        return false;
    const auto type = SDL_GetTouchDeviceType(event.tfinger.touchId);
    return type == SDL_TOUCH_DEVICE_INDIRECT_ABSOLUTE || type == SDL_TOUCH_DEVICE_INDIRECT_RELATIVE;
}

} // namespace

struct Window::State {
    // In this order: the context goes first, SDL last.
    VideoSubsystem video;
    std::unique_ptr<SDL_Window, DestroyWindow> window;
    GlContext context;

    Clock clock;
    double frame_s = 0; ///< shortest time between two swaps, 0: none
    double next_swap_s = 0;
    Uint32 wake_event = 0;
    std::optional<Rect> text_field;

    Surface surface() const {
        glm::ivec2 pixels{1, 1};
        int units = 0;
        SDL_GL_GetDrawableSize(window.get(), &pixels.x, &pixels.y);
        SDL_GetWindowSize(window.get(), &units, nullptr);
        return {glm::vec2(pixels),
                static_cast<float>(pixels.x) / static_cast<float>(std::max(units, 1))};
    }

    void append(const SDL_Event &event, std::vector<InputEvent> &events) const {
        if (on_a_touchpad(event))
            return;
        if (auto translated = translate(event, surface(), clock.now_s()))
            events.push_back(std::move(*translated));
    }
};

Result<std::unique_ptr<Window>> Window::create(const WindowConfig &config) {
    auto state = std::make_unique<State>();
    state->clock = config.clock;
    set_hints(config.offscreen);
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
        return sdl_error("The screen cannot be used", gl_help);
    state->video.running = true;

    ask_for_gl_3_3();
    state->window.reset(SDL_CreateWindow(config.title.c_str(), SDL_WINDOWPOS_CENTERED,
                                         SDL_WINDOWPOS_CENTERED, config.width, config.height,
                                         window_flags(config)));
    if (!state->window)
        return sdl_error("A window for OpenGL cannot be opened", gl_help);
    state->context.handle = SDL_GL_CreateContext(state->window.get());
    if (state->context.handle == nullptr)
        return sdl_error("OpenGL 3.3 is not there", gl_help);
    if (gladLoadGL(reinterpret_cast<GLADloadfunc>(SDL_GL_GetProcAddress)) < GLAD_MAKE_VERSION(3, 3))
        return Error{std::string("This computer's OpenGL is older than 3.3. ") + gl_help};

    const bool synced = SDL_GL_SetSwapInterval(config.vsync ? 1 : 0) == 0 && config.vsync;
    // Offscreen there is nothing to be in step with, though SDL accepts the interval.
    const bool paced_by_screen =
        synced && std::string_view(SDL_GetCurrentVideoDriver()) != "offscreen";
    if (!paced_by_screen && config.max_frames_per_second > 0)
        state->frame_s = 1.0 / config.max_frames_per_second;
    state->wake_event = SDL_RegisterEvents(1);
    SDL_StopTextInput(); // SDL starts with it on
    return std::unique_ptr<Window>(new Window(std::move(state)));
}

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::~Window() = default;

glm::ivec2 Window::size() const {
    return glm::ivec2(state_->surface().pixels);
}

std::string Window::driver() const {
    const char *name = SDL_GetCurrentVideoDriver();
    return name == nullptr ? "" : name;
}

bool Window::has_display() const {
    const std::string name = driver();
    return name != "offscreen" && name != "dummy";
}

void Window::swap() {
    SDL_GL_SwapWindow(state_->window.get());
    if (state_->frame_s <= 0)
        return;
    const double early_s = state_->next_swap_s - state_->clock.now_s();
    if (early_s > 0)
        std::this_thread::sleep_for(std::chrono::duration<double>(early_s));
    state_->next_swap_s = state_->clock.now_s() + state_->frame_s;
}

void Window::poll(std::vector<InputEvent> &events) {
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0)
        state_->append(event, events);
}

void Window::wait_events(double timeout_s, std::vector<InputEvent> &events) {
    SDL_Event event;
    // -1 is SDL's word for no limit; rounding up keeps a short wait from becoming a busy loop.
    const int timeout_ms =
        timeout_s < 0 ? -1 : static_cast<int>(std::ceil(std::min(timeout_s, 1e6) * 1000));
    if (SDL_WaitEventTimeout(&event, timeout_ms) != 0)
        state_->append(event, events);
    poll(events);
}

void Window::wake() const {
    SDL_Event event{};
    event.type = state_->wake_event;
    SDL_PushEvent(&event);
}

void Window::set_text_input(const std::optional<Rect> &field) {
    if (field == state_->text_field)
        return;
    if (field) {
        const float units = 1 / state_->surface().pixels_per_unit;
        const auto whole = [&](float pixels) { return static_cast<int>(pixels * units); };
        const SDL_Rect rect{whole(field->x), whole(field->y), whole(field->w), whole(field->h)};
        SDL_SetTextInputRect(&rect);
    }
    if (field.has_value() != state_->text_field.has_value())
        (field ? SDL_StartTextInput : SDL_StopTextInput)();
    state_->text_field = field;
}

} // namespace engine
