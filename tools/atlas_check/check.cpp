#include "atlas_check/check.hpp"

#include "model/body/body_places.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <numbers>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace atlas_check {
namespace {

using app::Region;
using app::Side;
using engine::Tag;

// A target on a touch screen, seen on a 10 inch tablet, is as wide as a fingertip: about 9 mm.
constexpr double fingertip_px = 48;
constexpr double fingertip_px2 = std::numbers::pi * fingertip_px * fingertip_px / 4;
constexpr engine::Rect tablet{0, 0, 1024, 768};
constexpr double most_uneven_percent = 2;

std::string id_of(const std::string &base_id, Side side) {
    return side == Side::mid ? base_id : base_id + (side == Side::left ? ".l" : ".r");
}

std::string rounded(double value, const char *unit) {
    char text[64];
    std::snprintf(text, sizeof text, "%.1f%s", value, unit);
    return text;
}

void check_sides(const app::Atlas &atlas, const Region &region, std::vector<std::string> &wrong) {
    if (region.id != id_of(region.base_id, region.side))
        wrong.push_back(region.id + ": its base_id and side make it " +
                        id_of(region.base_id, region.side) + ".");
    if (region.side == Side::mid)
        return;
    const Side other = region.side == Side::left ? Side::right : Side::left;
    if (!atlas.region(id_of(region.base_id, other)))
        wrong.push_back(region.id + ": the same place on the other side is missing.");
}

void check_area(const app::Atlas &atlas, const Region &region, std::vector<std::string> &wrong) {
    std::ptrdiff_t places = 0;
    for (const app::Area &area : atlas.areas())
        places += std::count(area.regions.begin(), area.regions.end(), region.id);
    if (places == 0)
        wrong.push_back(region.id + ": no area lists it.");
    if (places > 1)
        wrong.push_back(region.id + ": areas list it " + std::to_string(places) + " times.");
}

/// Millimetres squared by tag.
std::vector<double> skin_areas(const engine::PartMesh &body) {
    std::vector<double> areas(body.tag_count());
    for (std::size_t i = 0; i < body.triangle.size(); ++i) {
        const auto &[a, b, c] = body.triangle[i];
        const glm::vec3 to_b = body.position[b] - body.position[a];
        const glm::vec3 to_c = body.position[c] - body.position[a];
        areas[body.tag[i]] += double(glm::length(glm::cross(to_b, to_c))) / 2;
    }
    return areas;
}

/// Where a body's parts and an atlas's places meet.
class Body {
  public:
    Body(const app::Atlas &atlas, const engine::PartMesh &mesh)
        : places_(mesh, atlas), areas_(skin_areas(mesh)) {
        for (const std::string &part : mesh.part_name) {
            const Region *left = atlas.region(id_of(part, Side::left));
            region_.push_back(left ? left : atlas.region(part));
            region_.push_back(atlas.region(id_of(part, Side::right)));
        }
    }

    const Region *region(std::size_t tag) const { return region_[tag]; }
    double area(std::size_t tag) const { return areas_[tag]; }
    bool has_skin(const Region &region) const {
        for (std::size_t tag = 0; tag < region_.size(); ++tag)
            if (region_[tag] == &region && areas_[tag] > 0)
                return true;
        return false;
    }

    /// How much of a part is seen as near as the program goes.
    double largest_px2(Tag tag) const {
        app::Figure figure{places_.view_of({&tag, 1}), tablet};
        figure.view.target = places_.visible(figure, {&tag, 1}).point;
        figure.view.height_mm = 1;
        const glm::vec3 there[]{figure.view.target};
        figure.view = app::kept_in_reach(figure.view, tablet, places_.bounds(), there);
        return double(places_.visible(figure, {&tag, 1}).area_px2);
    }

    /// Of the larger side; null for parts of the midline.
    std::optional<double> uneven_percent(std::size_t part) const {
        const std::size_t tag = 2 * part;
        const double left = areas_[tag], right = areas_[tag + 1];
        const Region *place = region(tag);
        if (left <= 0 || right <= 0 || !place || place->side == Side::mid)
            return std::nullopt;
        return 100 * std::fabs(left - right) / std::max(left, right);
    }

  private:
    app::BodyPlaces places_;
    std::vector<double> areas_;
    std::vector<const Region *> region_; ///< by tag
};

void check_parts(const Body &body, const engine::PartMesh &mesh, BodyReport &report) {
    std::set<std::string> seen;
    for (std::size_t tag = 0; tag < mesh.tag_count(); ++tag) {
        const std::string &part = mesh.part_name[tag / 2];
        if (tag % 2 == 0 && !seen.insert(part).second)
            report.wrong.push_back(part + ": two parts have this name.");
        if (body.area(tag) > 0 && !body.region(tag))
            report.wrong.push_back(part + (tag % 2 != 0 ? " on the right" : "") +
                                   ": the atlas does not have this part.");
    }
}

void check_skin(const app::Atlas &atlas, const Body &body, BodyReport &report) {
    for (const Region &region : atlas.regions()) {
        if (region.deep && body.has_skin(region))
            report.wrong.push_back(region.id +
                                   ": the atlas says that it is deep, but it has skin.");
        if (!region.deep && !body.has_skin(region))
            report.wrong.push_back(region.id + ": it has no skin and is not deep.");
    }
}

void check_sizes(const Body &body, const engine::PartMesh &mesh, BodyReport &report) {
    for (std::size_t tag = 0; tag < mesh.tag_count(); ++tag) {
        const Region *region = body.region(tag);
        if (!region || body.area(tag) <= 0)
            continue;
        const double px2 = body.largest_px2(static_cast<Tag>(tag));
        if (px2 < fingertip_px2)
            report.wrong.push_back(region->id +
                                   ": even from nearest it is smaller than a "
                                   "fingertip, " +
                                   rounded(px2, "") + " instead of " +
                                   rounded(fingertip_px2, " px^2."));
        if (report.smallest.empty() || px2 < report.smallest_px2) {
            report.smallest = region->id;
            report.smallest_px2 = px2;
        }
    }
}

void check_evenness(const Body &body, const engine::PartMesh &mesh, BodyReport &report) {
    for (std::size_t part = 0; part < mesh.part_name.size(); ++part) {
        const auto percent = body.uneven_percent(part);
        if (!percent)
            continue;
        if (*percent > most_uneven_percent)
            report.wrong.push_back(mesh.part_name[part] + ": left and right differ by " +
                                   rounded(*percent, " %, more than 2 %."));
        if (*percent > report.uneven_percent) {
            report.most_uneven = mesh.part_name[part];
            report.uneven_percent = *percent;
        }
    }
}

} // namespace

std::vector<std::string> check_atlas(const app::Atlas &atlas) {
    std::vector<std::string> wrong;
    for (const Region &region : atlas.regions()) {
        check_sides(atlas, region, wrong);
        check_area(atlas, region, wrong);
    }
    return wrong;
}

BodyReport check_body(const app::Atlas &atlas, const engine::PartMesh &mesh,
                      const std::string &figure) {
    BodyReport report;
    const Body body(atlas, mesh);
    check_parts(body, mesh, report);
    check_skin(atlas, body, report);
    check_sizes(body, mesh, report);
    check_evenness(body, mesh, report);
    for (std::string &sentence : report.wrong)
        sentence.insert(0, figure + ": ");
    return report;
}

} // namespace atlas_check
