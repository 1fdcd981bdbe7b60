#include "render/ground_shadow.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <vector>

namespace app {

namespace {

constexpr float sole_mm = 25;      // skin below that touches the ground or nearly so
constexpr float contact_mm = 34;   // how far a foot's shadow reaches beyond it
constexpr float surround_mm = 150; // and the body's beyond both feet
constexpr float contact_alpha = 0.50F, surround_alpha = 0.26F;
constexpr float thickness_mm = 16; // of a shadow that is seen level: the ground is not a knife
constexpr float gone_below_deg = -6;

struct Footprint {
    glm::vec3 low{1e9F}, high{-1e9F};
    bool empty() const { return low.x > high.x; }
    void add(glm::vec3 point) {
        low = glm::min(low, point);
        high = glm::max(high, point);
    }
    GroundEllipse ellipse(float beyond_mm, float alpha) const {
        const glm::vec3 middle = (low + high) / 2.0F;
        const glm::vec3 half = (high - low) / 2.0F + beyond_mm;
        return {{middle.x, low.y, middle.z}, {half.x, half.z}, alpha};
    }
};

} // namespace

GroundShadow ground_shadow(const engine::PartMesh &mesh) {
    Footprint left, right, both;
    for (const glm::vec3 &point : mesh.position)
        if (point.y < sole_mm) {
            (point.x > 0 ? left : right).add(point);
            both.add(point);
        }
    GroundShadow shadow;
    if (both.empty())
        return shadow;
    shadow.push_back(both.ellipse(surround_mm, surround_alpha));
    for (const Footprint *foot : {&left, &right})
        if (!foot->empty())
            shadow.push_back(foot->ellipse(contact_mm, contact_alpha));
    return shadow;
}

std::vector<ShadowOnScreen> seen_shadow(const GroundShadow &shadow, const engine::OrbitView &view) {
    const float strength = std::clamp(1 - view.pitch_deg / gone_below_deg, 0.0F, 1.0F);
    std::vector<ShadowOnScreen> seen;
    if (strength <= 0)
        return seen;
    const engine::ViewAxes picture = axes(view);
    for (const GroundEllipse &soft : shadow) {
        const auto reach = [&](glm::vec3 axis) {
            return glm::length(glm::vec2(axis.x, axis.z) * soft.radius_mm);
        };
        seen.push_back({soft.center,
                        {reach(picture.right), reach(picture.up) + thickness_mm},
                        soft.alpha * strength});
    }
    return seen;
}

} // namespace app
