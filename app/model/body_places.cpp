#include "model/body_places.hpp"

#include "model/beneath.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace app {

using engine::OrbitView;
using engine::Tag;

namespace {

constexpr float closest_view_mm = 420;
constexpr std::size_t most_rays = 160;
constexpr float same_place_mm = 3; // a ray that ends this near to the point has reached it

struct Piece {
    glm::vec3 center;
    float px2;
};

} // namespace

BodyPlaces::BodyPlaces(const engine::PartMesh &mesh, const Atlas &atlas)
    : mesh_(&mesh),
      bvh_(mesh),
      bounds_(bounds_of(mesh.position)),
      area_of_tag_(mesh.tag_count(), nullptr),
      region_of_tag_(mesh.tag_count(), nullptr),
      group_of_tag_(mesh.tag_count(), engine::no_tag),
      triangles_of_tag_(mesh.tag_count()) {
    for (std::uint32_t t = 0; t < mesh.tag.size(); ++t)
        triangles_of_tag_[mesh.tag[t]].push_back(t);
    for (std::size_t tag = 0; tag < mesh.tag_count(); ++tag) {
        if (triangles_of_tag_[tag].empty())
            continue;
        const Area *area = atlas.area_of_part(mesh.part_name[tag / 2], tag % 2 != 0);
        area_of_tag_[tag] = area;
        if (area == nullptr)
            continue;
        tags_of_area_[area->id].push_back(static_cast<Tag>(tag));
        group_of_tag_[tag] = tags_of_area_[area->id].front();
    }
    for (const Region &region : atlas.regions()) {
        const auto part = std::find(mesh.part_name.begin(), mesh.part_name.end(), region.base_id);
        if (part == mesh.part_name.end())
            continue;
        const auto index = static_cast<std::size_t>(part - mesh.part_name.begin());
        const auto tag = static_cast<Tag>(2 * index + (region.side == Side::right ? 1 : 0));
        tag_of_region_[region.id] = tag;
        region_of_tag_[tag] = &region;
    }
    for (const Region &region : atlas.regions())
        for (const Region *skin : skin_above(atlas, region))
            if (const auto found = tag_of_region_.find(skin->id);
                region.deep && found != tag_of_region_.end())
                tags_above_[region.id].push_back(found->second);
    for (const Area &area : atlas.areas())
        if (!tags_of_area_.contains(area.id))
            tags_of_area_[area.id] = tags(area.regions);
}

void BodyPlaces::follow_shape() {
    bvh_.refit();
    bounds_ = bounds_of(mesh_->position);
    ++shape_;
}

std::vector<Tag> BodyPlaces::tags(std::span<const std::string> regions) const {
    std::vector<Tag> tags;
    for (const std::string &region : regions)
        if (const auto found = tag_of_region_.find(region); found != tag_of_region_.end())
            tags.push_back(found->second);
    if (!tags.empty())
        return tags;
    for (const std::string &region : regions)
        if (const auto found = tags_above_.find(region); found != tags_above_.end())
            tags.insert(tags.end(), found->second.begin(), found->second.end());
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    return tags;
}

const Area *BodyPlaces::area(Tag tag) const {
    return tag < area_of_tag_.size() ? area_of_tag_[tag] : nullptr;
}

const Region *BodyPlaces::region(Tag tag) const {
    return tag < region_of_tag_.size() ? region_of_tag_[tag] : nullptr;
}

const std::vector<Tag> &BodyPlaces::tags_of_area(std::string_view area_id) const {
    static const std::vector<Tag> none;
    const auto found = tags_of_area_.find(std::string(area_id));
    return found != tags_of_area_.end() ? found->second : none;
}

