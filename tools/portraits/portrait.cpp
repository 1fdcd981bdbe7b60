#include "portrait.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace portraits {

using engine::OrbitView;
using engine::PartMesh;
using engine::Tag;

namespace {

constexpr float air = 1.06F; ///< a margin around what fills the picture

// Limbs are shown on the left: their areas end in ".l".
const std::array<Portrait, 43> all{{
    {"front", 0},
    {"quarter", 35},
    {"side", 90},
    {"back", 180},
    {"quarter-back", 145},
    {"soles", 0, -90, {"ankle_foot_"}},
    {"right-side", -90},
    {"above", 30, 35},
    {"head-front", 0, 0, {"head_", "neck_"}},
    {"head-quarter", 40, 0, {"head_", "neck_"}},
    {"head-profile", 90, 0, {"head_", "neck_"}},
    {"head-back", 180, 0, {"head_", "neck_"}},
    {"head-above", 20, 40, {"head_", "neck_"}},
    {"face", 0, 0, {"head_face_face", "head_face_forehead", "head_face_jaw"}},
    {"shoulders-front", 0, 0, {"neck_", "shoulder_"}},
    {"shoulders-back", 180, 0, {"neck_", "shoulder_"}},
    {"shoulders-above", 160, 40, {"neck_", "shoulder_"}},
    {"armpit", 55, 0, {"shoulder_armpit.l", "shoulder_shoulder_cap.l", "chest_chest_muscle.l"}},
    {"trunk-front", 0, 0, {"chest_", "abdomen_"}},
    {"trunk-quarter", 40, 0, {"chest_", "abdomen_"}},
    {"trunk-side", 90, 0, {"chest_", "abdomen_"}},
    {"upper-back", 180, 0, {"upper_mid_back_", "shoulder_rotator", "shoulder_back"}},
    {"lower-back", 180, 0, {"lower_back_", "hip_buttock_"}},
    {"pelvis-front", 0, 0, {"abdomen_groin", "hip_buttock_"}},
    {"pelvis-side", 90, 0, {"hip_buttock_", "lower_back_"}},
    {"crotch", 0, -25, {"abdomen_groin", "thigh_inner_thigh"}},
    {"arm-front", 0, 0, {"upper_arm_front_of_upper_arm.l", "upper_arm_back_of_upper_arm.l"}},
    {"arm-side", 90, 0, {"upper_arm_front_of_upper_arm.l", "upper_arm_back_of_upper_arm.l"}},
    {"arm-back", 180, 0, {"upper_arm_front_of_upper_arm.l", "upper_arm_back_of_upper_arm.l"}},
    {"forearm-front", 0, 0, {"elbow_forearm_elbow.l", "elbow_forearm_forearm.l"}},
    {"forearm-back", 180, 0, {"elbow_forearm_elbow.l", "elbow_forearm_forearm.l"}},
    {"hand-palm",
     0,
     0,
     {"wrist_hand_wrist.l", "wrist_hand_palm.l", "wrist_hand_back_of_hand.l",
      "wrist_hand_fingers.l"},
     "wrist_hand_palm.l"},
    {"hand-back",
     0,
     0,
     {"wrist_hand_wrist.l", "wrist_hand_palm.l", "wrist_hand_back_of_hand.l",
      "wrist_hand_fingers.l"},
     "wrist_hand_back_of_hand.l"},
    {"hand-thumb",
     90,
     0,
     {"wrist_hand_wrist.l", "wrist_hand_palm.l", "wrist_hand_back_of_hand.l",
      "wrist_hand_fingers.l"},
     "wrist_hand_back_of_hand.l"},
    {"thigh-front", 0, 0, {"thigh_"}},
    {"thigh-side", 90, 0, {"thigh_"}},
    {"thigh-back", 180, 0, {"thigh_"}},
    {"knee-front", 15, 0, {"knee_"}},
    {"knee-back", 180, 0, {"knee_"}},
    {"lower-leg-front", 15, 0, {"lower_leg_calf.l", "lower_leg_shin.l", "lower_leg_outer"}},
    {"lower-leg-back", 180, 0, {"lower_leg_calf", "lower_leg_achilles"}},
    {"foot-quarter", 50, 30, {"ankle_foot_"}},
    {"foot-side", 90, 5, {"ankle_foot_"}},
}};

bool belongs(const Portrait &portrait, const app::Area *area) {
    if (portrait.areas.empty())
        return true;
    return area != nullptr && std::ranges::any_of(portrait.areas, [&](std::string_view beginning) {
               return area->id.starts_with(beginning);
           });
}

/// Where the area's skin faces, seen from above: the yaw of its mean normal.
float yaw_of(std::string_view area_id, const PartMesh &mesh,
             const std::vector<const app::Area *> &area_of_tag) {
    glm::vec3 facing{0};
    for (std::size_t t = 0; t < mesh.triangle.size(); ++t) {
        const app::Area *area = area_of_tag[mesh.tag[t]];
        if (area == nullptr || area->id != area_id)
            continue;
        const auto &[a, b, c] = mesh.triangle[t];
        facing +=
            glm::cross(mesh.position[b] - mesh.position[a], mesh.position[c] - mesh.position[a]);
    }
    return glm::degrees(std::atan2(facing.x, facing.z));
}

} // namespace

std::span<const Portrait> portraits() {
    return all;
}

OrbitView view_of(const Portrait &portrait, const PartMesh &mesh, const app::Atlas &atlas,
                  float aspect) {
    std::vector<const app::Area *> area_of_tag(mesh.tag_count());
    for (std::size_t tag = 0; tag < area_of_tag.size(); ++tag)
        area_of_tag[tag] = atlas.area_of_part(mesh.part_name[tag / 2], tag % 2 != 0);

    OrbitView view;
    view.yaw_deg = portrait.yaw_deg;
    view.pitch_deg = portrait.pitch_deg;
    if (!portrait.facing.empty())
        view.yaw_deg += yaw_of(portrait.facing, mesh, area_of_tag);

    const engine::ViewAxes axis = axes(view);
    glm::vec3 low{1e9F}, high{-1e9F}; // right, up, back
    for (std::size_t t = 0; t < mesh.triangle.size(); ++t) {
        if (!belongs(portrait, area_of_tag[mesh.tag[t]]))
            continue;
        for (const std::uint32_t v : mesh.triangle[t]) {
            const glm::vec3 p = mesh.position[v];
            const glm::vec3 seen{dot(p, axis.right), dot(p, axis.up), dot(p, axis.back)};
            low = glm::min(low, seen);
            high = glm::max(high, seen);
        }
    }
    if (low.x > high.x)
        return view; // the mesh has no such part
    const glm::vec3 middle = (low + high) / 2.0F;
    view.target = axis.right * middle.x + axis.up * middle.y + axis.back * middle.z;
    view.height_mm = air * std::max(high.y - low.y, (high.x - low.x) / aspect);
    return view;
}

} // namespace portraits
