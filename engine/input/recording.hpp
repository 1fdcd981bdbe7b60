/// Recorded input as text, one event a line, and its playback. Times are seconds and never go back:
///
///     input-recording 1
///     # notes and empty lines are skipped
///     0.5 down touch primary 3 640.5 200 0.75     action kind button id x y pressure
///     0.75 wheel 640 200 0 -1                     x y, steps x y
///     1 key down z control shift                  up or down, key, what is held: shift control alt
///     1.25 text Zoe                               the rest of the line; \n \r \\ are escaped
///     1.5 resize 1280 800
///     2 close
#pragma once

#include "base/result.hpp"
#include "input/event.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// read_recording() gives the same events again, to the last bit.
std::string write_recording(std::span<const InputEvent> events);
/// The Error names the line.
Result<std::vector<InputEvent>> read_recording(std::string_view text);

/// Gives recorded events when their time has come.
class InputPlayer {
  public:
    explicit InputPlayer(std::vector<InputEvent> events) : events_(std::move(events)) {}

    /// The events up to `now_s` that were not given yet.
    std::span<const InputEvent> due(double now_s);
    /// When the next one is due; nothing at the end.
    std::optional<double> next_time_s() const;

  private:
    std::vector<InputEvent> events_;
    std::size_t next_ = 0;
};

} // namespace engine