BodyPlaces::Visible BodyPlaces::visible(const Figure &figure, std::span<const Tag> tags) const {
    const glm::vec3 back = axes(figure.view).back;
    const float px_per_mm = 1 / mm_per_pixel(figure.view, figure.viewport);
    std::vector<Piece> pieces;
    for (const Tag tag : tags)
        for (const std::uint32_t t : triangles_of_tag_[tag]) {
            const auto &[a, b, c] = mesh_->triangle[t];
            const glm::vec3 pa = mesh_->position[a], pb = mesh_->position[b],
                            pc = mesh_->position[c];
            const float facing = glm::dot(glm::cross(pb - pa, pc - pa), back) / 2;
            if (facing > 0)
                pieces.push_back({(pa + pb + pc) / 3.0F, facing * px_per_mm * px_per_mm});
        }
    if (pieces.empty())
        return {};

    // Every k-th piece is asked, standing for its neighbours: enough to know how much is hidden.
    const std::size_t step = 1 + pieces.size() / most_rays;
    std::vector<Piece> seen;
    for (std::size_t i = 0; i < pieces.size(); i += step) {
        const glm::vec2 pixel = pixel_of(figure.view, figure.viewport, pieces[i].center);
        if (!figure.viewport.contains(pixel) || pieces[i].center.y > shown_up_to_mm(figure.view))
            continue;
        const auto hit = bvh_.hit(ray_at(figure.view, figure.viewport, pixel));
        if (hit && glm::distance(hit->point, pieces[i].center) < same_place_mm)
            seen.push_back({pieces[i].center, pieces[i].px2 * static_cast<float>(step)});
    }
    Visible result;
    glm::vec3 middle{0};
    for (const Piece &piece : seen) {
        middle += piece.center * piece.px2;
        result.area_px2 += piece.px2;
    }
    if (result.area_px2 <= 0)
        return {};
    middle /= result.area_px2;
    result.point = std::min_element(seen.begin(), seen.end(), [&](const Piece &a, const Piece &b) {
                       return glm::distance(a.center, middle) < glm::distance(b.center, middle);
                   })->center;
    return result;
}

engine::Rect BodyPlaces::extent(const Figure &figure, std::span<const Tag> tags) const {
    glm::vec2 low{1e9F}, high{-1e9F};
    for (const Tag tag : tags)
        for (const std::uint32_t t : triangles_of_tag_[tag])
            for (const std::uint32_t vertex : mesh_->triangle[t]) {
                const glm::vec2 pixel =
                    pixel_of(figure.view, figure.viewport, mesh_->position[vertex]);
                low = glm::min(low, pixel);
                high = glm::max(high, pixel);
            }
    if (low.x > high.x)
        return {};
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

OrbitView BodyPlaces::view_of(std::span<const Tag> tags) const {
    constexpr engine::Rect stage{0, 0, 800, 600};
    constexpr float straight = 1.5F; // a turn must show as much more to be worth it
    const OrbitView facing = view_facing(tags);
    OrbitView best = facing;
    float most_px2 = straight * visible({facing, stage}, tags).area_px2;
    for (const float turn_deg : {30.0F, -30.0F, 60.0F, -60.0F, 90.0F, -90.0F}) {
        OrbitView turned = facing;
        turned.yaw_deg = std::remainder(facing.yaw_deg + turn_deg, 360.0F);
        const float px2 = visible({turned, stage}, tags).area_px2;
        if (px2 > most_px2) {
            most_px2 = px2;
            best = turned;
        }
    }
    return best;
}

OrbitView BodyPlaces::view_facing(std::span<const Tag> tags) const {
    glm::vec3 low{1e9F}, high{-1e9F}, facing{0};
    for (const Tag tag : tags)
        for (const std::uint32_t t : triangles_of_tag_[tag]) {
            const auto &[a, b, c] = mesh_->triangle[t];
            const glm::vec3 pa = mesh_->position[a], pb = mesh_->position[b],
                            pc = mesh_->position[c];
            facing += glm::cross(pb - pa, pc - pa);
            low = glm::min(low, glm::min(pa, glm::min(pb, pc)));
            high = glm::max(high, glm::max(pa, glm::max(pb, pc)));
        }
    if (low.x > high.x)
        return {};
    OrbitView view;
    view.target = (low + high) / 2.0F;
    const float flat = std::hypot(facing.x, facing.z);
    view.yaw_deg = glm::degrees(std::atan2(facing.x, facing.z));
    constexpr float steepest_deg = 60; // a sole is seen from the front and below, not upside down
    view.pitch_deg =
        std::clamp(glm::degrees(std::atan2(facing.y, flat)) * 0.6F, -steepest_deg, steepest_deg);
    const glm::vec3 extent = high - low;
    constexpr float surroundings = 2; // enough of the body around it to know where one is
    const float largest = std::max(extent.x, std::max(extent.y, extent.z));
    view.height_mm = std::max(closest_view_mm, surroundings * largest);
    return view;
}

} // namespace app
