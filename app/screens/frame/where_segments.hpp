/// The places of an appointment as a choice, in the order of Setting.
#pragma once

#include "model/text/phrases.hpp"
#include "ui/widgets.hpp"

#include <array>

namespace app {

inline std::array<engine::ui::Segment, 3> where_segments(const Phrases &words) {
    return {{{words("where.clinic")}, {words("where.mobile")}, {words("where.telehealth")}}};
}

} // namespace app
