#include "model/body/body_places.hpp"

#include "model/atlas/beneath.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using engine::OrbitView;
using engine::Tag;

namespace {

constexpr float closest_view_mm = 420;
constexpr std::size_t most_rays = 160;
constexpr float same_place_mm = 3; // a ray that ends this near to the point has reached it

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

std::vector<BodyPlaces::Piece> BodyPlaces::pieces(std::span<const Tag> tags) const {
    std::vector<Piece> pieces;
    for (const Tag tag : tags)
        for (const std::uint32_t t : triangles_of_tag_[tag]) {
            const auto &[a, b, c] = mesh_->triangle[t];
            const glm::vec3 pa = mesh_->position[a], pb = mesh_->position[b],
                            pc = mesh_->position[c];
            pieces.push_back({(pa + pb + pc) / 3.0F, glm::cross(pb - pa, pc - pa) / 2.0F});
        }
    return pieces;
}

/// Of each triangle the point deepest inside, for as much of it as is inside.
std::vector<BodyPlaces::Piece> BodyPlaces::pieces(const engine::SkinPatch &patch) const {
    std::vector<Piece> pieces;
    for (const engine::SkinPatch::Cell &cell : patch.cells) {
        const auto deepest = std::min_element(cell.outside.begin(), cell.outside.end());
        if (*deepest >= 0)
            continue;
        const auto points = cell_points(*mesh_, cell);
        const auto inside = std::count_if(cell.outside.begin(), cell.outside.end(),
                                          [](float mm2) { return mm2 < 0; });
        const float share = static_cast<float>(inside) / static_cast<float>(points.size());
        const glm::vec3 all = glm::cross(points[1] - points[0], points[2] - points[0]) / 2.0F;
        pieces.push_back(
            {points[static_cast<std::size_t>(deepest - cell.outside.begin())], all * share});
    }
    return pieces;
}

BodyPlaces::Visible BodyPlaces::visible(const Figure &figure, std::span<const Tag> tags) const {
    return visible(figure, pieces(tags));
}

BodyPlaces::Visible BodyPlaces::visible(const Figure &figure,
                                        const engine::SkinPatch &patch) const {
    return visible(figure, pieces(patch));
}

BodyPlaces::Visible BodyPlaces::visible(const Figure &figure,
                                        const std::vector<Piece> &pieces) const {
    struct Seen {
        glm::vec3 point;
        float px2;
    };
    const glm::vec3 back = axes(figure.view).back;
    const float px_per_mm = 1 / mm_per_pixel(figure.view, figure.viewport);
    std::vector<Seen> facing;
    for (const Piece &piece : pieces)
        if (const float mm2 = glm::dot(piece.mm2, back); mm2 > 0)
            facing.push_back({piece.point, mm2 * px_per_mm * px_per_mm});
    if (facing.empty())
        return {};

    // Every k-th piece is asked, standing for its neighbours: enough to know how much is hidden.
    const std::size_t step = 1 + facing.size() / most_rays;
    std::vector<Seen> seen;
    for (std::size_t i = 0; i < facing.size(); i += step) {
        const glm::vec2 pixel = pixel_of(figure.view, figure.viewport, facing[i].point);
        if (!figure.viewport.contains(pixel) || facing[i].point.y > shown_up_to_mm(figure.view))
            continue;
        const auto hit = bvh_.hit(ray_at(figure.view, figure.viewport, pixel));
        if (hit && glm::distance(hit->point, facing[i].point) < same_place_mm)
            seen.push_back({facing[i].point, facing[i].px2 * static_cast<float>(step)});
    }
    Visible result;
    glm::vec3 middle{0};
    for (const Seen &piece : seen) {
        middle += piece.point * piece.px2;
        result.area_px2 += piece.px2;
    }
    if (result.area_px2 <= 0)
        return {};
    middle /= result.area_px2;
    result.point = std::min_element(seen.begin(), seen.end(), [&](const Seen &a, const Seen &b) {
                       return glm::distance(a.point, middle) < glm::distance(b.point, middle);
                   })->point;
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
    std::vector<glm::vec3> corners;
    for (const Tag tag : tags)
        for (const std::uint32_t t : triangles_of_tag_[tag])
            for (const std::uint32_t vertex : mesh_->triangle[t])
                corners.push_back(mesh_->position[vertex]);
    return view_of(pieces(tags), corners);
}

OrbitView BodyPlaces::view_of(const engine::SkinPatch &patch) const {
    const std::vector<Piece> painted = pieces(patch);
    std::vector<glm::vec3> points;
    for (const Piece &piece : painted)
        points.push_back(piece.point);
    return view_of(painted, points);
}

OrbitView BodyPlaces::view_of(const std::vector<Piece> &pieces,
                              std::span<const glm::vec3> points) const {
    constexpr engine::Rect stage{0, 0, 800, 600};
    constexpr float straight = 1.5F; // a turn must show as much more to be worth it
    const OrbitView facing = view_facing(pieces, points);
    OrbitView best = facing;
    float most_px2 = straight * visible({facing, stage}, pieces).area_px2;
    for (const float turn_deg : {30.0F, -30.0F, 60.0F, -60.0F, 90.0F, -90.0F}) {
        OrbitView turned = facing;
        turned.yaw_deg = std::remainder(facing.yaw_deg + turn_deg, 360.0F);
        const float px2 = visible({turned, stage}, pieces).area_px2;
        if (px2 > most_px2) {
            most_px2 = px2;
            best = turned;
        }
    }
    return best;
}

OrbitView BodyPlaces::view_facing(const std::vector<Piece> &pieces,
                                  std::span<const glm::vec3> points) {
    if (points.empty())
        return {};
    glm::vec3 low{1e9F}, high{-1e9F}, facing{0};
    for (const Piece &piece : pieces)
        facing += piece.mm2;
    for (const glm::vec3 point : points) {
        low = glm::min(low, point);
        high = glm::max(high, point);
    }
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
