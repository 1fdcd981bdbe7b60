#include "model/neighbours.hpp"

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace app {

namespace {

/// A place that can be seen, where it lies in the picture.
struct Seen {
    const Area *area;
    glm::vec2 pixel;
};

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

/// The way to a place, the longer the farther it lies off the direction; nothing when it lies
/// outside the cone.
std::optional<float> way(glm::vec2 from, glm::vec2 to, Direction direction, float widest_deg) {
    const glm::vec2 step = to - from;
    const float length = glm::length(step);
    const float along = glm::dot(step, unit(direction));
    if (length < 1 || along <= length * std::cos(glm::radians(widest_deg)))
        return {};
    const float aside = std::sqrt(std::max(0.0F, length * length - along * along));
    return along + 2 * aside;
}

const Area *best(std::span<const Area *const> areas, const BodyPlaces &places, const Seen &from,
                 Direction direction, const Figure &figure, float widest_deg) {
    const Area *found = nullptr;
    float shortest = 0;
    for (const Area *area : areas) {
        const auto place = area != from.area ? seen(places, *area, figure) : std::nullopt;
        const auto length =
            place ? way(from.pixel, place->pixel, direction, widest_deg) : std::nullopt;
        if (length && (found == nullptr || *length < shortest)) {
            found = area;
            shortest = *length;
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
        const auto place = seen(neighbours.places(), area, figure);
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
    constexpr float touching_deg = 60, jumping_deg = 45;
    if (const Area *touching = best(neighbours.of(area->id), neighbours.places(), *from, direction,
                                    figure, touching_deg))
        return touching;
    std::vector<const Area *> all;
    for (const Area &other : neighbours.atlas().areas())
        all.push_back(&other);
    return best(all, neighbours.places(), *from, direction, figure, jumping_deg);
}

} // namespace app
