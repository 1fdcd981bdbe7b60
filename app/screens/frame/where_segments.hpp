/// The places of an appointment as a choice, in the order of Setting.
#pragma once

#include "ui/widgets.hpp"

#include <array>

namespace app {

inline constexpr std::array<engine::ui::Segment, 3> where_segments{
    {{"In the clinic"}, {"Mobile"}, {"Telehealth"}}};

} // namespace app
