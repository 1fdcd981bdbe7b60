#include "model/atlas/main_zones.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace app {

namespace {

using Zones = std::string_view;
constexpr std::array<Zones, 2> head_neck{"head & face", "neck"};
constexpr std::array<Zones, 4> shoulders_arms{"shoulder", "upper arm", "elbow & forearm",
                                              "wrist & hand"};
constexpr std::array<Zones, 1> back{"upper & mid back"};
constexpr std::array<Zones, 2> front{"chest", "abdomen"};
constexpr std::array<Zones, 2> hips{"lower back & pelvis", "hip & buttock"};
constexpr std::array<Zones, 2> thighs{"thigh", "knee"};
constexpr std::array<Zones, 2> lower_legs{"lower leg", "ankle & foot"};

constexpr std::array<MainZone, 7> all{{{"head_neck", "Head and neck", head_neck},
                                       {"shoulders_arms", "Shoulders and arms", shoulders_arms},
                                       {"back", "Upper and mid back", back},
                                       {"front", "Chest and belly", front},
                                       {"hips", "Low back and hips", hips},
                                       {"thighs", "Thighs and knees", thighs},
                                       {"lower_legs", "Lower legs and feet", lower_legs}}};

} // namespace

std::span<const MainZone> main_zones() {
    return all;
}

const MainZone *main_zone(std::string_view id) {
    const auto found = std::ranges::find(all, id, &MainZone::id);
    return found == all.end() ? nullptr : &*found;
}

const MainZone &main_zone_of(const Area &area) {
    const auto found = std::ranges::find_if(
        all, [&](const MainZone &zone) { return std::ranges::count(zone.zones, area.zone) > 0; });
    engine::check(found != all.end(), "every zone of the atlas belongs to a main zone");
    return *found;
}

} // namespace app
