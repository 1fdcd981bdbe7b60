/// The window: an SDL window with an OpenGL 3.3 core context, or the same without a screen.
#pragma once

#include "base/result.hpp"
#include "host/clock.hpp"
#include "input/event.hpp"
#include "math/rect.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engine {

struct WindowConfig {
    std::string title = "Palpate";
    int width = 1280, height = 800; ///< in SDL's units; see Window::size() for pixels
    bool offscreen = false;         ///< no screen at all: tests, recorded demos
    bool visible = true;
    bool fullscreen = false;
    bool vsync = true;
    int max_frames_per_second = 60; ///< where vsync is off or refused; 0: as fast as it goes
    Clock clock;                    ///< for the times of events
};

/// Owns SDL's video part. Use from the main thread, except for wake().
class Window {
  public:
    /// The context is current and GL's functions are loaded. The Error says what to install.
    static Result<std::unique_ptr<Window>> create(const WindowConfig &config);
    ~Window();
    Window(const Window &) = delete;
    Window &operator=(const Window &) = delete;

    /// Pixels that are drawn to; positions of events are in the same.
    glm::ivec2 size() const;
    /// False when nobody can see it: asked for offscreen, or SDL found no display and fell back.
    bool has_display() const;
    /// SDL's name of the video driver: "x11", "wayland", "offscreen".
    std::string driver() const;

    /// Shows what was drawn. Sleeps when frames come faster than they can be seen.
    void swap();

    /// Appends what has happened, without waiting.
    void poll(std::vector<InputEvent> &events);
    /// Waits until something happens, wake() is called or the time is over; negative: no limit.
    /// Then appends as poll() does.
    void wait_events(double timeout_s, std::vector<InputEvent> &events);
    /// Ends a wait from any thread: a job has finished.
    void wake() const;

    /// A text field has the focus (its rectangle in pixels) or none has: TextEvents come and an
    /// on-screen keyboard is up only while one has. Cheap when nothing changed.
    void set_text_input(const std::optional<Rect> &field);

  private:
    struct State;
    explicit Window(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace engine
