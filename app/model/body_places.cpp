#include "model/body_places.hpp"

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace app {

using engine::OrbitView;
using engine::Rect;
using engine::Tag;

namespace {

// The neutral figure stands 1691 mm tall and its hands reach 551 mm to either side.
constexpr float body_height_mm = 1700;
constexpr float body_width_mm = 1120;
constexpr float body_depth_mm = 400;
constexpr float middle_mm = 845;
constexpr float air = 1.04F; // a small margin around the figure
constexpr float closest_view_mm = 420;
constexpr std::size_t most_rays = 160;
constexpr float same_place_mm = 3; // a ray that ends this near to the point has reached it

struct Piece {
    glm::vec3 center;
    float px2;
};

OrbitView framed(float yaw_deg, float width_mm, const Rect &viewport) {
    const float aspect = viewport.w / std::max(viewport.h, 1.0F);
    return {{0, middle_mm, 0}, yaw_deg, 0, air * std::max(body_height_mm, width_mm / aspect)};
}

OrbitView framed_soles(const Rect &viewport) {
    constexpr float feet_mm = 400;
    const float aspect = viewport.w / std::max(viewport.h, 1.0F);
    return {{0, 0, 25}, 0, -90, air * std::max(feet_mm, feet_mm / aspect)};
}

} // namespace

BodyPlaces::BodyPlaces(const engine::PartMesh &mesh, const Atlas &atlas)
    : mesh_(&mesh),
      bvh_(mesh),
      area_of_tag_(mesh.tag_count(), nullptr),
      triangles_of_tag_(mesh.tag_count()) {
    for (std::uint32_t t = 0; t < mesh.tag.size(); ++t)
        triangles_of_tag_[mesh.tag[t]].push_back(t);
    for (std::size_t tag = 0; tag < mesh.tag_count(); ++tag) {
        if (triangles_of_tag_[tag].empty())
            continue;
        const Area *area = atlas.area_of_part(mesh.part_name[tag / 2], tag % 2 != 0);
        area_of_tag_[tag] = area;
        if (area != nullptr)
            tags_of_area_[area->id].push_back(static_cast<Tag>(tag));
    }
    for (const Region &region : atlas.regions()) {
        const auto part = std::find(mesh.part_name.begin(), mesh.part_name.end(), region.base_id);
        if (part == mesh.part_name.end())
            continue;
        const auto index = static_cast<std::size_t>(part - mesh.part_name.begin());
        tag_of_region_[region.id] =
            static_cast<Tag>(2 * index + (region.side == Side::right ? 1 : 0));
    }
}

std::vector<Tag> BodyPlaces::tags(std::span<const std::string> regions) const {
    std::vector<Tag> tags;
    for (const std::string &region : regions)
        if (const auto found = tag_of_region_.find(region); found != tag_of_region_.end())
            tags.push_back(found->second);
    return tags;
}

const Area *BodyPlaces::area(Tag tag) const {
    return tag < area_of_tag_.size() ? area_of_tag_[tag] : nullptr;
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

OrbitView BodyPlaces::view_of(std::span<const Tag> tags) const {
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
    view.height_mm =
        std::max(closest_view_mm, 2.4F * std::max(extent.x, std::max(extent.y, extent.z)));
    return view;
}

std::vector<Figure> figures_of(NamedView view, const Rect &stage) {
    switch (view) {
    case NamedView::pair: {
        const Rect front = column(stage, 0, 2, 0), back = column(stage, 1, 2, 0);
        return {{framed(0, body_width_mm, front), front}, {framed(180, body_width_mm, back), back}};
    }
    case NamedView::front:
        return {{framed(0, body_width_mm, stage), stage}};
    case NamedView::back:
        return {{framed(180, body_width_mm, stage), stage}};
    case NamedView::left:
        return {{framed(90, body_depth_mm, stage), stage}};
    case NamedView::right:
        return {{framed(-90, body_depth_mm, stage), stage}};
    case NamedView::soles:
        return {{framed_soles(stage), stage}};
    }
    return {};
}

} // namespace app
