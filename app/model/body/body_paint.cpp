#include "model/body/body_paint.hpp"

#include "model/body/neutral_skin.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using engine::SkinPatch;
using engine::SurfacePoint;

namespace {

/// Of the radius: closer than that the scallops along the edge are not seen.
constexpr float spacing = 1.0F / 3;
/// Nearer than that to any dab of the stroke, another one adds nothing to see.
constexpr float repeated = 1.0F / 10;
/// On skin that turns away, pixels that are close are far apart: so often the way is halved.
constexpr int most_halvings = 5;
constexpr int most_steps = 2000;
/// Left out: less than this of the paint that is also less than this of the region's skin.
constexpr double sliver_of_paint = 0.04, sliver_of_region = 0.25;
constexpr std::size_t most_known = 64;

float tenths(float mm) {
    return static_cast<float>(std::round(static_cast<double>(mm) * 10) / 10);
}

/// As files keep it, so that a mark is the same before and after it was saved.
Dab dab_at(glm::vec3 point, float radius_mm) {
    return {{tenths(point.x), tenths(point.y), tenths(point.z)}, tenths(radius_mm)};
}

bool begins_with(std::span<const Dab> dabs, const std::vector<Dab> &first) {
    return first.size() <= dabs.size() && std::equal(first.begin(), first.end(), dabs.begin());
}

bool adds_nothing(const PaintStroke &stroke, glm::vec3 point, float radius_mm) {
    return std::ranges::any_of(stroke.dabs, [&](const Dab &dab) {
        return dab.radius_mm >= radius_mm && glm::distance(dab.point, point) < repeated * radius_mm;
    });
}

} // namespace

BodyPaint::BodyPaint(const BodyPlaces &places, const engine::MeshShape &neutral, const Atlas &atlas)
    : places_(places), neutral_(neutral), atlas_(atlas) {}

BodyPaint::~BodyPaint() = default;

NeutralSkin &BodyPaint::skin() {
    if (!skin_)
        skin_ = std::make_unique<NeutralSkin>(places_.mesh(), neutral_, atlas_);
    return *skin_;
}

std::optional<SurfacePoint> BodyPaint::place_under(const Figure &figure, glm::vec2 pixel) const {
    const auto hit = places_.bvh().hit(ray_at(figure.view, figure.viewport, pixel));
    if (!hit || hit->point.y > shown_up_to_mm(figure.view))
        return {};
    const engine::PartMesh &mesh = places_.mesh();
    const auto &[a, b, c] = mesh.triangle[hit->triangle];
    return SurfacePoint{hit->triangle, engine::nearest_weights(hit->point, mesh.position[a],
                                                               mesh.position[b], mesh.position[c])};
}

void BodyPaint::go_on(PaintStroke &stroke, const Figure &figure, const PaintStroke::Touch &to) {
    if (stroke.dabs.empty() && !stroke.on_body) { // it may have begun beside the body
        stroke.last = to;
        set_dabs(stroke, figure, to, 0);
        return;
    }
    const PaintStroke::Touch from = stroke.last;
    const float way_mm =
        glm::distance(from.pixel, to.pixel) * mm_per_pixel(figure.view, figure.viewport);
    const float step_mm = std::max(1.0F, spacing * std::min(from.radius_mm, to.radius_mm) / 2);
    const int steps = std::clamp(static_cast<int>(std::ceil(way_mm / step_mm)), 1, most_steps);
    for (int i = 1; i <= steps; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(steps);
        set_dabs(stroke, figure,
                 {glm::mix(from.pixel, to.pixel, t), glm::mix(from.radius_mm, to.radius_mm, t)},
                 most_halvings);
    }
}

