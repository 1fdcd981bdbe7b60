/// The whole body in the seven parts of a massage plan (rule S12), each made of zones of the atlas.
#pragma once

#include "model/atlas/atlas.hpp"

#include <array>
#include <span>
#include <string_view>

namespace app {

struct MainZone {
    std::string_view id;                     ///< never changes; files hold it
    std::string_view title;                  ///< as the therapist reads it
    std::span<const std::string_view> zones; ///< Area::zone of the atlas
};

/// From head to foot.
std::span<const MainZone> main_zones();
/// Null: there is none of that name.
const MainZone *main_zone(std::string_view id);
const MainZone &main_zone_of(const Area &area);

} // namespace app
