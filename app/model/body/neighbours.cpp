#include "model/body/neighbours.hpp"

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

/// A place that can be seen, where it lies in the picture.
struct Seen {
    const Area *area;
    glm::vec2 pixel;
};

/// Areas without skin of their own are reached through those above them.
bool has_skin(const Atlas &atlas, const Area &area) {
    return std::any_of(area.regions.begin(), area.regions.end(), [&](const std::string &id) {
        const Region *region = atlas.region(id);
        return region != nullptr && !region->deep;
    });
}

constexpr float too_small_px2 = 12; // a sliver at the edge of the figure is no place to walk to

std::optional<Seen> seen(const BodyPlaces &places, const Area &area, const Figure &figure) {
    const auto visible = places.visible(figure, places.tags_of_area(area.id));
    if (visible.area_px2 < too_small_px2)
        return {};
    return Seen{&area, pixel_of(figure.view, figure.viewport, visible.point)};
}

glm::vec2 unit(Direction direction) {
    switch (direction) {
    case Direction::left:
        return {-1, 0};
    case Direction::right:
        return {1, 0};
    case Direction::up:
        return {0, -1};
    case Direction::down:
        return {0, 1};
    }
    return {0, 0};
}

/// How well a place lies in a direction, the less the better; nothing when it lies outside the
/// cone. Among neighbours the direction decides, among others the distance does as well.
struct Aim {
    float widest_deg;
    float per_pixel; ///< what distance costs against being aside
};
std::optional<float> off(glm::vec2 from, glm::vec2 to, Direction direction, const Aim &aim) {
    const glm::vec2 step = to - from;
    const float length = glm::length(step);
    const float along = glm::dot(step, unit(direction));
    if (length < 1 || along <= length * std::cos(glm::radians(aim.widest_deg)))
        return {};
    const float aside = std::sqrt(std::max(0.0F, length * length - along * along));
    return aside / along + length * aim.per_pixel;
}

const Area *best(std::span<const Area *const> areas, const BodyPlaces &places, const Seen &from,
                 Direction direction, const Figure &figure, const Aim &aim) {
    const Area *found = nullptr;
    float least = 0;
    for (const Area *area : areas) {
        const auto place = area != from.area ? seen(places, *area, figure) : std::nullopt;
        const auto aside = place ? off(from.pixel, place->pixel, direction, aim) : std::nullopt;
        if (aside && (found == nullptr || *aside < least)) {
            found = area;
            least = *aside;
        }
    }
    return found;
}

/// Where a walk begins: in the upper middle, which is chest or back when the whole body is shown.
const Area *first_area(const Neighbours &neighbours, const Figure &figure) {
    constexpr float from_top = 0.3F;
    const glm::vec2 middle{figure.viewport.center().x,
                           figure.viewport.y + figure.viewport.h * from_top};
    const Area *found = nullptr;
    float nearest = 0;
    for (const Area &area : neighbours.atlas().areas()) {
        const auto place = has_skin(neighbours.atlas(), area)
                               ? seen(neighbours.places(), area, figure)
                               : std::nullopt;
        if (!place)
            continue;
        const float distance = glm::distance(place->pixel, middle);
        if (found == nullptr || distance < nearest) {
            found = &area;
            nearest = distance;
        }
    }
    return found;
}

} // namespace

Neighbours::Neighbours(const BodyPlaces &places, const Atlas &atlas)
    : places_(&places), atlas_(&atlas) {
    std::set<std::pair<const Area *, const Area *>> touching; // areas of one vector: atlas order
    for (const engine::BorderEdge &edge : places.mesh().border) {
        const Area *a = places.area(edge.first);
        const Area *b = places.area(edge.second);
        if (a != nullptr && b != nullptr && a != b) {
            touching.insert({a, b});
            touching.insert({b, a});
        }
    }
    for (const auto &[area, other] : touching)
        of_area_[area->id].push_back(other);
}

std::span<const Area *const> Neighbours::of(std::string_view area_id) const {
    const auto found = of_area_.find(std::string(area_id));
    return found == of_area_.end() ? std::span<const Area *const>{} : found->second;
}

const Area *next_area(const Neighbours &neighbours, std::string_view current, Direction direction,
                      const Figure &figure) {
    const Area *area = neighbours.atlas().area(current);
    const auto from = area != nullptr ? seen(neighbours.places(), *area, figure) : std::nullopt;
    if (!from)
        return first_area(neighbours, figure);
    constexpr Aim touching_aim{60, 0.002F}, jump_aim{45, 0.02F};
    if (const Area *touching = best(neighbours.of(area->id), neighbours.places(), *from, direction,
                                    figure, touching_aim))
        return touching;
    std::vector<const Area *> all;
    for (const Area &other : neighbours.atlas().areas())
        if (has_skin(neighbours.atlas(), other))
            all.push_back(&other);
    return best(all, neighbours.places(), *from, direction, figure, jump_aim);
}

} // namespace app