void BodyPaint::set_dabs(PaintStroke &stroke, const Figure &figure, const PaintStroke::Touch &to,
                         int halvings) {
    const auto place = place_under(figure, to.pixel);
    const engine::PartMesh &neutral = skin().mesh();
    const bool allowed =
        place && (stroke.eraser || stroke.began_on == engine::no_tag ||
                  !std::ranges::binary_search(skin().reach().barred_from(stroke.began_on),
                                              neutral.tag[place->triangle]));
    if (!allowed) {
        stroke.last = to;
        stroke.on_body = false;
        return;
    }
    const glm::vec3 point = carry(*place, neutral);
    const float apart = spacing * to.radius_mm;
    if (halvings > 0 && stroke.on_body && glm::distance(point, stroke.last_point) > apart) {
        set_dabs(stroke, figure,
                 {glm::mix(stroke.last.pixel, to.pixel, 0.5F),
                  glm::mix(stroke.last.radius_mm, to.radius_mm, 0.5F)},
                 halvings - 1);
    }
    stroke.last = to;
    stroke.last_point = point;
    stroke.on_body = true;
    if (stroke.began_on == engine::no_tag)
        stroke.began_on = neutral.tag[place->triangle];
    const bool close = !stroke.dabs.empty() &&
                       glm::distance(stroke.dabs.back().point, point) < apart &&
                       stroke.dabs.back().radius_mm >= to.radius_mm * 0.9F;
    if (!close && !adds_nothing(stroke, point, to.radius_mm))
        stroke.dabs.push_back(dab_at(point, to.radius_mm));
}

float BodyPaint::stretch(std::uint32_t triangle) {
    const auto area = [&](const engine::PartMesh &mesh) {
        const auto &[a, b, c] = mesh.triangle[triangle];
        return engine::triangle_area(mesh.position[a], mesh.position[b], mesh.position[c]);
    };
    const double neutral = area(skin().mesh());
    return neutral > 0 ? static_cast<float>(std::sqrt(area(places_.mesh()) / neutral)) : 1;
}

Covered BodyPaint::covered(std::span<const Dab> dabs) {
    std::vector<engine::TagArea> tags = skin().extent(dabs);
    Covered covered;
    for (const engine::TagArea &tag : tags)
        covered.mm2 += tag.mm2;
    std::ranges::stable_sort(tags, std::greater{}, &engine::TagArea::mm2);
    std::map<std::string_view, double> area_mm2;
    for (const engine::TagArea &tag : tags) {
        const Region *region = places_.region(tag.tag);
        const Area *area = places_.area(tag.tag);
        if (region == nullptr || area == nullptr)
            continue;
        area_mm2[area->id] += tag.mm2;
        const bool sliver = tag.mm2 < sliver_of_paint * covered.mm2 && tag.share < sliver_of_region;
        if (!sliver || covered.regions.empty())
            covered.regions.push_back(region->id);
    }
    const auto most =
        std::ranges::max_element(area_mm2, {}, [](const auto &a) { return a.second; });
    if (most != area_mm2.end())
        covered.area = most->first;
    return covered;
}

std::vector<Dab> BodyPaint::erased(std::span<const Dab> paint, std::span<const Dab> eraser) {
    return skin().erased(paint, eraser);
}

std::shared_ptr<const SkinPatch> BodyPaint::patch(std::span<const Dab> dabs) {
    if (dabs.empty())
        return nullptr;
    auto best = known_.end();
    for (auto it = known_.begin(); it != known_.end(); ++it)
        if (begins_with(dabs, it->dabs) &&
            (best == known_.end() || it->dabs.size() > best->dabs.size()))
            best = it;
    if (best != known_.end() && best->dabs.size() == dabs.size()) {
        known_.splice(known_.begin(), known_, best);
        return best->patch;
    }
    const bool grows = best != known_.end() && best->patch != nullptr;
    const std::size_t first = grows ? best->dabs.size() : 0;
    SkinPatch patch = skin().patch(grows ? *best->patch : SkinPatch{}, dabs.subspan(first));
    std::shared_ptr<const SkinPatch> made;
    if (!patch.cells.empty())
        made = std::make_shared<const SkinPatch>(std::move(patch));
    if (grows) // or every step of a stroke would stay
        known_.erase(best);
    known_.push_front({{dabs.begin(), dabs.end()}, std::move(made)});
    if (known_.size() > most_known)
        known_.pop_back();
    return known_.front().patch;
}

} // namespace app
