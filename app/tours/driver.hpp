/// Hands for a Shell: presses what it finds by name in the semantic tree, through real input
/// events, and lets frames pass. For the recorded demo, the screen pictures and the tests.
#pragma once

#include "shell/program.hpp"

namespace app {

class Driver {
  public:
    /// `start`: the wall clock at second 0. `painter` may be null.
    Driver(Shell &shell, engine::ui::Ui &ui, Painter *painter, glm::vec2 size,
           engine::Timestamp start);

    /// The same for a whole program, also while it asks for a passphrase.
    Driver(Program &program, Painter *painter, glm::vec2 size, engine::Timestamp start);

    /// Frames until nothing moves any more (at most 10 s of them).
    void settle();
    /// One frame with these events.
    FrameResult frame(std::span<const engine::InputEvent> events);

    /// Taps the widget of that name with a finger, scrolling to it when needed.
    engine::Result<engine::Done> tap(std::string_view name);
    /// Taps a level slider at a level.
    engine::Result<engine::Done> set_level(std::string_view slider, int level);
    /// Taps the body where most of the area is seen.
    engine::Result<engine::Done> tap_area(std::string_view area, const BodyPlaces &places);
    /// Taps a text field, types, and leaves it with Escape.
    engine::Result<engine::Done> type(std::string_view field, std::string_view words);
    /// Taps the digits on the PIN pad.
    engine::Result<engine::Done> enter_pin(std::string_view pin);
    /// Nobody does anything for so long; frames come when they are due.
    void rest(double seconds);
    /// The clock goes on so far without a frame in between: the window was out of sight.
    void skip(double seconds);
    void tap_at(glm::vec2 position);
    void drag(glm::vec2 from, glm::vec2 to);
    void press(engine::Key key, bool control = false, bool shift = false);

    /// Plays recorded events, each in the frame of its time, and settles.
    void replay(const std::vector<engine::InputEvent> &events) { play(events); }

    int taps() const { return taps_; }
    double now_s() const { return now_s_; }
    /// Everything that was put in, for a recording.
    const std::vector<engine::InputEvent> &recorded() const { return recorded_; }

  private:
    void play(const std::vector<engine::InputEvent> &events);
    /// The node of that name, brought into view.
    engine::Result<engine::ui::Node> bring_into_view(std::string_view name);

    Shell &shell() { return program_ != nullptr ? *program_->shell : *shell_; }

    Program *program_ = nullptr;
    Shell *shell_ = nullptr; ///< where there is no program
    engine::ui::Ui &ui_;
    Painter *painter_;
    glm::vec2 size_;
    engine::Timestamp start_;
    double now_s_ = 0;
    int taps_ = 0;
    std::vector<engine::InputEvent> recorded_;
};

} // namespace app
