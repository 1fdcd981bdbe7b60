/// SDL's events as our own, from the event's data alone: no state, no global mouse.
#pragma once

#include "input/event.hpp"

#include <SDL_events.h>

#include <optional>

namespace engine {

/// What the translation must know of the window.
struct Surface {
    glm::vec2 pixels{1, 1};    ///< what is drawn to
    float pixels_per_unit = 1; ///< SDL counts in units, which differ on some dense screens
};

/// The event at `time_s`, or nothing when it does not matter to us. A window that must be drawn
/// again gives a ResizeEvent of its present size.
std::optional<InputEvent> translate(const SDL_Event &event, const Surface &surface, double time_s);

} // namespace engine
