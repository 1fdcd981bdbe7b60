/// The immediate-mode core: judges input against what was on the screen when it happened, keeps the
/// few bits of state that widgets need, and collects the semantic tree. Widgets are free functions
/// in widgets.hpp. One Ui per window; it owns its ImGui context and never touches GL.
#pragma once

#include "base/result.hpp"
#include "input/event.hpp"
#include "ui/semantics.hpp"
#include "ui/theme.hpp"

#include <filesystem>
#include <memory>
#include <span>

struct ImDrawData;
struct ImDrawList;
struct ImFont;

namespace engine::ui {

struct UiConfig {
    std::filesystem::path fonts;  ///< folder with Inter-*.otf and InterDisplay-SemiBold.otf
    int text_scale_percent = 100; ///< 100..200
    bool dark = false;
    bool reduce_motion = false;
};

/// What happened to one widget since the last frame.
struct Interaction {
    bool clicked = false;    ///< pressed and let go on it, or Enter / Space with the focus
    bool held = false;       ///< a pointer is down on it
    bool hovered = false;    ///< a mouse is over it
    bool focused = false;    ///< keyboard focus: draw the ring
    bool dragging = false;   ///< held and moved further than a tap
    bool released = false;   ///< let go this frame, also after a drag
    glm::vec2 pointer{0, 0}; ///< while held or released
    Key key = Key::none;     ///< arrow, home, end, page key while focused
};

class Ui {
  public:
    static Result<std::unique_ptr<Ui>> create(const UiConfig &config);
    ~Ui();
    Ui(const Ui &) = delete;
    Ui &operator=(const Ui &) = delete;

    /// Changes theme, text scale or motion; fonts are rebuilt at the next begin() when needed.
    void configure(const UiConfig &config);
    const UiConfig &config() const;
    /// Words so large that rows of several columns do not fit: 150 % and more.
    bool large_words() const { return config().text_scale_percent >= 150; }

    /// Starts a frame: takes the events since the last one. `size` in window pixels.
    void begin(double now_s, glm::vec2 size, std::span<const InputEvent> events);
    /// Ends it: the tree becomes the one that the next events are judged by.
    void end();

    double now_s() const;
    glm::vec2 size() const;
    const Theme &theme() const;
    /// Layout scale of the window: 1 at 1280x800 and below, 1.5 at 1920x1200.
    float scale() const;
    /// Layout pixels to window pixels: for distances that do not follow the text.
    float px(float layout) const { return layout * scale(); }
    /// As px(), times the text scale: for heights that carry text.
    float text_px(float layout) const;
    /// True while something moves by itself: the host draws the next frame without waiting.
    bool animating() const;
    /// When nothing moves but a frame is due at a known time: a toast ends, a caret blinks.
    std::optional<double> wake_at_s() const;
    /// The finished frame, after end(). Its only texture is the font atlas of the ImGui context.
    ImDrawData *draw_data() const;
    /// Grows when the font atlas was built anew: the host uploads its texture again.
    int font_generation() const;
    /// The last finished frame in words.
    const Tree &tree() const;
    /// Set when a text field has the focus: its rectangle, for an on-screen keyboard.
    std::optional<Rect> text_input() const;

    // --- for widgets -------------------------------------------------------------------------
    ImDrawList *draw();
    ImFont *font(Font font);
    float font_size(Font font) const;   ///< window pixels
    float line_height(Font font) const; ///< window pixels

    /// Ids: a name within the enclosing scopes.
    Id id(std::string_view name) const;
    void push_scope(std::string_view name);
    void pop_scope();

    /// Clip and layer apply to all that follows until popped.
    void push_clip(const Rect &rect);
    void pop_clip();
    Rect clip() const;
    void push_layer(int layer);
    void pop_layer();

    /// Reports a widget and gets what happened to it. Node::rect, role, name must be set; id, layer
    /// and visible are filled in.
    Interaction widget(Node node);
    /// Reports something that takes no input.
    void report(Node node);

    /// A place where other code takes the pointer (the 3D view). Events that began there, in order,
    /// with their times; the interface above it has first refusal.
    std::span<const InputEvent> canvas(std::string_view name, const Rect &rect);
    /// The same as a stop of the Tab key, with `value` read out: arrows, Enter and whether the
    /// mouse is there are in `keys`.
    struct CanvasInput {
        std::span<const InputEvent> events;
        Interaction keys;
    };
    CanvasInput keyed_canvas(std::string_view name, const Rect &rect, std::string_view value);

    /// Moves towards `target` (0..1) in `seconds`; the current value. Starts at the first target.
    float animate(Id id, float target, double seconds);
    /// Asks for a frame at a time to come, though nothing moves until then.
    void wake_at(double time_s);
    /// Keyboard focus.
    void focus(Id id);
    Id focused() const;
    /// True when keys were used last: rings are drawn only then.
    bool keyboard_in_use() const;
    /// Keys that went down and no focused widget took, for shortcuts (Escape, Ctrl+Z).
    std::span<const KeyEvent> keys() const;

    struct State; ///< defined in ui_state.hpp, for engine/ui only
    State &state() { return *state_; }

  private:
    explicit Ui(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Names within a scope get ids of their own: a list's rows, a sheet's parts.
class Scope {
  public:
    Scope(Ui &ui, std::string_view name) : ui_(ui) { ui_.push_scope(name); }
    ~Scope() { ui_.pop_scope(); }
    Scope(const Scope &) = delete;
    Scope &operator=(const Scope &) = delete;

  private:
    Ui &ui_;
};

/// A part of the screen that scrolls under the finger, with a thin bar while it moves. Inside it,
/// draw from `content()` on; `used()` takes the height that was used, before it ends.
class ScrollArea {
  public:
    ScrollArea(Ui &ui, std::string_view name, const Rect &view);
    ~ScrollArea();
    ScrollArea(const ScrollArea &) = delete;
    ScrollArea &operator=(const ScrollArea &) = delete;
    /// Where to draw: the view's width, moved by the scroll offset; height 0, since what scrolls
    /// has no limit.
    Rect content() const;
    void used(float height);
    /// Scrolls so that this rectangle (of this frame) is in view.
    void reveal(const Rect &rect);

  private:
    Ui &ui_;
    Id id_;
    Rect view_;
    float used_ = 0;
};

} // namespace engine::ui
