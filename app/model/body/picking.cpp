#include "model/body/picking.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace app {

using engine::Tag;

namespace {

// A finger covers 48 interface pixels: 72 mm of skin at the first, the width of a thigh muscle.
constexpr float near_mm_per_px = 1.5F;
constexpr float near_mm_per_px_for_clients = 0.55F;

const Figure *figure_at(std::span<const Figure> figures, glm::vec2 pixel) {
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const Figure &figure) {
        return figure.viewport.contains(pixel);
    });
    return found != figures.end() ? &*found : nullptr;
}

} // namespace

PickLevel pick_level(const Figure &figure, float ui_scale, Reader reader) {
    const float limit = reader == Reader::client ? near_mm_per_px_for_clients : near_mm_per_px;
    const bool near = mm_per_pixel(figure.view, figure.viewport) * ui_scale <= limit;
    return near ? PickLevel::structure : PickLevel::area;
}

Place place_at(const BodyPlaces &places, std::span<const Figure> figures, glm::vec2 pixel,
               const Finger &finger) {
    const Figure *figure = figure_at(figures, pixel);
    if (figure == nullptr)
        return {};
    const auto hit = places.bvh().hit_near(figure->view, figure->viewport, pixel, finger.slop_px);
    if (!hit || hit->point.y > shown_up_to_mm(figure->view))
        return {};
    const Area *area = places.area(hit->tag);
    if (area == nullptr)
        return {};
    const Region *region = places.region(hit->tag);
    const bool structure =
        region != nullptr && area->regions.size() > 1 &&
        pick_level(*figure, finger.ui_scale, finger.reader) == PickLevel::structure &&
        (finger.reader == Reader::therapist || !region->common.empty());
    return {area->id, structure ? region->id : std::string{}};
}

std::vector<Tag> tags_of(const BodyPlaces &places, const Place &place) {
    if (place.region.empty())
        return places.tags_of_area(place.area);
    return places.tags({&place.region, 1});
}

std::string title(const Atlas &atlas, const Place &place, Reader reader, const Phrases &words) {
    if (const Region *region = atlas.region(place.region))
        return atlas.title(*region, reader, words);
    const Area *area = atlas.area(place.area);
    return area != nullptr ? atlas.title(*area, reader, words) : place.area;
}

Place place_of(const Atlas &atlas, const Mark &mark) {
    const Area *area = atlas.area(mark.area);
    const bool one_of_several =
        area != nullptr && mark.regions.size() == 1 && area->regions.size() > 1;
    return {mark.area, one_of_several ? mark.regions.front() : std::string{}};
}

} // namespace app
