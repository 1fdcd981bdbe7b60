#include "bake/body.hpp"
#include "bake/scalar.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace bake {
namespace {

constexpr float influence = 8; ///< mm: a mass that is this much farther counts 1/e

glm::vec3 mirrored_point(glm::vec3 p) {
    return {-p.x, p.y, p.z};
}

/// Where one mass would take the place, and how near the place is to it.
struct Pull {
    glm::vec3 place;
    float distance;
};

glm::vec3 weighted_mean(const std::vector<Pull> &pulls, glm::vec3 otherwise) {
    float nearest = 1e9f;
    for (const Pull &pull : pulls)
        nearest = std::min(nearest, pull.distance);
    glm::vec3 sum{0};
    float weights = 0;
    for (const Pull &pull : pulls) {
        const float weight = fast_exp2((nearest - pull.distance) * (1.4427f / influence));
        sum = sum + pull.place * weight;
        weights += weight;
    }
    return weights > 0 ? sum * (1 / weights) : otherwise;
}

} // namespace

glm::vec3 Body::carried(glm::vec3 p, const Body &to) const {
    const bool right = p.x < 0;
    const glm::vec3 left = right ? mirrored_point(p) : p;
    const Nearby near = nearby(left, 0);
    std::vector<Pull> pulls;
    const auto pull = [&](const auto &mass, const auto &target, bool carve) {
        const auto add = [&](glm::vec3 from, bool mirror) {
            const glm::vec3 place = mass.carried(from, target);
            const float value = mass.value(from);
            pulls.push_back({mirror ? mirrored_point(place) : place,
                             carve ? std::fabs(value) : std::max(value, 0.f)});
        };
        add(left, false);
        if (!mass.mid()) // keeps the midline in the middle
            add(mirrored_point(left), true);
    };
    for (const auto i : near.lofts)
        pull(lofts_[i], to.lofts_[i], false);
    for (const auto i : near.blobs)
        if (blobs_[i].has_geometry())
            pull(blobs_[i], to.blobs_[i], blobs_[i].carve());
    const glm::vec3 place = weighted_mean(pulls, left);
    return right ? mirrored_point(place) : place;
}

} // namespace bake
