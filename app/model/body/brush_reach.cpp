#include "model/body/brush_reach.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace app {

using engine::Tag;

namespace {

enum class Limb : std::uint8_t { open, trunk, left_leg, right_leg, left_arm, right_arm };
constexpr std::size_t limbs = 6;

struct ZoneLimb {
    std::string_view zone;
    Limb left, right;
};
constexpr std::array<ZoneLimb, 12> zone_limbs{{
    {"chest", Limb::trunk, Limb::trunk},
    {"abdomen", Limb::trunk, Limb::trunk},
    {"upper & mid back", Limb::trunk, Limb::trunk},
    {"lower back & pelvis", Limb::trunk, Limb::trunk},
    {"hip & buttock", Limb::trunk, Limb::trunk},
    {"thigh", Limb::left_leg, Limb::right_leg},
    {"knee", Limb::left_leg, Limb::right_leg},
    {"lower leg", Limb::left_leg, Limb::right_leg},
    {"ankle & foot", Limb::left_leg, Limb::right_leg},
    {"upper arm", Limb::left_arm, Limb::right_arm},
    {"elbow & forearm", Limb::left_arm, Limb::right_arm},
    {"wrist & hand", Limb::left_arm, Limb::right_arm},
}};

Limb limb_of(const Area *area) {
    if (area == nullptr)
        return Limb::open;
    const auto found = std::ranges::find(zone_limbs, area->zone, &ZoneLimb::zone);
    if (found == zone_limbs.end())
        return Limb::open;
    return area->side == Side::right ? found->right : found->left;
}

bool is_arm(Limb limb) {
    return limb == Limb::left_arm || limb == Limb::right_arm;
}

/// Thigh and trunk share long borders that a painful area crosses; arms and trunk do not.
bool apart(Limb a, Limb b) {
    if (a == b || a == Limb::open || b == Limb::open)
        return false;
    return is_arm(a) || is_arm(b) || (a != Limb::trunk && b != Limb::trunk);
}

} // namespace

BrushReach::BrushReach(const engine::PartMesh &mesh, const Atlas &atlas)
    : limb_of_tag_(mesh.tag_count()), barred_(limbs) {
    for (std::size_t tag = 0; tag < mesh.tag_count(); ++tag) {
        const Limb own = limb_of(atlas.area_of_part(mesh.part_name[tag / 2], tag % 2 != 0));
        limb_of_tag_[tag] = static_cast<std::size_t>(own);
        for (std::size_t other = 0; other < limbs; ++other)
            if (apart(static_cast<Limb>(other), own))
                barred_[other].push_back(static_cast<Tag>(tag));
    }
}

std::span<const Tag> BrushReach::barred_from(Tag start) const {
    return barred_[limb_of_tag_[start]];
}

} // namespace app
