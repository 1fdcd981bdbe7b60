/// Input as a hand would make it, for tests and scripted demos. Times go up within each list.
#pragma once

#include "input/event.hpp"

#include <string_view>
#include <vector>

namespace engine::synthetic {

using Events = std::vector<InputEvent>;

/// Down and up 50 ms later; a mouse is moved there first.
Events tap(glm::vec2 position, double time_s, PointerKind kind = PointerKind::touch);
/// Down, and up after `duration_s`.
Events hold(glm::vec2 position, double time_s, double duration_s,
            PointerKind kind = PointerKind::touch);
/// A straight line with 60 moves a second.
Events drag(glm::vec2 from, glm::vec2 to, double time_s, double duration_s,
            PointerKind kind = PointerKind::touch);
/// Two fingers left and right of `center`, from one distance to the other.
Events pinch(glm::vec2 center, float from_distance, float to_distance, double time_s,
             double duration_s);
/// One character every 50 ms; a line break is the Enter key.
Events type(std::string_view utf8, double time_s);
/// A key down and up 50 ms later.
Events press(Key key, double time_s, bool control = false, bool shift = false);

} // namespace engine::synthetic
