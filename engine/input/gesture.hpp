/// What a person means by the pointers: tap, long press, drag, pinch, zoom. Pure: decided from the
/// events and their times alone.
#pragma once

#include "input/event.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace engine {

/// `cancel`: it was not meant after all (a second finger came, the window lost the pointer).
enum class GesturePhase : std::uint8_t { begin, move, end, cancel };

struct Tap {
    glm::vec2 position{0, 0}; ///< where it went down
    PointerKind kind = PointerKind::mouse;
    friend bool operator==(const Tap &, const Tap &) = default;
};

struct LongPress {
    glm::vec2 position{0, 0};
    PointerKind kind = PointerKind::mouse;
    friend bool operator==(const LongPress &, const LongPress &) = default;
};

/// One pointer that moved further than the slop. Nothing has moved at `begin`.
struct Drag {
    GesturePhase phase = GesturePhase::begin;
    glm::vec2 start{0, 0}; ///< where it went down
    glm::vec2 position{0, 0};
    glm::vec2 delta{0, 0}; ///< since the last phase
    PointerKind kind = PointerKind::mouse;
    PointerButton button = PointerButton::primary;
    float pressure = 1;
    friend bool operator==(const Drag &, const Drag &) = default;
};

/// Two fingers that move and spread together. Nothing has moved at `begin`.
struct Pinch {
    GesturePhase phase = GesturePhase::begin;
    glm::vec2 center{0, 0};
    glm::vec2 delta{0, 0}; ///< of the center, since the last phase
    float scale = 1;       ///< distance of the fingers now by that of the last phase
    friend bool operator==(const Pinch &, const Pinch &) = default;
};

struct WheelZoom {
    glm::vec2 position{0, 0};
    float steps = 0; ///< > 0: nearer
    friend bool operator==(const WheelZoom &, const WheelZoom &) = default;
};

using Gesture = std::variant<Tap, LongPress, Drag, Pinch, WheelZoom>;

struct GestureConfig {
    float mouse_slop = 8;      ///< pixels; also for a pen
    float touch_slop = 14;     ///< pixels
    double long_press_s = 0.5; ///< 0: never; a slow tap is then a tap
};

class GestureRecognizer {
  public:
    explicit GestureRecognizer(const GestureConfig &config = {}) : config_(config) {}

    /// Appends what the event completes, begins or moves. Only pointers and the wheel count.
    void handle(const InputEvent &event, std::vector<Gesture> &gestures);
    /// Time goes on while nothing moves: a long press. handle() does the same for its event's time.
    void tick(double now_s, std::vector<Gesture> &gestures);
    /// When tick() has something to do, for the wait of the frame loop.
    std::optional<double> next_tick_s() const;

  private:
    enum class State : std::uint8_t { idle, pressed, dragging, pinching, spent };
    struct Pointer {
        std::int64_t id;
        glm::vec2 position;
        float pressure;
    };
    using Out = std::vector<Gesture>;

    void pointer(const PointerEvent &event, Out &out);
    void down(const PointerEvent &event, Out &out);
    void move(Pointer &pointer, const PointerEvent &event, Out &out);
    void up(const PointerEvent &event, Out &out);
    void cancel(Out &out);
    void begin_pinch(Out &out);
    void measure_pinch();
    void move_pinch(Out &out);
    Drag drag(GesturePhase phase, glm::vec2 delta) const;
    Pointer *find(std::int64_t id);
    float slop() const;

    GestureConfig config_;
    State state_ = State::idle;
    std::vector<Pointer> pointers_; ///< that are down, in that order; all of one kind
    PointerKind kind_ = PointerKind::mouse;
    PointerButton button_ = PointerButton::primary;
    glm::vec2 start_{0, 0};
    double start_s_ = 0, now_s_ = 0;
    glm::vec2 center_{0, 0}; ///< of the pinch at its last phase
    float distance_ = 1;
};

} // namespace engine
